import { estimate } from '../../../src/messages/format.ts'
import { show } from '../address.ts'
import { useLanguage } from '../language.tsx'
import { ViewLink } from '../view-link.tsx'
import { fullName, outside, type ShownPlace } from './need.ts'

/** What a place needs, over the sea; of the chosen one with the way to its reasons. */
export function Callout({ place, chosen }: { readonly place: ShownPlace; readonly chosen: boolean }) {
  const { t } = useLanguage()
  const { need } = place
  const tail = need === null ? undefined : outside(need)
  return (
    <div className={chosen ? 'callout callout-chosen' : 'callout'}>
      <strong>{fullName(place)}</strong>
      {need === null ? (
        <span className="ink3">{t.map.missing}</span>
      ) : (
        <>
          <span>{t.map.persons(estimate(need.mean))}</span>
          <span className="ink3 callout-interval">{t.totals.interval(estimate(need.low), estimate(need.high))}</span>
          {tail !== undefined && <span className="ink3">{t.map.outside[tail]}</span>}
        </>
      )}
      {chosen && need !== null && (
        <span className="callout-ways">
          <button type="button" className="callout-why" onClick={() => show({ why: '1' })}>
            {t.map.why}
          </button>
          <ViewLink className="callout-why" to={{ page: 'forecast', place: place.ubigeo, why: undefined }}>
            {t.map.forecast}
          </ViewLink>
        </span>
      )}
    </div>
  )
}
