import { IconMap2 } from '@tabler/icons-react'
import { moment } from '../../../src/messages/format.ts'
import { useLanguage } from '../language.tsx'
import type { ChainLink } from './chain.ts'
import { Knots } from './knots.tsx'
import { StageMark } from './stage-mark.tsx'
import './rail.css'

/** The chain is a status here, not a menu: an entry becomes a link when its page exists. */
export function Rail({ links }: { readonly links: readonly ChainLink[] }) {
  const { t, language } = useLanguage()
  const note = ({ state, at }: ChainLink): string => {
    const time = at === null ? '' : moment(at, language)
    if (state === 'failed') return t.frame.failed(time)
    if (state === 'fresh') return time
    return t.frame[state]
  }
  return (
    <nav className="rail" aria-label={t.frame.panorama}>
      <div className="rail-brand">
        <Knots /> Chasqui
      </div>
      <a className="rail-entry" href="/" aria-current="page">
        <IconMap2 size={18} stroke={1.75} aria-hidden="true" />
        {t.frame.panorama}
      </a>
      <h2 className="rail-title" id="chain">
        {t.frame.chain}
      </h2>
      <ol className="rail-chain" aria-labelledby="chain">
        {links.map((link) => (
          <li key={link.name}>
            <StageMark state={link.state} />
            <span className="rail-link">
              {t.frame[link.name]}
              <span className="rail-note">
                {link.state === 'fresh' && <span className="only-read-aloud">{t.frame.fresh}, </span>}
                {note(link)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
