import type { WorkspaceResponse } from '../../../src/api/workspace.ts'
import { StageMark } from '../frame/stage-mark.tsx'
import { useModelLanguage } from './model-language.ts'

/** What there is, what is missing, in the order in which it is made. */
export function NoModelPanel({ workspace }: { readonly workspace: WorkspaceResponse }) {
  const { m } = useModelLanguage()
  const ran = (name: string): boolean =>
    workspace.stages.some(({ stage, state }) => stage === name && (state === 'fresh' || state === 'stale'))
  const steps = [
    { done: ran('prepare'), text: m.emptyData },
    { done: ran('backtest'), text: m.emptyPlan },
    { done: false, text: m.emptyTrain },
  ]
  return (
    <section className="panel no-model" aria-labelledby="no-model-title">
      <h2 id="no-model-title">{m.emptyTitle}</h2>
      <p>{m.emptyText}</p>
      <ul className="checklist">
        {steps.map(({ done, text }) => (
          <li key={text}>
            <StageMark state={done ? 'fresh' : 'pending'} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
