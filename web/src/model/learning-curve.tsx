import { useElementSize } from '@mantine/hooks'
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { decimal } from '../../../src/messages/format.ts'
import { linePath } from '../chart/curve.ts'
import { useModelLanguage } from './model-language.ts'

interface EpochLoss {
  readonly epoch: number
  readonly training: number
  readonly validation: number
}

interface Props {
  readonly losses: readonly EpochLoss[]
  readonly best: number
  /** There is one curve only. */
  readonly same: boolean
  readonly label: string
}

const LEFT = 46
const RIGHT = 12
const TOP = 18
const PANES = { validation: 74, training: 52 } as const
const GAP = 8
const BOTTOM = 18
/** Least distance of names of epochs [px]. */
const APART = 26

/**
 * Loss by epoch, the two curves one above the other over the same epochs, each on its own axis: they are means over other windows, so that only
 * where they fall and turn compares.
 */
export function LearningCurve({ losses, best, same, label }: Props) {
  const { m } = useModelLanguage()
  const { ref, width } = useElementSize()
  const x = scaleLinear([1, Math.max(2, losses.length)], [LEFT + 8, Math.max(LEFT + 9, width - RIGHT)])
  const every = Math.max(1, Math.ceil(APART / Math.max(1, x(2) - x(1))))
  const below = TOP + PANES.validation + GAP
  const end = same ? TOP + PANES.validation : below + PANES.training
  return (
    <div ref={ref} className="curve-picture" style={{ height: end + BOTTOM }}>
      {width > 0 && (
        <svg width={width} height={end + BOTTOM} role="img" aria-label={label}>
          <line className="curve-best" x1={x(best)} x2={x(best)} y1={TOP - 2} y2={end} />
          <Pane of="validation" losses={losses} best={best} x={x} top={TOP} width={width} />
          {!same && <Pane of="training" losses={losses} best={best} x={x} top={below} width={width} />}
          {losses
            .filter((l) => (l.epoch - 1) % every === 0)
            .map((l) => (
              <text key={l.epoch} x={x(l.epoch)} y={end + 14} textAnchor="middle">
                {l.epoch}
              </text>
            ))}
          <text
            x={x(best)}
            y={TOP - 6}
            textAnchor={x(best) > width - 60 ? 'end' : x(best) < LEFT + 40 ? 'start' : 'middle'}
            className="curve-best-name"
          >
            {m.best(best)}
          </text>
        </svg>
      )}
    </div>
  )
}

interface PaneProps {
  readonly of: keyof typeof PANES
  readonly losses: readonly EpochLoss[]
  readonly best: number
  readonly x: ScaleLinear<number, number>
  readonly top: number
  readonly width: number
}

/** One curve, on an axis that need not begin at zero. */
function Pane({ of, losses, best, x, top, width }: PaneProps) {
  const { m } = useModelLanguage()
  const values = losses.map((l) => l[of])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const pad = (high - low || Math.abs(high) || 1) * 0.15
  const y = scaleLinear([low - pad, high + pad], [top + PANES[of] - 2, top + 2])
  const ticks = y.ticks(2)
  const digits = digitsOf(ticks)
  return (
    <g className={`curve-${of}`}>
      <line className="curve-base" x1={LEFT} x2={width - RIGHT + 6} y1={top + PANES[of]} y2={top + PANES[of]} />
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="curve-rule" x1={LEFT} x2={width - RIGHT + 6} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {decimal(tick, digits)}
          </text>
        </g>
      ))}
      <path d={linePath(losses.map((l) => [x(l.epoch), y(l[of])]))} />
      {losses.map((l) => (
        <circle key={l.epoch} cx={x(l.epoch)} cy={y(l[of])} r={l.epoch === best && of === 'validation' ? 4 : 1.75}>
          <title>{`${m.epochs} ${l.epoch}: ${decimal(l[of], 3)}`}</title>
        </circle>
      ))}
    </g>
  )
}

/** Decimals that tell neighbouring ticks apart. */
function digitsOf(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0))
  return step <= 0 ? 2 : Math.max(0, Math.min(4, Math.ceil(-Math.log10(step) - 1e-9)))
}
