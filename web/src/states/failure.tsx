import { Button } from '@mantine/core'
import { StageMark } from '../frame/stage-mark.tsx'
import { useLanguage } from '../language.tsx'
import { ProblemError } from '../results.ts'
import './states.css'

interface Props {
  readonly error: Error
  readonly onRetry: () => void
}

/** A sentence, what to do about it, and the code to look up. */
export function Failure({ error, onRetry }: Props) {
  const { t } = useLanguage()
  const problem = error instanceof ProblemError ? error.problem : undefined
  const asked = problem !== undefined && problem.status >= 400 && problem.status < 409
  return (
    <section className="panel state" role="alert">
      <div className="state-text">
        <h1>
          <StageMark state="failed" /> {asked ? t.states.unknownTitle : t.states.errorTitle}
        </h1>
        {problem !== undefined && <p>{problem.detail}</p>}
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
