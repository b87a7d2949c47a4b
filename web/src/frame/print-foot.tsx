import type { WorkspaceResponse } from '../../../src/api/workspace.ts'
import { useLanguage } from '../language.tsx'

/** On paper a number must still be traceable. */
export function PrintFoot({ workspace }: { readonly workspace: WorkspaceResponse | undefined }) {
  const { t } = useLanguage()
  if (workspace === undefined) return null
  return (
    <p className="print-foot mono">
      {workspace.example && <strong className="example-tag">{t.frame.example}</strong>} {workspace.name} ·{' '}
      {t.why.hashes(workspace.generation, workspace.plan ?? '')}
    </p>
  )
}
