import type { ModelResponse, ProductModel } from '../../../src/api/model.ts'
import { decimal } from '../../../src/messages/format.ts'
import { LearningCurve } from './learning-curve.tsx'
import { useModelLanguage } from './model-language.ts'
import './curves-panel.css'

/** One small picture per product, alike in size; each has its own scale, because losses of different kinds do not compare. */
export function CurvesPanel({ model }: { readonly model: ModelResponse }) {
  const { m } = useModelLanguage()
  return (
    <section className="panel curves" aria-labelledby="curves-title">
      <div className="panel-head">
        <h2 id="curves-title">{m.curves}</h2>
        <span className="ink3">{m.curvesNote}</span>
        <span className="push" />
        <ul className="curve-keys" aria-hidden="true">
          <li className="key-validation">{m.validation}</li>
          <li className="key-training">{m.training}</li>
          <li className="key-best">{m.bestMark}</li>
        </ul>
      </div>
      <div className="curves-grid">
        {model.products.map((product) => (
          <Product key={product.product.id} product={product} unreadable={model.unreadable} />
        ))}
      </div>
      <p className="model-foot">{m.curvesFoot}</p>
    </section>
  )
}

function Product({
  product: { product, network },
  unreadable,
}: {
  readonly product: ProductModel
  readonly unreadable: boolean
}) {
  const { m } = useModelLanguage()
  if (network === null)
    return (
      <figure className="curve">
        <figcaption>
          <strong>{product.name}</strong> <span className="ink3">{unreadable ? m.noNetworkUnread : m.noNetwork}</span>
        </figcaption>
      </figure>
    )
  const { losses, best } = network
  const same = losses.every((l) => l.training === l.validation)
  const at = (i: number): string => decimal(losses.at(i)?.validation ?? 0, 3)
  return (
    <figure className="curve">
      <figcaption>
        <strong>{product.name}</strong> <span className="ink3">{m.head(network.head)}</span>
      </figcaption>
      <LearningCurve
        losses={losses}
        best={best}
        same={same}
        label={m.curveText(product.name, losses.length, best, at(0), at(-1))}
      />
      <table className="only-read-aloud">
        <thead>
          <tr>
            <th scope="col">{m.epochs}</th>
            <th scope="col">{m.training}</th>
            <th scope="col">{m.validation}</th>
          </tr>
        </thead>
        <tbody>
          {losses.map((l) => (
            <tr key={l.epoch}>
              <td>{l.epoch}</td>
              <td>{decimal(l.training, 3)}</td>
              <td>{decimal(l.validation, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="curve-note">{m.architecture(network.settings)}</p>
      {same && <p className="curve-note">{m.sameCurve}</p>}
    </figure>
  )
}
