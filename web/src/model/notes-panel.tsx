import type { ModelResponse } from '../../../src/api/model.ts'
import { type Note, noteSentence } from '../../../src/messages/notes.ts'
import { useModelLanguage } from './model-language.ts'

/** What training and backtest decided or could not know, in their own words. */
export function NotesPanel({ model }: { readonly model: ModelResponse }) {
  const { m, language } = useModelLanguage()
  const notes = model.notes as readonly Note[]
  if (notes.length === 0) return null
  return (
    <section className="panel model-notes" aria-labelledby="model-notes-title">
      <div className="panel-head">
        <h2 id="model-notes-title">{m.notes}</h2>
      </div>
      <ul>
        {notes.map((note) => (
          <li key={JSON.stringify(note)}>{noteSentence(note, language)}</li>
        ))}
      </ul>
    </section>
  )
}
