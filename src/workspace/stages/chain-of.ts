import type { Answers } from '../../ingest/answers.ts'
import type { Stage } from '../stage.ts'
import { allocateStage } from './allocate.ts'
import { backtestStage } from './backtest.ts'
import { forecastStage } from './forecast.ts'
import { importStage } from './import.ts'
import { prepareStage } from './prepare.ts'
import { routeStage } from './route.ts'
import { trainStage } from './train.ts'

/** The stages in order, as this workspace runs them. */
export const chainOf = (answers: Answers): readonly Stage[] => [
  importStage(answers),
  prepareStage,
  trainStage,
  backtestStage,
  forecastStage,
  allocateStage,
  routeStage,
]
