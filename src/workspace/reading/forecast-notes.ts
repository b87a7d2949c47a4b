import { readFile } from 'node:fs/promises'
import type { Note } from '../../messages/notes.ts'
import { liesIn, NATION, type Ubigeo } from '../../model/ubigeo.ts'
import type { Place } from '../../model/place.ts'
import type { Generation } from '../generation.ts'
import { type NodeName, nodeName } from './nodes.ts'

export async function notesOf(path: string | undefined): Promise<readonly Note[]> {
  if (path === undefined) return []
  return (JSON.parse(await readFile(path, 'utf8')) as { readonly notes: readonly Note[] }).notes
}

const concerns = (note: Note, product: string, node: Ubigeo): boolean => {
  if ('ubigeos' in note && !note.ubigeos.some((code) => liesIn(code, node))) return false
  if ('ubigeo' in note && !liesIn(note.ubigeo, node) && !liesIn(node, note.ubigeo)) return false
  if (note.code === 'some-departments') return node === NATION && note.products.includes(product)
  return !('product' in note) || note.product === product
}

/** From where a place without history takes its forecast, or, with little of it, a part. */
export interface Borrowed {
  readonly from: NodeName
  readonly lenders: number
  /** Known for a few months, which weigh beside what it borrows. */
  readonly young: boolean
}

/** Of a place itself, not of sums of places; `null` where it follows its own history. */
export function borrowedBy(notes: readonly Note[], places: ReadonlyMap<string, Place>, place: Ubigeo): Borrowed | null {
  for (const note of notes) {
    if (note.code !== 'new-places-borrow' && note.code !== 'young-places-borrow') continue
    const { from, lenders, ubigeos } = note
    if (ubigeos.includes(place))
      return {
        from: { ubigeo: from, name: nodeName(places, from) },
        lenders,
        young: note.code === 'young-places-borrow',
      }
  }
  return null
}

/** What `prepare`, `backtest` and `forecast` decided or could not know of a product and a node. */
export async function readForecastNotes(
  generation: Generation,
  product: string,
  node: Ubigeo,
): Promise<readonly Note[]> {
  const all = [
    ...(await notesOf(generation.file('prepare', 'prepare.json'))),
    ...(await notesOf(generation.file('backtest', 'backtest.json'))),
    ...(await notesOf(generation.file('forecast', 'forecast.json'))),
  ]
  return all
    .filter((note) => concerns(note, product, node))
    .map((note) => ('ubigeos' in note ? { ...note, ubigeos: note.ubigeos.filter((code) => liesIn(code, node)) } : note))
}
