import { IconArrowUp } from '@tabler/icons-react'
import type { ForecastMember, ForecastResponse } from '../../../src/api/forecast.ts'
import { decimal, percent } from '../../../src/messages/format.ts'
import { useForecastLanguage } from './forecast-language.ts'
import { leadsOf } from './past-record.ts'
import './bars-panel.css'
import './members-panel.css'

/** What every method must beat: they stand at the end, in grey, whatever their loss. */
const YARDSTICKS = ['seasonal-naive', 'zero']
const WIDTH = 34

/** By loss; the yardsticks last, themselves by loss. */
const inOrder = (members: readonly ForecastMember[]): readonly ForecastMember[] =>
  members.toSorted(
    (a, b) => Number(YARDSTICKS.includes(a.method)) - Number(YARDSTICKS.includes(b.method)) || a.loss - b.loss,
  )

export function MembersPanel({ forecast }: { readonly forecast: ForecastResponse }) {
  const { f } = useForecastLanguage()
  const members = inOrder(forecast.members)
  const most = Math.max(...members.map((member) => member.loss))
  const tested = members[0]?.origins ?? 0
  const ahead = leadsOf(forecast).at(-1)
  return (
    <section className="panel members" aria-labelledby="members-title">
      <div className="panel-head">
        <h2 id="members-title">{f.members}</h2>
        <span className="push" />
        {members.length > 0 && ahead !== undefined && <span className="ink3">{f.membersNote(tested, ahead)}</span>}
      </div>
      {members.length === 0 ? (
        <p className="bars-none">{f.noMembers}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{f.member}</th>
                <th scope="col" className="members-loss" aria-sort="ascending">
                  {f.loss} <IconArrowUp size={14} stroke={2} aria-hidden="true" />
                </th>
                <th scope="col">{f.coverage}</th>
              </tr>
            </thead>
            <tbody>
              {members.map(({ method, loss, coverage80, chosen }) => (
                <tr
                  key={method}
                  className={chosen ? 'member-chosen' : YARDSTICKS.includes(method) ? 'member-yardstick' : ''}
                >
                  <th scope="row">
                    {f.memberName(method)}
                    {chosen && <span className="member-tag">{f.inUse}</span>}
                  </th>
                  <td className="members-loss">
                    <svg width={WIDTH} height={10} aria-hidden="true">
                      <rect
                        x={WIDTH - (WIDTH * loss) / most}
                        width={(WIDTH * loss) / most}
                        height={10}
                        className={chosen ? 'why-predicted' : 'bar'}
                      />
                    </svg>
                    {decimal(loss, 2)}
                  </td>
                  <td>{percent(coverage80)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="bars-foot">{f.lossNote}</p>
        </>
      )}
    </section>
  )
}
