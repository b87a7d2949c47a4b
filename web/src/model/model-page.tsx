import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ModelResponse } from '../../../src/api/model.ts'
import type { WorkspaceResponse } from '../../../src/api/workspace.ts'
import { JobPanel } from '../jobs/job-panel.tsx'
import type { Jobs } from '../jobs/use-jobs.ts'
import { experimentsQuery } from '../results.ts'
import { CoveragePanel } from './coverage-panel.tsx'
import { CurvesPanel } from './curves-panel.tsx'
import { ExperimentsPanel } from './experiments-panel.tsx'
import { LegsPanel } from './legs-panel.tsx'
import { ModelBand } from './model-band.tsx'
import { ModelHead } from './model-head.tsx'
import { useModelLanguage } from './model-language.ts'
import { NoModelPanel } from './no-model-panel.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { WeightsPanel } from './weights-panel.tsx'
import './model-page.css'

interface Props {
  readonly workspace: WorkspaceResponse
  readonly model: ModelResponse
  /** Id of the one on screen. */
  readonly product: string | undefined
  readonly jobs: Jobs
}

/** What was trained, how it learned, what it weighs, how well it does; and training itself. */
export default function ModelPage({ workspace, model, product, jobs }: Props) {
  const { m } = useModelLanguage()
  const { data: experiments } = useQuery(experimentsQuery)
  useEffect(() => {
    document.title = `${m.title} – Chasqui`
  }, [m])
  const shown = model.products.find((p) => p.product.id === product) ?? model.products[0]
  const waits = experiments?.experiments.some((e) => e.state === 'waiting') ?? false
  return (
    <>
      <ModelHead
        workspace={workspace}
        model={model}
        shown={shown}
        experiments={experiments}
        waits={waits}
        jobs={jobs}
      />
      <div className="model-states">
        <JobPanel jobs={jobs} products={model.products.map((p) => p.product)} />
        <ModelBand workspace={workspace} model={model} />
      </div>
      <div className="model-main">
        {model.id === null ? <NoModelPanel workspace={workspace} /> : <CurvesPanel model={model} />}
        {shown !== undefined && <WeightsPanel shown={shown} classes={model.classes} />}
        {experiments !== undefined && <ExperimentsPanel experiments={experiments} products={model.products} />}
      </div>
      <div className="model-side">
        {shown !== undefined && <CoveragePanel shown={shown} />}
        <LegsPanel legs={model.legs} />
        <NotesPanel model={model} />
      </div>
    </>
  )
}
