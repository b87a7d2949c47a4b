import { readFile } from 'node:fs/promises'
import type { Note } from '../../messages/notes.ts'
import { liesIn, type Ubigeo } from '../../model/ubigeo.ts'
import type { Generation } from '../generation.ts'

export async function notesOf(path: string | undefined): Promise<readonly Note[]> {
  if (path === undefined) return []
  return (JSON.parse(await readFile(path, 'utf8')) as { readonly notes: readonly Note[] }).notes
}

const concerns = (note: Note, product: string, node: Ubigeo): boolean => {
  if ('ubigeos' in note && !note.ubigeos.some((code) => liesIn(code, node))) return false
  if ('ubigeo' in note && !liesIn(note.ubigeo, node) && !liesIn(node, note.ubigeo)) return false
  return !('product' in note) || note.product === product
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
