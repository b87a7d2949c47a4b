import type { ApiStage } from '../../../src/api/workspace.ts'

/** State of a stage by shape first, by colour second. */
export function StageMark({ state }: { readonly state: ApiStage['state'] | 'running' }) {
  return (
    <svg className="stage-mark" viewBox="0 0 18 18" width={18} height={18} aria-hidden="true">
      {state === 'fresh' && (
        <>
          <circle cx={9} cy={9} r={8} fill="var(--ok)" />
          <path d="M5.4 9.3l2.5 2.4 4.7-5" fill="none" stroke="var(--surface)" strokeWidth={1.9} />
        </>
      )}
      {state === 'stale' && (
        <>
          <circle cx={9} cy={9} r={7} fill="none" stroke="var(--warn)" strokeWidth={2} />
          <path d="M9 3a6 6 0 0 1 0 12z" fill="var(--warn)" />
        </>
      )}
      {state === 'failed' && (
        <>
          <path d="M9 1.6l8 14.4H1z" fill="var(--short)" strokeLinejoin="round" />
          <path d="M9 6.6v4.6M9 12.6v1.6" stroke="var(--surface)" strokeWidth={1.8} />
        </>
      )}
      {state === 'running' && (
        <>
          <circle cx={9} cy={9} r={7} fill="none" stroke="var(--line2)" strokeWidth={2} />
          <path className="turning" d="M9 2a7 7 0 0 1 7 7" fill="none" stroke="var(--ink)" strokeWidth={2} />
        </>
      )}
      {state === 'pending' && (
        <circle cx={9} cy={9} r={7} fill="none" stroke="var(--line3)" strokeWidth={1.75} strokeDasharray="2.6 2.9" />
      )}
    </svg>
  )
}
