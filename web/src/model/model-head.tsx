import { Button } from '@mantine/core'
import type { ExperimentsResponse, ModelResponse, ProductModel } from '../../../src/api/model.ts'
import type { WorkspaceResponse } from '../../../src/api/workspace.ts'
import { count, decimal, longMonth, moment, percent } from '../../../src/messages/format.ts'
import { parseMonth } from '../../../src/model/month.ts'
import { HeadFigure } from '../frame/head-figure.tsx'
import type { Jobs } from '../jobs/use-jobs.ts'
import { useLanguage } from '../language.tsx'
import { chosenOf, trainedBefore, usesNetwork, withAndWithout } from './model-facts.ts'
import { useModelLanguage } from './model-language.ts'

interface Props {
  readonly workspace: WorkspaceResponse
  readonly model: ModelResponse
  readonly shown: ProductModel | undefined
  readonly experiments: ExperimentsResponse | undefined
  /** A training waits for a plan. */
  readonly waits: boolean
  readonly jobs: Jobs
}

/** What is in use, how much it loses and hits, and the one thing to do next. */
export function ModelHead({ workspace, model, shown, experiments, waits, jobs }: Props) {
  const { t } = useLanguage()
  const { m } = useModelLanguage()
  const stage = (name: string) => workspace.stages.find((s) => s.stage === name)
  const empty = stage('prepare')?.state === 'pending'
  return (
    <header className="page-head">
      <div className="page-name model-name">
        <h1>{m.title}</h1>
        <p>{useSentence(model, waits)}</p>
      </div>
      <Figures model={model} shown={shown} experiments={experiments} at={stage('train')?.at ?? null} />
      <div className="model-orders" hidden={jobs.running !== undefined}>
        {(waits || empty) && (
          <Button variant="filled" onClick={() => jobs.begin('plan')}>
            {empty ? t.jobs.planFirst : m.plan}
          </Button>
        )}
        {!empty && (
          <Button variant={waits ? 'default' : 'filled'} onClick={() => jobs.begin('train')}>
            {model.id === null ? m.train : m.trainAgain}
          </Button>
        )}
      </div>
    </header>
  )
}

function useSentence(model: ModelResponse, waits: boolean): string {
  const { m, language } = useModelLanguage()
  const networks = model.products.filter(({ network }) => network !== null)
  const before = parseMonth(trainedBefore(model) ?? '')
  if (before === undefined) return model.id === null || model.unreadable ? m.noModelSentence : m.noneLeftSentence
  const used = model.products.filter(usesNetwork).length
  const tried = !waits && model.products.some(({ members }) => members.some(({ kind }) => kind === 'network'))
  return `${m.sentence(networks.length, longMonth(before, language))} ${tried ? m.better(used, networks.length) : m.notTried}`
}

function Figures({
  model,
  shown,
  experiments,
  at,
}: Pick<Props, 'model' | 'shown' | 'experiments'> & { readonly at: string | null }) {
  const { m, language } = useModelLanguage()
  if (shown === undefined) return null
  const chosen = chosenOf(shown)
  const both = experiments && withAndWithout(experiments, shown.product.id)
  const epochs = model.products.flatMap(({ network }) => network?.best ?? [])
  const range = [...new Set([Math.min(...epochs), Math.max(...epochs)])].map(count).join(' – ')
  return (
    <dl className="head-figures">
      {both ? (
        <HeadFigure label={m.lossWith} figure={decimal(both.networks, 2)}>
          {m.lossWithout(decimal(both.without, 2))}
        </HeadFigure>
      ) : (
        chosen !== undefined && (
          <HeadFigure label={m.loss} figure={decimal(chosen.loss, 2)}>
            {m.lossNote(chosen.origins)}
          </HeadFigure>
        )
      )}
      {chosen !== undefined && (
        <HeadFigure label={m.hits} figure={percent(chosen.coverage80)}>
          {m.hitsNote}
        </HeadFigure>
      )}
      {model.id !== null && at !== null && (
        <HeadFigure label={m.trained} figure={moment(at, language)}>
          {epochs.length > 0 && m.trainedNote(range)}
        </HeadFigure>
      )}
    </dl>
  )
}
