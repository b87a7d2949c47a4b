import type { Certainty, NeedClass } from './need.ts'

/** Dots mean doubt: sparse on a 7 px grid, dense on a 4.4 px grid; light on deep colours, dark on pale ones. */
const GRIDS = { middle: { step: 7, radius: 1 }, low: { step: 4.4, radius: 0.95 } } as const

const idOf = (certainty: 'middle' | 'low', deep: boolean): string => `dots-${certainty}-${deep ? 'deep' : 'pale'}`

/** What to paint over the colour of a class; `undefined` where there is no doubt to show. */
export function dotsOver(certainty: Certainty | undefined, need: NeedClass): string | undefined {
  return certainty === undefined || certainty === 'high' ? undefined : `url(#${idOf(certainty, need >= 3)})`
}

/** The patterns, once per page. */
export function DotPatterns() {
  return (
    <svg width={0} height={0} className="dot-patterns" aria-hidden="true">
      <defs>
        {(['middle', 'low'] as const).flatMap((certainty) =>
          [true, false].map((deep) => {
            const { step, radius } = GRIDS[certainty]
            const fill = deep ? 'var(--dots-on-deep)' : 'var(--dots-on-pale)'
            return (
              <pattern
                key={idOf(certainty, deep)}
                id={idOf(certainty, deep)}
                width={step}
                height={step}
                patternUnits="userSpaceOnUse"
              >
                <circle cx={step / 4} cy={step / 4} r={radius} fill={fill} />
                <circle cx={(step * 3) / 4} cy={(step * 3) / 4} r={radius} fill={fill} />
              </pattern>
            )
          }),
        )}
      </defs>
    </svg>
  )
}

/** A sample of a class and a certainty, as legend and table show it. */
export function Swatch({ need, certainty = 'high' }: { readonly need: NeedClass; readonly certainty?: Certainty }) {
  const dots = dotsOver(certainty, need)
  return (
    <svg width={20} height={14} viewBox="0 0 20 14" className="swatch" aria-hidden="true">
      <rect width={20} height={14} fill={`var(--n${need})`} />
      {dots !== undefined && <rect width={20} height={14} fill={dots} />}
      {need < 2 && <rect x={0.5} y={0.5} width={19} height={13} fill="none" stroke="var(--line3)" strokeWidth={0.75} />}
    </svg>
  )
}
