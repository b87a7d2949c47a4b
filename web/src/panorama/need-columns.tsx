import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import { decimal, estimate } from '../../../src/messages/format.ts'
import type { Messages } from '../../../src/messages/page-es.ts'
import type { MapLevel } from '../../../src/api/fields.ts'
import type { ValueScale } from '../chart/value-scale.ts'
import { Swatch } from './dots.tsx'
import { IntervalAxis, IntervalCell } from './interval-cell.tsx'
import { certaintyOf, outside, perThousand, type ShownPlace } from './need.ts'

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnFilteringFeature,
  globalFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
})

const helper = createColumnHelper<typeof features, ShownPlace>()

const CERTAINTIES = ['high', 'middle', 'low'] as const

/** Places without data come last, whichever way a column is sorted. */
const missingLast = { sortUndefined: 'last' as const }

interface Shown {
  readonly t: Messages
  readonly level: MapLevel
  readonly scale: ValueScale
}

export const needColumns = ({ t, level, scale }: Shown) =>
  helper.columns([
    helper.accessor('name', {
      header: t.table.place(level),
      sortFn: (a, b) => a.original.name.localeCompare(b.original.name, 'es'),
      cell: ({ row }) => {
        const { name, province, department } = row.original
        const around = [...new Set([province, department])].filter((part) => part !== null && part !== name).join(', ')
        return (
          <>
            {name} <span className="ink3">{around || (department === name ? department : '')}</span>
          </>
        )
      },
    }),
    helper.accessor((place) => place.need?.mean, {
      id: 'persons',
      header: t.table.persons,
      sortDescFirst: true,
      ...missingLast,
      cell: ({ row }) =>
        row.original.need === null ? (
          <span className="ink3 cell-missing">{t.table.missing}</span>
        ) : (
          estimate(row.original.need.mean)
        ),
    }),
    helper.accessor((place) => place.need?.high, {
      id: 'interval',
      header: () => (
        <>
          {t.table.interval}
          <IntervalAxis scale={scale} />
        </>
      ),
      sortDescFirst: true,
      ...missingLast,
      cell: ({ row }) => row.original.need !== null && <IntervalCell need={row.original.need} scale={scale} />,
    }),
    helper.accessor((place) => perThousand(place) ?? undefined, {
      id: 'perThousand',
      header: t.table.perThousand,
      sortDescFirst: true,
      ...missingLast,
      cell: ({ row }) => {
        const share = perThousand(row.original)
        return share === null ? '–' : decimal(share, 1)
      },
    }),
    helper.accessor(
      (place) => {
        const certainty = place.need === null ? undefined : certaintyOf(place.need)
        return certainty === undefined ? undefined : CERTAINTIES.indexOf(certainty)
      },
      {
        id: 'certainty',
        header: t.table.certainty,
        ...missingLast,
        cell: ({ row }) => {
          const { need } = row.original
          const certainty = need === null ? undefined : certaintyOf(need)
          if (need === null || certainty === undefined) return '–'
          const tail = outside(need)
          return (
            <span className="certainty" title={tail === undefined ? undefined : t.table.outside[tail]}>
              <Swatch need={3} certainty={certainty} /> {t.table.certainties[certainty]}
              {tail !== undefined && ' *'}
            </span>
          )
        },
      },
    ),
  ])
