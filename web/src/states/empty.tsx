import { Button } from '@mantine/core'
import type { WorkspaceResponse } from '../../../src/api/workspace.ts'
import { count } from '../../../src/messages/format.ts'
import { StageMark } from '../frame/stage-mark.tsx'
import { useLanguage } from '../language.tsx'
import { Order } from './order.tsx'
import './states.css'

interface Props {
  readonly workspace: WorkspaceResponse
  /** Reads the files and plans; `undefined` where that cannot be now. */
  readonly onPlan: (() => void) | undefined
}

/** What is there, what is missing, and what makes the rest. */
export function Empty({ workspace, onPlan }: Props) {
  const { t } = useLanguage()
  const { rawFiles, places, observations, depots, lots, name } = workspace
  const some = (n: number | null): string => (n === null || n === 0 ? t.states.none : count(n))
  const items = [
    { done: rawFiles > 0, text: t.states.files, note: rawFiles > 0 ? t.states.filesCount(rawFiles) : t.states.none },
    { done: (places ?? 0) > 0, text: t.states.places, note: some(places) },
    { done: (observations ?? 0) > 0, text: t.states.observations, note: some(observations) },
    {
      done: (depots ?? 0) > 0 && (lots ?? 0) > 0,
      text: t.states.stock,
      note: (depots ?? 0) > 0 ? some(lots) : t.states.stockNote,
    },
    { done: false, text: t.states.forecastDone, note: '' },
  ]
  return (
    <section className="panel state">
      <div className="state-text">
        <h1>{t.states.emptyTitle}</h1>
        <p>{t.states.emptyText}</p>
        <ul className="checklist">
          {items.map((item) => (
            <li key={item.text}>
              <StageMark state={item.done ? 'fresh' : 'pending'} />
              <span>
                {item.text} <span className="ink3">{item.note}</span>
              </span>
            </li>
          ))}
        </ul>
        {onPlan !== undefined && rawFiles > 0 && (
          <Button variant="filled" onClick={onPlan}>
            {t.jobs.planFirst}
          </Button>
        )}
        <h2>{t.states.orders}</h2>
        <Order text={`npx chasqui import -w ${name} --dry-run`} />
        <Order text={`npx chasqui plan -w ${name}`} />
      </div>
    </section>
  )
}
