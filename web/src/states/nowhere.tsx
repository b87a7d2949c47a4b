import { StageMark } from '../frame/stage-mark.tsx'
import { useLanguage } from '../language.tsx'
import './states.css'

/** At an address that no page has there is nothing. */
export function Nowhere() {
  const { t } = useLanguage()
  return (
    <section className="panel state">
      <div className="state-text">
        <h1>
          <StageMark state="pending" /> {t.states.nowhereTitle}
        </h1>
        <p className="mono">{location.pathname}</p>
        <p>
          <a className="state-home" href="/">
            {t.states.toPanorama}
          </a>
        </p>
      </div>
    </section>
  )
}
