import { styleText } from 'node:util'
import type { CommandTexts } from '../messages/commands.ts'
import { noteSentence } from '../messages/notes.ts'
import type { StageEvent } from '../workspace/chain.ts'
import type { StageName } from '../workspace/stage.ts'
import type { Context } from './context.ts'

export interface Talk {
  /** One line per stage, rewritten while it runs where the terminal allows. */
  stage(event: StageEvent): void
  line(text: string): void
  /** Progress of work that is no stage of a chain. */
  share(stage: StageName, share: number, seconds: number): void
}

const WIDTH = 11

/** Progress and sentences on stderr. */
export function talkOn(context: Context): Talk {
  const { stderr } = context.process as unknown as { stderr: NodeJS.WriteStream }
  const alive = stderr.isTTY
  const began = new Map<StageName, number>()
  let shown = ''

  const rewrite = (text: string): void => {
    if (!alive || text === shown) return
    stderr.write(`\r\x1b[2K${text}`)
    shown = text
  }
  const line = (text: string): void => {
    if (alive && shown !== '') stderr.write('\r\x1b[2K')
    shown = ''
    stderr.write(`${text}\n`)
  }
  const label = (stage: StageName): string => context.texts.stages[stage].padEnd(WIDTH)

  let shared = 0
  return {
    line,
    share: (stage, share, seconds) => {
      const text = `… ${label(stage)} ${progressText(context.texts, share, seconds)}`
      rewrite(text)
      // Where nothing can be rewritten: a line for each tenth that took a while.
      if (alive || seconds < 10 || share < shared + 0.1) return
      shared = share
      line(text)
    },
    stage: (event) => {
      switch (event.kind) {
        case 'start':
          began.set(event.stage, performance.now())
          return rewrite(`… ${label(event.stage)}`)
        case 'progress': {
          const seconds = (performance.now() - (began.get(event.stage) ?? 0)) / 1000
          return rewrite(`… ${label(event.stage)} ${progressText(context.texts, event.share, seconds)}`)
        }
        case 'unchanged':
          return line(`${paint('dim', '·')} ${label(event.stage)} ${context.texts.unchanged}`)
        case 'done': {
          const figures = context.texts.figures[event.stage](event.figures)
          line(`${paint('green', '✓')} ${label(event.stage)} ${figures} (${event.seconds.toFixed(1)} s)`)
          for (const note of event.notes) line(paint('dim', `  ${noteSentence(note, context.language)}`))
          return
        }
        case 'behind':
          return line(context.texts.behind(event.stage))
        case 'commit':
      }
    },
  }
}

const paint = (style: 'dim' | 'green' | 'red', text: string): string =>
  styleText(style, text, { stream: process.stderr })

/** `42 %, 12 s left`; time is told once it can be guessed. */
function progressText(texts: CommandTexts, share: number, seconds: number): string {
  const percent = `${Math.round(share * 100)} %`
  return share > 0.05 && seconds > 1 ? `${percent}, ${texts.left((seconds / share) * (1 - share))}` : percent
}
