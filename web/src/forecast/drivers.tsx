import type { ForecastResponse } from '../../../src/api/forecast.ts'
import { change, DRIVER_NAMES, driverSentence } from '../../../src/messages/drivers.ts'
import './drivers.css'
import { useForecastLanguage } from './forecast-language.ts'

const WIDTH = 120

/** What moves the networks, as a sentence and as bars to both sides of nothing. */
export function Drivers({ drivers }: { readonly drivers: ForecastResponse['drivers'] }) {
  const { f, language } = useForecastLanguage()
  const greatest = Math.max(1e-9, ...drivers.map((d) => Math.abs(d.effect)))
  return (
    <>
      <p>{driverSentence(drivers, language)}</p>
      <table className="why-rows why-drivers">
        <caption>{f.drivers}</caption>
        <tbody>
          {drivers.map(({ driver, effect }) => {
            const length = (Math.abs(effect) / greatest) * (WIDTH / 2)
            return (
              <tr key={driver}>
                <th scope="row">{DRIVER_NAMES[language][driver]}</th>
                <td aria-hidden="true">
                  <svg width={WIDTH} height={14}>
                    <rect
                      className={effect < 0 ? 'driver-down' : 'driver-up'}
                      x={effect < 0 ? WIDTH / 2 - length : WIDTH / 2}
                      width={length}
                      height={14}
                    />
                    <line className="driver-zero" x1={WIDTH / 2} x2={WIDTH / 2} y1={0} y2={14} />
                  </svg>
                </td>
                <td className="why-number-cell">{change(effect)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
