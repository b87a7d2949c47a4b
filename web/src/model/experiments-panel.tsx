import { Button, NativeSelect } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTable } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { ExperimentsResponse, ProductModel } from '../../../src/api/model.ts'
import { saveCsv } from '../save-csv.ts'
import { SortableHeader } from '../sortable-header.tsx'
import { experimentColumns, features } from './experiment-columns.tsx'
import { experimentsCsv } from './experiments-csv.ts'
import { measuresOf, productsMeasured } from './experiment-facts.ts'
import { useModelLanguage } from './model-language.ts'
import './experiments-panel.css'

interface Props {
  readonly experiments: ExperimentsResponse
  readonly products: readonly ProductModel[]
}

/** Every training and what came of it, one measure at a time, so that columns are products and rows compare. */
export function ExperimentsPanel({ experiments: { source, failed, experiments }, products }: Props) {
  const { m, language } = useModelLanguage()
  const measures = useMemo(() => measuresOf(experiments), [experiments])
  const [wanted, setWanted] = useState<string>()
  const measure = measures.find((name) => name === wanted) ?? measures[0] ?? ''
  const columns = useMemo(() => {
    const names = new Map(products.map(({ product }) => [product.id, product.name]))
    const shown = productsMeasured(experiments, measure, [...names.keys()])
    return experimentColumns({
      m,
      language,
      experiments,
      measure,
      products: shown.map((id) => ({ id, name: id === '' ? m.allProducts : (names.get(id) ?? id) })),
    })
  }, [m, language, experiments, measure, products])
  const table = useTable({
    features,
    columns,
    data: experiments,
    getRowId: ({ id, at }, i) => `${id} ${at} ${i}`,
    initialState: { sorting: [] },
  })
  return (
    <section className="panel experiments" aria-labelledby="experiments-title">
      <div className="panel-head">
        <h2 id="experiments-title">{m.experiments}</h2>
        <span className="ink3">{source === 'dvc' ? m.fromDvc : m.fromRuns}</span>
        <span className="push" />
        {measures.length > 0 && (
          <NativeSelect
            className="experiments-measure"
            aria-label={m.measure}
            value={measure}
            data={measures.map((name) => ({ value: name, label: m.measureName(name) }))}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
        )}
        {measure !== '' && (
          <span className="experiments-printed" aria-hidden="true">
            {m.measureName(measure)}
          </span>
        )}
        {experiments.length > 0 && (
          <Button
            aria-label={m.csvLabel}
            leftSection={<IconDownload size={16} stroke={1.75} />}
            onClick={() =>
              saveCsv(
                'experimentos.csv',
                experimentsCsv(
                  table.getRowModel().rows.map((row) => row.original),
                  m,
                ),
              )
            }
          >
            {m.csv}
          </Button>
        )}
      </div>
      {failed !== null && <p className="model-none">{m.dvcFailed(failed)}</p>}
      {experiments.length === 0 ? (
        <p className="model-none">{m.noExperiments}</p>
      ) : (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a narrow screen it scrolls sideways */}
          <div className="model-scroll" tabIndex={0} role="group" aria-labelledby="experiments-title">
            <table className="model-table">
              <thead>
                {table.getHeaderGroups().map((group) => (
                  <tr key={group.id}>
                    {group.headers.map((header) => (
                      <SortableHeader
                        key={header.id}
                        className={header.column.id.startsWith('product ') ? 'cell-number' : ''}
                        sorted={header.column.getIsSorted()}
                        onToggle={header.column.getToggleSortingHandler()}
                      >
                        <table.FlexRender header={header} />
                      </SortableHeader>
                    ))}
                  </tr>
                ))}
              </thead>
              <tbody>
                {table.getRowModel().rows.map((row) => (
                  <tr key={row.id} className={row.original.state === 'in-use' ? 'row-chosen' : ''}>
                    {row.getAllCells().map((cell) => (
                      // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its text is the cell
                      <td key={cell.id} className={cell.column.id.startsWith('product ') ? 'cell-number' : ''}>
                        <table.FlexRender cell={cell} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="model-foot">{m.experimentsFoot}</p>
        </>
      )}
    </section>
  )
}
