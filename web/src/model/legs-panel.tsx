import type { ModelLegs } from '../../../src/api/model.ts'
import { count, decimal, percent, shortDay } from '../../../src/messages/format.ts'
import { useModelLanguage } from './model-language.ts'

const WAYS = ['driven', 'planned'] as const
const TIMERS = ['table', 'fitted', 'network'] as const

/** The network of the duration of legs beside the speed table, on legs that neither has seen. */
export function LegsPanel({ legs }: { readonly legs: ModelLegs }) {
  const { m, language } = useModelLanguage()
  const names = { table: m.legsTable, fitted: m.legsFitted, network: m.legsNetwork }
  return (
    <section className="panel legs" aria-labelledby="legs-title">
      <div className="panel-head">
        <h2 id="legs-title">{m.legs}</h2>
        <span className="push" />
        {legs !== null && <span className="ink3">{legs.used ? m.legsUsed : m.legsNotUsed}</span>}
      </div>
      {legs === null ? (
        <p className="model-none">{m.noLegs}</p>
      ) : (
        <>
          <table className="model-table">
            <thead>
              <tr>
                <th scope="col">{m.legsBy}</th>
                <th scope="col">{m.legsDriven}</th>
                <th scope="col">{m.legsPlanned}</th>
              </tr>
            </thead>
            <tbody>
              {TIMERS.map((timer) => (
                <tr key={timer} className={(timer === 'network') === legs.used && timer !== 'fitted' ? 'leg-used' : ''}>
                  <th scope="row">{names[timer]}</th>
                  {WAYS.map((way) => {
                    const { maeMin, mape } = legs[way][timer]
                    return (
                      <td key={way}>
                        {decimal(maeMin, 1)} <span className="ink3">{percent(mape)}</span>
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          <p className="model-foot">
            {m.legsSentence(
              count(legs.legs.heldOut),
              shortDay(legs.heldOut.from, language),
              shortDay(legs.heldOut.until, language),
            )}
          </p>
        </>
      )}
    </section>
  )
}
