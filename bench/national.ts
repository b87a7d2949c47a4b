import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const MAIN = new URL('../bin/chasqui.mjs', import.meta.url).pathname

/**
 * A workspace of the whole country from real files: INEI's directory, poverty by district and the flat SINPAD file, with depots, lots, fleet
 * and products of the demo until November 2022 (without its demand and points).
 * @param data the folder CHASQUI_DATA names
 */
export function nationalWorkspace(root: string, data: string): void {
  const demo = `${root}-demo`
  execFileSync(process.execPath, [MAIN, 'demo', demo, '--until', '2022-11'])
  execFileSync(process.execPath, [MAIN, 'init', root])
  const raw = `${root}/data/raw_data`
  mkdirSync(raw, { recursive: true })
  for (const file of [
    'geo/michaelsuarez0_ubigeo_inei_2025.csv',
    'geo/jmcastagnetto_ubigeo_distrito.csv',
    'demand/sinpad_emergencias_2017_2023.csv.gz',
  ])
    copyFileSync(`${data}/peru/${file}`, `${raw}/${file.slice(file.indexOf('/') + 1)}`)
  const [header = '', ...lines] = readFileSync(`${demo}/data/raw_data/logistics_data.csv`, 'utf8').split('\r\n')
  const kept = lines.filter((line) => /^(product|depot|lot|vehicle_type|fleet);/.test(line))
  writeFileSync(`${raw}/logistics_data.csv`, [header, ...kept, ''].join('\r\n'))
}
