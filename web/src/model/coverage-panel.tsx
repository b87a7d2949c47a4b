import type { ModelCoverage, ProductModel } from '../../../src/api/model.ts'
import { count, percent } from '../../../src/messages/format.ts'
import { byChance } from './model-facts.ts'
import { useModelLanguage } from './model-language.ts'
import './coverage-panel.css'

const WIDTH = 136
const HEIGHT = 22
const NOMINAL = 0.8
const at = (share: number): number => 5 + share * (WIDTH - 10)

/** Whether the interval holds everywhere alike, the poorest included. */
export function CoveragePanel({ shown }: { readonly shown: ProductModel }) {
  const { m } = useModelLanguage()
  const departments = shown.coverage
    .filter(({ by }) => by === 'department')
    .toSorted((a, b) => a.coverage80 - b.coverage80)
  const quintiles = shown.coverage.filter(({ by }) => by === 'poverty-quintile')
  return (
    <section className="panel coverage" aria-labelledby="coverage-title">
      <div className="panel-head">
        <h2 id="coverage-title">{m.coverage}</h2>
        <span className="push" />
        <span className="ink3">{shown.product.name}</span>
      </div>
      {departments.length === 0 ? (
        <p className="model-none">{m.noCoverage}</p>
      ) : (
        <>
          <Plot title={m.quintile} rows={quintiles.map((row) => ({ ...row, name: m.quintileName(row.of) }))} />
          {quintiles.length === 0 && <p className="coverage-missing">{m.noQuintiles}</p>}
          <Plot title={m.department} rows={departments} />
          <p className="model-foot">{m.coverageFoot}</p>
        </>
      )}
    </section>
  )
}

function Plot({ title, rows }: { readonly title: string; readonly rows: readonly ModelCoverage[] }) {
  const { m } = useModelLanguage()
  if (rows.length === 0) return null
  return (
    <table className="coverage-plot">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <td aria-hidden="true">
            <svg width={WIDTH} height={16}>
              <text x={at(0)} y={12}>
                0
              </text>
              <text x={at(NOMINAL)} y={12} textAnchor="end" className="coverage-aim">
                {m.nominal}
              </text>
            </svg>
          </td>
          <th scope="col">{m.hitsColumn}</th>
          <th scope="col">{m.cells}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ of, name, coverage80, cells }) => {
          const [low, high] = byChance(cells)
          return (
            <tr key={of}>
              <th scope="row">{name}</th>
              <td aria-hidden="true">
                <svg width={WIDTH} height={HEIGHT}>
                  <rect x={at(low)} width={at(high) - at(low)} y={3} height={HEIGHT - 6} className="coverage-chance" />
                  <line x1={at(0)} x2={at(coverage80)} y1={HEIGHT / 2} y2={HEIGHT / 2} className="coverage-stem" />
                  <line x1={at(NOMINAL)} x2={at(NOMINAL)} y1={0} y2={HEIGHT} className="coverage-nominal" />
                  <circle
                    cx={at(coverage80)}
                    cy={HEIGHT / 2}
                    r={4}
                    className={coverage80 < low ? 'coverage-dot coverage-low' : 'coverage-dot'}
                  >
                    <title>{m.coverageText(name, percent(coverage80), count(cells))}</title>
                  </circle>
                </svg>
              </td>
              <td className={coverage80 < low ? 'coverage-short' : ''}>{percent(coverage80)}</td>
              <td className="ink3">{count(cells)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
