import type { WhyResponse } from '../../../src/api/why.ts'
import { count } from '../../../src/messages/format.ts'
import { useLanguage } from '../language.tsx'

/** The latest facts with the line of the file they stand on. */
export function WhyRecords({ why: { records } }: { readonly why: WhyResponse }) {
  const { t } = useLanguage()
  if (records.latest.length === 0) return t.why.noRecords
  const files = [...new Set(records.latest.map((record) => record.file))]
  return (
    <>
      {t.why.latest}
      <table className="why-records">
        <tbody>
          {records.latest.map((record) => (
            <tr key={`${record.file} ${record.row} ${record.measure}`}>
              <td className="mono">{t.why.line(count(record.row))}</td>
              <td>{record.date}</td>
              <td>
                {record.measure.startsWith('demand:')
                  ? t.why.demand
                  : (t.why.measures[record.measure] ?? record.measure)}
              </td>
              <td className="why-value">{record.value === null ? t.table.missing : count(record.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mono">{files.join(', ')}</p>
    </>
  )
}
