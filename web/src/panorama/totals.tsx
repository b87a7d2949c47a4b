import type { ReactNode } from 'react'
import type { PanoramaResponse } from '../../../src/api/panorama.ts'
import { count, estimate, monthName, percent } from '../../../src/messages/format.ts'
import { parseMonth } from '../../../src/model/month.ts'
import { useLanguage } from '../language.tsx'
import type { ShownPlace } from './need.ts'
import './totals.css'

interface Props {
  readonly panorama: PanoramaResponse
  readonly places: readonly ShownPlace[]
  readonly monthIndex: number
}

/** How much, how sure, and what is missing, in one line of figures. */
export function Totals({ panorama, places, monthIndex }: Props) {
  const { t, language } = useLanguage()
  const nation = panorama.nation[monthIndex]
  if (nation === undefined) return null
  const { product, coverage, hits } = panorama
  const { supply, stock } = nation
  const { mean, low, high } = nation.persons
  const parsed = parseMonth(nation.month)
  const name = parsed === undefined ? nation.month : monthName(parsed, language)
  const perPack = product.pack * product.persons
  const withNeed = places.filter((p) => p.need !== null && p.need.mean > 0).length
  const missing = places.filter((p) => p.need === null).length
  return (
    <dl className="totals">
      <Total label={t.totals.persons} figure={estimate(mean)} unit={t.totals.personsUnit}>
        <Interval low={low} high={high} />
      </Total>
      <Total
        label={t.totals.packs(product.pack, product.unit, product.persons)}
        figure={estimate(mean / perPack)}
        unit={t.totals.packsUnit}
      >
        <Interval low={low / perPack} high={high / perPack} />
      </Total>
      <Total
        className="total total-supply"
        label={t.totals.granted}
        figure={supply === null ? '–' : count(supply.granted)}
        unit={supply === null ? t.totals.notAllocated : t.totals.ofNeed(count(supply.need))}
      >
        {supply !== null &&
          (supply.short > 0 ? (
            <strong className="totals-short">{t.totals.short(count(supply.short))}</strong>
          ) : (
            t.totals.noShort
          ))}
        {supply !== null && stock !== null && ' · '}
        {stock !== null && t.totals.stock(count(stock.packs), stock.depots, name)}
        {supply !== null && (
          <span className="total-note ink3">
            {coverage === 'mean'
              ? t.totals.coversMean
              : t.totals.covers(coverage === null ? '' : percent(coverage), supply.need > mean / perPack)}
          </span>
        )}
      </Total>
      <Total
        label={t.totals.placesWithNeed(panorama.level)}
        figure={count(withNeed)}
        unit={t.totals.ofPlaces(count(places.length))}
      >
        {t.totals.without(count(places.length - withNeed - missing), count(missing))}
      </Total>
      {hits !== null && (
        <Total label={t.totals.hits} figure={percent(hits)} unit={t.totals.hitsUnit}>
          {t.totals.hitsNote}
        </Total>
      )}
    </dl>
  )
}

function Interval({ low, high }: { readonly low: number; readonly high: number }) {
  const { t } = useLanguage()
  return (
    <>
      <span aria-hidden="true">{t.totals.interval(estimate(low), estimate(high))}</span>
      <span className="only-read-aloud">{t.totals.intervalAloud(estimate(low), estimate(high))}</span>
    </>
  )
}

interface TotalProps {
  readonly className?: string
  readonly label: string
  readonly figure: string
  readonly unit: string
  readonly children: ReactNode
}

function Total({ className = 'total', label, figure, unit, children }: TotalProps) {
  return (
    <div className={className}>
      <dt>{label}</dt>
      <dd>
        <span className="total-figure">{figure}</span> <span className="total-unit">{unit}</span>
        <span className="total-note">{children}</span>
      </dd>
    </div>
  )
}
