import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useMemo } from 'react'
import type { MapLevel } from '../../../src/api/fields.ts'
import type { PanoramaResponse } from '../../../src/api/panorama.ts'
import type { OutlineResponse } from '../../../src/api/workspace.ts'
import { longMonth } from '../../../src/messages/format.ts'
import { parseMonth } from '../../../src/model/month.ts'
import { show, type View } from '../address.ts'
import { useLanguage } from '../language.tsx'
import { DotPatterns } from './dots.tsx'
import { MonthSlider } from './month-slider.tsx'
import { NeedMap } from './need-map.tsx'
import { NeedTable } from './need-table.tsx'
import { placesAt } from './need.ts'
import { Totals } from './totals.tsx'
import { WhyDrawer } from '../why/why-drawer.tsx'
import './panorama.css'

interface Props {
  readonly panorama: PanoramaResponse
  /** Those of the product that have a forecast. */
  readonly levels: readonly MapLevel[]
  readonly outline: OutlineResponse
  readonly view: View
}

export function Panorama({ panorama, levels, outline, view }: Props) {
  const { t, language } = useLanguage()
  const phone = useMediaQuery('(max-width: 719px)', matchMedia('(max-width: 719px)').matches)
  const monthIndex = Math.max(0, panorama.months.indexOf(view.month ?? ''))
  const month = panorama.months[monthIndex] ?? ''
  const parsed = parseMonth(month)
  const monthText = parsed === undefined ? month : longMonth(parsed, language)
  const places = useMemo(() => placesAt(panorama.places, monthIndex), [panorama, monthIndex])
  const place = places.find((p) => p.ubigeo === view.place)
  const title = t.totals.title(panorama.product.name, monthText)
  useEffect(() => {
    document.title = `${title} – Chasqui`
  }, [title])

  const chosen = place !== undefined
  const open = chosen && place.need !== null && view.why === '1'
  useEffect(() => {
    if (!chosen || open) return
    const onKeyDown = ({ key, target }: KeyboardEvent) => {
      const typing = target instanceof HTMLInputElement || target instanceof HTMLSelectElement
      if (key === 'Escape' && !typing) show({ place: undefined, why: undefined })
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [chosen, open])

  return (
    <>
      <h1 className="only-read-aloud">{title}</h1>
      <DotPatterns />
      <Totals panorama={panorama} places={places} monthIndex={monthIndex} />
      <NeedMap
        panorama={panorama}
        outline={outline}
        places={places}
        levels={levels}
        selected={place?.ubigeo}
        month={monthText}
      />
      <MonthSlider panorama={panorama} monthIndex={monthIndex} />
      <NeedTable panorama={panorama} places={places} selected={place?.ubigeo} month={month} phone={phone} />
      {open && <WhyDrawer ubigeo={place.ubigeo} product={panorama.product.id} month={month} phone={phone} />}
    </>
  )
}
