import type { WhyResponse } from '../../../src/api/why.ts'
import { count, moment } from '../../../src/messages/format.ts'
import { SHORTFALL_REASONS, UNSERVED_REASONS } from '../../../src/messages/reasons.ts'
import { useLanguage } from '../language.tsx'
import { WhyStep } from './why-step.tsx'

/** Depots named one by one; more are counted. */
const NAMED = 3

const sentence = (sentences: Readonly<Record<string, string>>, reason: string): string => sentences[reason] ?? reason

export function Routed({ why: { routes } }: { readonly why: WhyResponse }) {
  const { t, language } = useLanguage()
  if (routes === null)
    return (
      <WhyStep number={5} name={t.why.routed} value="–">
        {t.why.notRouted}
      </WhyStep>
    )
  return (
    <WhyStep number={5} name={t.why.routed} value={t.why.routedValue(routes.packs)}>
      {routes.stops === 0
        ? t.why.nothingRouted
        : t.why.stops(routes.stops, routes.first === null ? '' : moment(routes.first, language))}
      {routes.unserved.map(({ reason, stops, packs }) => (
        <p key={reason} className="why-short">
          <svg width={11} height={11} aria-hidden="true">
            <path d="M0 0h11v11H0z" fill="none" stroke="currentColor" strokeWidth={1.5} />
            <path d="M0 7L7 0M3 11l8-8M8 11l3-3" stroke="currentColor" />
          </svg>{' '}
          <strong>{t.why.unserved(stops, packs)}</strong> {sentence(UNSERVED_REASONS[language], reason)}
        </p>
      ))}
    </WhyStep>
  )
}

export function Allocated({ why: { allocation } }: { readonly why: WhyResponse }) {
  const { t, language } = useLanguage()
  if (allocation === null)
    return (
      <WhyStep number={4} name={t.why.allocated} value="–">
        {t.why.notAllocated}
      </WhyStep>
    )
  const { granted, need, reserve, rule, depots, short } = allocation
  const notes = [
    t.why.rule(rule),
    ...depots.slice(0, NAMED).map(({ depot, packs }) => t.why.from(depot, count(packs))),
    ...(depots.length > NAMED ? [t.why.andMore(depots.length - NAMED)] : []),
    ...(reserve > 0 ? [t.why.reserve(count(reserve))] : []),
  ]
  return (
    <WhyStep number={4} name={t.why.allocated} value={t.why.allocatedValue(count(granted), count(need))}>
      {notes.join(' · ')}
      {short.map(({ reason, packs }) => (
        <p key={reason} className="why-short">
          <strong>{t.why.short(packs)}</strong> {sentence(SHORTFALL_REASONS[language], reason)}
        </p>
      ))}
    </WhyStep>
  )
}
