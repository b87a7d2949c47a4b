/** A part of a notebook: text of people, or Python. */
export type Cell = readonly ['text' | 'python', string]

/** Lines that keep their ends, as the format wants them. */
const lines = (text: string): readonly string[] => text.trim().split(/(?<=\n)/)

/** A notebook that was never run, as Jupyter keeps it (nbformat 4.5). */
export function notebookText(cells: readonly Cell[], language: 'es' | 'en'): string {
  const notebook = {
    cells: cells.map(([kind, source], i) => ({
      cell_type: kind === 'text' ? 'markdown' : 'code',
      id: `cell-${i + 1}`,
      metadata: {},
      ...(kind === 'text' ? {} : { execution_count: null, outputs: [] }),
      source: lines(source),
    })),
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
      lang: language,
    },
    nbformat: 4,
    nbformat_minor: 5,
  }
  return `${JSON.stringify(notebook, null, 1)}\n`
}
