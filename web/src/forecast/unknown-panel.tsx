import type { ForecastResponse } from '../../../src/api/forecast.ts'
import { type Note, noteSentence } from '../../../src/messages/notes.ts'
import { useForecastLanguage } from './forecast-language.ts'
import './unknown-panel.css'

/** Notes that say what is not known; the others say how the numbers were made. */
const UNKNOWN: readonly Note['code'][] = [
  'no-demand-known',
  'few-origins',
  'no-backtest',
  'product-without-history',
  'places-without-history',
  'places-not-named',
  'some-departments',
  'files-end-early',
  'new-places-borrow',
  'young-places-borrow',
  'window-far-ahead',
  'few-runs',
  'stopped-early',
  'blank-cells',
]

/** What the forecast cannot know, and what was decided on the way to it. */
export function UnknownPanel({ forecast }: { readonly forecast: ForecastResponse }) {
  const { f, language } = useForecastLanguage()
  const notes = forecast.notes as readonly Note[]
  const average = forecast.members.some((member) => member.chosen && member.method.includes('average'))
  const sentence = (note: Note): string => noteSentence(note, language)
  const holes = notes.filter((note) => note.code === 'register-month')
  const unknown = notes.filter((note) => UNKNOWN.includes(note.code))
  const decided = notes.filter((note) => note.code !== 'register-month' && !UNKNOWN.includes(note.code))
  return (
    <section className="panel unknown" aria-labelledby="unknown-title">
      <div className="panel-head">
        <h2 id="unknown-title">{f.unknown}</h2>
      </div>
      <ul>
        {[...unknown.map(sentence), ...f.limits(average)].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {holes.length > 0 && <Folded title={f.monthsOfRegister(holes.length)} lines={holes.map(sentence)} />}
      {decided.length > 0 && <Folded title={f.decided} lines={decided.map(sentence)} />}
    </section>
  )
}

function Folded({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
