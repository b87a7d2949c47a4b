import { count, duration } from './format.ts'
import type { JobsMessages } from './page-jobs-es.ts'
import { STAGE_NAMES } from './stage-names.ts'

const STAGES: Readonly<Record<string, string>> = STAGE_NAMES.en

export const jobsEn: JobsMessages = {
  planFirst: 'Read the data and plan',
  planAgain: 'Plan again',
  job: (command) => (command === 'train' ? 'Training' : command === 'plan' ? 'Planning' : command),
  jobStage: (stage, at, of) => `${STAGES[stage] ?? stage}${of > 1 ? ` (${count(at)} of ${count(of)})` : ''}`,
  jobStarting: 'beginning',
  jobCommit: 'saving',
  jobDetail: (product, epoch, loss) => `${product} · epoch ${count(epoch)} · loss ${loss}`,
  left: (seconds) => `${duration(seconds)} left`,
  jobProgress: 'Progress',
  keepBest: 'Keep the best so far',
  bestAsked: 'The best so far was asked for: the present epoch is finished.',
  cancel: 'Cancel',
  cancelling: 'Cancelling…',
  close: 'Close',
  done: {
    train: 'Training is done. The plan does not use it yet.',
    plan: 'The plan is made and verified.',
  },
  otherDone: 'Done.',
  cancelled: 'Cancelled: nothing changed.',
  lost: 'The process broke off without a word: nothing changed. Begin again.',
  jobFailed: 'It could not be finished: nothing changed.',
  refused: 'It cannot begin now',
  unreachable: 'The server does not answer.',
}
