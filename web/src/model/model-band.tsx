import type { ModelResponse } from '../../../src/api/model.ts'
import type { WorkspaceResponse } from '../../../src/api/workspace.ts'
import { StageMark } from '../frame/stage-mark.tsx'
import { useModelLanguage } from './model-language.ts'

interface Props {
  readonly workspace: WorkspaceResponse
  readonly model: ModelResponse
}

/** What a reader must know of the model before trusting it; the most pressing alone. */
export function ModelBand({ workspace, model }: Props) {
  const { m } = useModelLanguage()
  const state = workspace.stages.find(({ stage }) => stage === 'train')?.state
  const [look, strong, text] = model.unreadable
    ? (['failed', m.unreadable, m.unreadableText] as const)
    : state === 'failed'
      ? (['failed', m.failed, m.failedText] as const)
      : model.early
        ? (['stale', m.early, m.earlyText] as const)
        : state === 'stale'
          ? (['stale', m.stale, m.staleText] as const)
          : []
  if (look === undefined) return null
  return (
    <div className={`band band-${look}`} role="status">
      <StageMark state={look} />
      <p>
        <strong>{strong}</strong> {text}
      </p>
    </div>
  )
}
