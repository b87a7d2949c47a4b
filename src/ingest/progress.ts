import type { Source } from './source.ts'
import type { Watch } from './text.ts'

/** Bytes read so far, of twice the bytes of all files; a file that was done early counts as whole. */
export interface Progress {
  watch(source: Source): Watch
  done(source: Source): void
  /** Everything is read, also what was never opened a second time. */
  end(): void
  readonly cancelled: () => boolean
}

export function progress(
  sources: readonly Source[],
  report: ((p: { readonly file: string; readonly bytes: number; readonly totalBytes: number }) => void) | undefined,
  cancelled: () => boolean,
): Progress {
  const totalBytes = 2 * sources.reduce((sum, source) => sum + source.bytes, 0)
  let before = 0
  return {
    cancelled,
    watch(source) {
      let read = 0
      return {
        cancelled,
        read(bytes) {
          read = Math.min(source.bytes, read + bytes)
          report?.({ file: source.name, bytes: before + read, totalBytes })
        },
      }
    },
    done(source) {
      before += source.bytes
      report?.({ file: source.name, bytes: before, totalBytes })
    },
    end() {
      const last = sources.at(-1)
      if (last !== undefined && before < totalBytes) report?.({ file: last.name, bytes: totalBytes, totalBytes })
    },
  }
}
