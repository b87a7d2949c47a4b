import { createColumnHelper, createSortedRowModel, rowSortingFeature, tableFeatures } from '@tanstack/react-table'
import type { Experiment } from '../../../src/api/model.ts'
import { decimal, type Language, moment, percent, shortMonth } from '../../../src/messages/format.ts'
import type { ModelMessages } from '../../../src/messages/page-model-es.ts'
import { parseMonth } from '../../../src/model/month.ts'
import { differing, measured } from './experiment-facts.ts'

export const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const helper = createColumnHelper<typeof features, Experiment>()
const SHARES: readonly string[] = ['coverage80', 'network_coverage80', 'bias']
/** What has no value comes last, whichever way a column is sorted. */
const missingLast = { sortUndefined: 'last' as const }

interface Shown {
  readonly m: ModelMessages
  readonly language: Language
  readonly experiments: readonly Experiment[]
  readonly measure: string
  readonly products: readonly { readonly id: string; readonly name: string }[]
}

export function experimentColumns({ m, language, experiments, measure, products }: Shown) {
  const differ = differing(experiments)
  const settings = ({ parameters }: Experiment): string =>
    parameters
      .filter(({ name }) => differ.has(name))
      .map(({ name, value }) => `${m.settingName(name)} ${m.settingValue(value)}`)
      .join(', ')
  return helper.columns([
    helper.accessor((e) => e.name ?? e.id, {
      id: 'experiment',
      header: m.experiment,
      cell: ({ row: { original: e } }) => (
        <>
          {e.statistical ? m.statistical : (e.name ?? <code>{e.id}</code>)}
          {e.state !== null && <span className="member-tag">{m.states[e.state]}</span>}
          {e.sameData === false && <span className="ink3"> {m.otherData}</span>}
        </>
      ),
    }),
    helper.accessor((e) => e.at ?? undefined, {
      id: 'at',
      header: m.when,
      sortDescFirst: true,
      ...missingLast,
      cell: ({ row: { original: e } }) => (e.at === null ? m.none : moment(e.at, language)),
    }),
    helper.accessor((e) => e.before ?? undefined, {
      id: 'before',
      header: m.before,
      ...missingLast,
      cell: ({ row: { original: e } }) => {
        const month = parseMonth(e.before ?? '')
        return month === undefined ? m.none : shortMonth(month, language)
      },
    }),
    helper.accessor((e) => (e.statistical ? '' : settings(e)), {
      id: 'settings',
      header: m.settings,
      cell: ({ row: { original: e } }) =>
        e.statistical ? m.none : settings(e) || <span className="ink3">{m.sameSettings}</span>,
    }),
    ...products.map(({ id, name }) =>
      helper.accessor((e) => measured(e, id, measure), {
        id: `product ${id}`,
        header: name,
        ...missingLast,
        cell: ({ row: { original: e } }) => {
          const value = measured(e, id, measure)
          if (value === undefined) return m.none
          if (SHARES.includes(measure)) return percent(value)
          return decimal(value, Number.isInteger(value) ? 0 : 3)
        },
      }),
    ),
  ])
}
