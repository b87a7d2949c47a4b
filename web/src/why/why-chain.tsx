import type { WhyResponse } from '../../../src/api/why.ts'
import { count, estimate, longMonth, percent, decimal } from '../../../src/messages/format.ts'
import { METHODS } from '../../../src/messages/methods.ts'
import { parseMonth } from '../../../src/model/month.ts'
import { useView } from '../address.ts'
import { useLanguage } from '../language.tsx'
import { outside } from '../panorama/need.ts'
import { ViewLink } from '../view-link.tsx'
import { WhyRecords } from './why-records.tsx'
import { SameMonths } from './same-months.tsx'
import { WhyStep } from './why-step.tsx'
import { Allocated, Routed } from './why-supply.tsx'

/** The number, a sentence, and the steps from the result back to the lines of files. */
export function WhyChain({ why }: { readonly why: WhyResponse }) {
  const { t, language } = useLanguage()
  const { page } = useView()
  const { place, forecast, history } = why
  const { persons, borrowed } = forecast
  const tail = outside(persons)
  const methods: Readonly<Record<string, string>> = METHODS[language]
  const written = (month: string | null): string => {
    const parsed = month === null ? undefined : parseMonth(month)
    return parsed === undefined ? '' : longMonth(parsed, language)
  }
  const name =
    place.department === null || place.department === place.name ? place.name : `${place.name}, ${place.department}`
  return (
    <>
      <p className="ink3">{t.why.of(name, `${why.product.name} · ${written(why.month)}`)}</p>
      <p className="why-figure">
        <strong>{estimate(persons.mean)}</strong> {t.totals.personsUnit}
      </p>
      <p className="why-sentence">
        {borrowed === null || borrowed.young
          ? t.why.sentence(estimate(persons.low), estimate(persons.high), count(history.months), place.series)
          : t.why.borrowed(estimate(persons.low), estimate(persons.high), borrowed.lenders, borrowed.from.name)}
        {borrowed?.young === true && ` ${t.why.borrowedBeside(borrowed.lenders, borrowed.from.name)}`}
      </p>
      {tail !== undefined && <p className="why-tail">{t.why.outside[tail]}</p>}
      <ol className="why-chain">
        <Routed why={why} />
        <Allocated why={why} />
        <WhyStep
          number={3}
          name={t.why.forecast}
          value={t.totals.interval(estimate(persons.low), estimate(persons.high))}
        >
          {forecast.method === null ? (
            t.why.noMember
          ) : (
            <>
              {t.why.member(methods[forecast.method] ?? forecast.method, decimal(forecast.loss ?? 0, 2))}
              <br />
              {t.why.tested(percent(forecast.coverage80 ?? 0), count(forecast.origins ?? 0))}
            </>
          )}
          {page !== 'forecast' && (
            <p>
              <ViewLink className="why-link" to={{ page: 'forecast', place: place.ubigeo, why: undefined }}>
                {t.why.toForecast}
              </ViewLink>
            </p>
          )}
        </WhyStep>
        <WhyStep number={2} name={t.why.history} value={t.why.historyValue(count(history.months))}>
          {history.from !== null && t.why.span(written(history.from), written(history.until))}
          {history.notObserved > 0 && <> · {t.why.gaps(count(history.notObserved))}</>}
          <SameMonths months={history.sameMonth} month={why.month} />
        </WhyStep>
        <WhyStep number={1} name={t.why.records} value={t.why.recordsValue(count(why.records.count))}>
          <WhyRecords why={why} />
        </WhyStep>
      </ol>
    </>
  )
}
