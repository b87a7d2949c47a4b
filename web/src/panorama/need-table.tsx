import { Button, TextInput } from '@mantine/core'
import { IconDownload, IconFilter } from '@tabler/icons-react'
import { useTable } from '@tanstack/react-table'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { PanoramaResponse } from '../../../src/api/panorama.ts'
import { count } from '../../../src/messages/format.ts'
import { pick } from '../address.ts'
import { useLanguage } from '../language.tsx'
import { saveCsv } from '../save-csv.ts'
import { SortableHeader } from '../sortable-header.tsx'
import { intervalScale } from './interval-scale.ts'
import { features, needColumns } from './need-columns.tsx'
import { fullName, outside, type ShownPlace } from './need.ts'
import { found } from './place-search.ts'
import { usePrinting } from './printing.ts'
import { csvOf } from './table-csv.ts'
import { useVisibleRows } from './visible-rows.ts'
import './need-table.css'

interface Props {
  readonly panorama: PanoramaResponse
  readonly places: readonly ShownPlace[]
  readonly selected: string | undefined
  /** `YYYY-MM`. */
  readonly month: string
  readonly phone: boolean
}

/** Rows on an A4 page beside a map that shows the whole country; they decide its height, so none is cut. */
const ON_PAPER = 10

export function NeedTable({ panorama, places, selected, month, phone }: Props) {
  const { t } = useLanguage()
  const [filter, setFilter] = useState('')
  const { level } = panorama
  const scale = useMemo(() => intervalScale(Math.max(...places.map((p) => p.need?.high ?? 0))), [places])
  const columns = useMemo(() => needColumns({ t, level, scale }), [t, level, scale])
  const table = useTable({
    features,
    columns,
    data: places,
    getRowId: (place) => place.ubigeo,
    initialState: { sorting: [{ id: 'persons', desc: true }] },
    state: { globalFilter: filter },
    globalFilterFn: ({ original: place }, _column, wanted: string) =>
      found(`${fullName(place)} ${place.capital ?? ''} ${place.ubigeo}`, wanted),
    getColumnCanGlobalFilter: () => true,
  })
  const rows = table.getRowModel().rows
  const box = useRef<HTMLDivElement>(null)
  const visible = useVisibleRows(box, rows.length, phone ? 48 : 30)
  const printing = usePrinting()
  const [from, until] = printing ? [0, Math.min(rows.length, ON_PAPER)] : [visible.from, visible.until]

  const tails = (['above', 'below'] as const).filter((tail) =>
    places.some(({ need }) => need !== null && outside(need) === tail),
  )
  const at = rows.findIndex((row) => row.id === selected)
  const { reveal } = visible
  useEffect(() => {
    if (at >= 0 && !phone) reveal(at)
  }, [at, phone, reveal])

  return (
    <section className="panel need-table" aria-labelledby="table-title">
      <div className="panel-head">
        <h2 id="table-title">
          {phone ? t.table.sheet(count(places.length), level) : t.table.title(level)}{' '}
          {!phone && <span className="table-count">{count(rows.length)}</span>}
        </h2>
        <span className="push" />
        <TextInput
          className="table-filter"
          aria-label={t.table.filterLabel}
          placeholder={t.table.filter}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          leftSection={<IconFilter size={16} stroke={1.75} />}
        />
        <Button
          aria-label={t.table.csvLabel}
          leftSection={<IconDownload size={16} stroke={1.75} />}
          onClick={() =>
            saveCsv(
              `panorama-${panorama.product.id}-${month}.csv`,
              csvOf(
                rows.map((row) => row.original),
                { product: panorama.product, level, month, columns: t.table.csvColumns },
              ),
            )
          }
        >
          {t.table.csv}
        </Button>
      </div>
      <div className="table-scroll" ref={box} onScroll={visible.onScroll}>
        <table aria-rowcount={rows.length + 1}>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => (
                  <SortableHeader
                    key={header.id}
                    className={`cell-${header.column.id}`}
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
            {!printing && visible.before > 0 && <Space height={visible.before} />}
            {rows.slice(from, until).map((row, i) => (
              <tr
                key={row.id}
                aria-rowindex={from + i + 2}
                className={row.id === selected ? 'row-chosen' : ''}
                onClick={() => pick(row.id, selected)}
              >
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} className={`cell-${cell.column.id}`}>
                    {cell.column.id === 'name' ? (
                      /* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its text is the cell */
                      <button type="button" className="row-pick" aria-pressed={row.id === selected}>
                        <table.FlexRender cell={cell} />
                      </button>
                    ) : (
                      <table.FlexRender cell={cell} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {!printing && visible.after > 0 && <Space height={visible.after} />}
          </tbody>
        </table>
        {rows.length === 0 && <p className="table-empty">{t.table.empty(filter)}</p>}
      </div>
      <p className="table-footer">
        {printing && rows.length > until && <strong>{t.table.onPaper(count(rows.length - until))} </strong>}
        {t.table.footer}
        {tails.map((tail) => (
          <span key={tail}> {t.table.outsideNote[tail]}</span>
        ))}
      </p>
    </section>
  )
}

function Space({ height }: { readonly height: number }) {
  return <tr aria-hidden="true" className="row-space" style={{ height }} />
}
