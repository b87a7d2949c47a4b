import { Button } from '@mantine/core'
import { count } from '../../../src/messages/format.ts'
import { StageMark } from '../frame/stage-mark.tsx'
import { useLanguage } from '../language.tsx'
import { ProblemError } from '../results.ts'
import './states.css'

interface Props {
  readonly error: Error
  readonly onRetry: () => void
}

/** Items shown one by one; the rest is counted. */
const MOST = 20

/** A sentence, what to do about it, and the code to look up. */
export function Failure({ error, onRetry }: Props) {
  const { t } = useLanguage()
  const problem = error instanceof ProblemError ? error.problem : undefined
  const asked = problem !== undefined && problem.status >= 400 && problem.status < 409
  const mend = problem?.status === 409
  return (
    <section className="panel state" role="alert">
      <div className="state-text">
        <h1>
          <StageMark state="failed" /> {asked ? t.states.unknownTitle : mend ? t.states.mendTitle : t.states.errorTitle}
        </h1>
        {problem !== undefined && <p>{problem.detail}</p>}
        {problem?.items !== undefined && problem.items.length > 0 && (
          <ul className="state-items mono">
            {problem.items.slice(0, MOST).map((item) => (
              <li key={item}>{item}</li>
            ))}
            {problem.items.length > MOST && <li>… {count(problem.items.length - MOST)}</li>}
          </ul>
        )}
        {mend && <p>{t.states.mendText}</p>}
        <p className="state-buttons">
          {asked ? (
            <a className="state-home" href="/">
              {t.states.goHome}
            </a>
          ) : (
            <Button variant="filled" onClick={onRetry}>
              {t.states.retry}
            </Button>
          )}
        </p>
        <p className="ink3 mono">{t.states.errorTail(problem?.code ?? 'offline')}</p>
      </div>
    </section>
  )
}
