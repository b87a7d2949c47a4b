import { IconChartAreaLine, IconChartDots3, IconMap2 } from '@tabler/icons-react'
import { moment } from '../../../src/messages/format.ts'
import type { View } from '../address.ts'
import { useLanguage } from '../language.tsx'
import { ViewLink } from '../view-link.tsx'
import type { ChainLink } from './chain.ts'
import { Knots } from './knots.tsx'
import { StageMark } from './stage-mark.tsx'
import './rail.css'

/** Links of the chain that have a page; the others are a status only. */
const PAGES: Readonly<Partial<Record<ChainLink['name'], View['page']>>> = { forecast: 'forecast' }

interface Props {
  readonly links: readonly ChainLink[]
  readonly page: View['page']
}

/** The chain with the state of each link; on a phone, tabs of what has a page. */
export function Rail({ links, page }: Props) {
  const { t, language } = useLanguage()
  const note = ({ state, at }: ChainLink): string => {
    const time = at === null ? '' : moment(at, language)
    if (state === 'failed') return t.frame.failed(time)
    if (state === 'fresh') return time
    return t.frame[state]
  }
  return (
    <nav className="rail" aria-label={t.frame.pages}>
      <div className="rail-brand">
        <Knots /> Chasqui
      </div>
      <ViewLink
        className="rail-entry"
        to={{ page: 'panorama', why: undefined }}
        aria-current={page === 'panorama' ? 'page' : undefined}
      >
        <IconMap2 size={18} stroke={1.75} aria-hidden="true" />
        {t.frame.panorama}
      </ViewLink>
      <h2 className="rail-title" id="chain">
        {t.frame.chain}
      </h2>
      <ol className="rail-chain" aria-labelledby="chain">
        {links.map((link) => {
          const to = PAGES[link.name]
          const text = (
            <>
              <StageMark state={link.state} />
              <span className="rail-link">
                {t.frame[link.name]}
                <span className="rail-note">
                  {link.state === 'fresh' && <span className="only-read-aloud">{t.frame.fresh}, </span>}
                  {note(link)}
                </span>
              </span>
            </>
          )
          return (
            <li key={link.name} className={to === undefined ? 'rail-mark' : ''}>
              {to === undefined ? (
                text
              ) : (
                <ViewLink
                  className="rail-stage"
                  to={{ page: to, why: undefined }}
                  aria-current={page === to ? 'page' : undefined}
                >
                  <IconChartAreaLine className="rail-icon" size={18} stroke={1.75} aria-hidden="true" />
                  {text}
                </ViewLink>
              )}
            </li>
          )
        })}
      </ol>
      <ViewLink
        className="rail-entry rail-after"
        to={{ page: 'model', why: undefined }}
        aria-current={page === 'model' ? 'page' : undefined}
      >
        <IconChartDots3 size={18} stroke={1.75} aria-hidden="true" />
        {t.frame.model}
      </ViewLink>
    </nav>
  )
}
