import { Button } from '@mantine/core'
import { IconMapPinQuestion } from '@tabler/icons-react'
import type { PanoramaResponse } from '../../../src/api/panorama.ts'
import { longMonth } from '../../../src/messages/format.ts'
import { parseMonth } from '../../../src/model/month.ts'
import { show, type View } from '../address.ts'
import { useLanguage } from '../language.tsx'

/** What the address asks for and the forecast does not have, and what is shown instead. */
export function Lost({ panorama, view }: { readonly panorama: PanoramaResponse; readonly view: View }) {
  const { t, language } = useLanguage()
  const { month, place, level } = view
  const first = parseMonth(panorama.months[0] ?? '')
  const sentences = [
    ...(month === undefined || panorama.months.includes(month)
      ? []
      : [t.states.noMonth(month, first === undefined ? '' : longMonth(first, language))]),
    ...(level === undefined || level === panorama.level ? [] : [t.states.noLevel(level, panorama.level)]),
    ...(place === undefined || panorama.places.some((p) => p.ubigeo === place)
      ? []
      : [t.states.noPlace(place, panorama.level)]),
  ]
  if (sentences.length === 0) return null
  const clear = () =>
    show({
      month: month !== undefined && panorama.months.includes(month) ? month : undefined,
      level: level === panorama.level ? level : undefined,
      place: panorama.places.some((p) => p.ubigeo === place) ? place : undefined,
      why: undefined,
    })
  return (
    <div className="band band-offline" role="status">
      <IconMapPinQuestion size={18} stroke={1.75} aria-hidden="true" />
      <p>{sentences.join(' ')}</p>
      <Button onClick={clear}>{t.states.clearAddress}</Button>
    </div>
  )
}
