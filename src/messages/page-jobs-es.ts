import { count, duration } from './format.ts'
import { STAGE_NAMES } from './stage-names.ts'

type Named = Readonly<Record<string, string>>

const STAGES: Named = STAGE_NAMES.es

/** What a page says of the work that it asks the server for. */
export const jobsEs = {
  planFirst: 'Leer los datos y planificar',
  planAgain: 'Planificar de nuevo',
  job: (command: string) => (command === 'train' ? 'Entrenando' : command === 'plan' ? 'Planificando' : command),
  jobStage: (stage: string, at: number, of: number) =>
    `${STAGES[stage] ?? stage}${of > 1 ? ` (${count(at)} de ${count(of)})` : ''}`,
  jobStarting: 'empezando',
  jobCommit: 'guardando',
  jobDetail: (product: string, epoch: number, loss: string) => `${product} · época ${count(epoch)} · pérdida ${loss}`,
  left: (seconds: number) => `quedan ${duration(seconds)}`,
  jobProgress: 'Avance',
  keepBest: 'Quedarse con lo mejor hasta ahora',
  bestAsked: 'Se pidió lo mejor hasta ahora: termina la época en curso.',
  cancel: 'Cancelar',
  cancelling: 'Cancelando…',
  close: 'Cerrar',
  done: {
    train: 'Entrenamiento terminado. El plan todavía no lo usa.',
    plan: 'Plan hecho y verificado.',
  } as Named,
  otherDone: 'Terminado.',
  cancelled: 'Cancelado: nada cambió.',
  lost: 'El proceso se interrumpió sin avisar: nada cambió. Volver a empezar.',
  jobFailed: 'No se pudo terminar: nada cambió.',
  refused: 'No se puede empezar ahora',
  unreachable: 'El servidor no responde.',
}

export type JobsMessages = typeof jobsEs
