import type { ModelMember, ProductModel } from '../../../src/api/model.ts'
import { decimal, percent } from '../../../src/messages/format.ts'
import { chosenOf, inOrder, isYardstick } from './model-facts.ts'
import { useModelLanguage } from './model-language.ts'
import './weights-panel.css'

interface Props {
  readonly shown: ProductModel
  /** In the order of the weights. */
  readonly classes: readonly string[]
}

const LOSS_BAR = 48
const WEIGHT_BAR = 26

/** Networks and statistical methods side by side: what each loses, and what it weighs in the combination. */
export function WeightsPanel({ shown, classes }: Props) {
  const { m } = useModelLanguage()
  const members = inOrder(shown.members)
  const chosen = chosenOf(shown)
  const tested = members[0]?.origins ?? 0
  const most = Math.max(...members.map(({ loss }) => loss))
  const combined = chosen?.kind === 'combination'
  const rows = combined ? 2 : 1
  return (
    <section className="panel weights" aria-labelledby="weights-title">
      <div className="panel-head">
        <h2 id="weights-title">{m.members}</h2>
        <span className="ink3">{shown.product.name}</span>
        <span className="push" />
        {members.length > 0 && <span className="ink3">{m.origins(tested)}</span>}
      </div>
      {members.length === 0 ? (
        <p className="model-none">{m.noMembers}</p>
      ) : (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a narrow screen it scrolls sideways */}
          <div className="model-scroll" tabIndex={0} role="group" aria-labelledby="weights-title">
            <table className="model-table">
              <thead>
                <tr>
                  <th scope="col" rowSpan={rows}>
                    {m.member}
                  </th>
                  <th scope="col" rowSpan={rows} aria-sort="ascending">
                    {m.memberLoss}
                  </th>
                  <th scope="col" rowSpan={rows}>
                    {m.inEighty}
                  </th>
                  <th scope="col" rowSpan={rows}>
                    {m.bias}
                  </th>
                  {combined && (
                    <th scope="colgroup" className="weight weight-over" colSpan={classes.length}>
                      {m.weight}
                    </th>
                  )}
                </tr>
                {combined && (
                  <tr>
                    {classes.map((kind) => (
                      <th scope="col" key={kind} className="weight">
                        {m.classes[kind] ?? kind}
                      </th>
                    ))}
                  </tr>
                )}
              </thead>
              <tbody>
                {members.map((member) => (
                  <Row key={member.method} member={member} most={most} classes={combined ? classes : []} />
                ))}
              </tbody>
            </table>
          </div>
          <p className="model-foot">
            {chosen !== undefined && !combined && <>{m.single(m.memberName(chosen.method))} </>}
            {m.membersFoot}
          </p>
        </>
      )}
    </section>
  )
}

interface RowProps {
  readonly member: ModelMember
  readonly most: number
  readonly classes: readonly string[]
}

function Row({ member, most, classes }: RowProps) {
  const { m } = useModelLanguage()
  const { method, kind, loss, bias, coverage80, chosen, weights } = member
  const name = m.memberName(method)
  return (
    <tr className={chosen ? 'member-chosen' : isYardstick(member) ? 'member-yardstick' : ''}>
      <th scope="row">
        {name}
        {chosen && <span className="member-tag">{m.inUse}</span>}
      </th>
      <td>
        <svg width={LOSS_BAR} height={10} aria-hidden="true">
          <rect
            x={LOSS_BAR - (LOSS_BAR * loss) / most}
            width={(LOSS_BAR * loss) / most}
            height={10}
            className={chosen ? 'weight-chosen' : kind === 'network' ? 'weight-network' : 'bar'}
          />
        </svg>
        {decimal(loss, 2)}
      </td>
      <td>{percent(coverage80)}</td>
      <td>{percent(bias)}</td>
      {classes.map((of, i) => {
        const weight = weights?.[i]
        return (
          <td key={of} className="weight">
            {weight === undefined ? (
              m.none
            ) : (
              <>
                <svg width={WEIGHT_BAR} height={10} aria-hidden="true">
                  <rect
                    width={WEIGHT_BAR * weight}
                    height={10}
                    className={kind === 'network' ? 'weight-network' : 'bar'}
                  />
                </svg>
                <span className={weight === 0 ? 'ink3' : ''}>{weight === 0 ? '0' : percent(weight)}</span>
              </>
            )}
          </td>
        )
      })}
    </tr>
  )
}
