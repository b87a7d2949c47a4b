import { useSyncExternalStore } from 'react'
import type { MapLevel } from '../../src/api/fields.ts'

/** What the page shows. It lives in the address alone, so that a view can be sent by mail and survives a reload. */
export interface View {
  readonly product?: string | undefined
  readonly level?: MapLevel | undefined
  /** `YYYY-MM`. */
  readonly month?: string | undefined
  /** Ubigeo of the selected place. */
  readonly place?: string | undefined
  /** `1`: the drawer is open. */
  readonly why?: '1' | undefined
}

const KEYS = ['product', 'level', 'month', 'place', 'why'] as const
const CHANGED = 'chasqui:address'

function viewOf(search: string): View {
  const query = new URLSearchParams(search)
  return Object.fromEntries(KEYS.flatMap((key) => (query.has(key) ? [[key, query.get(key)]] : []))) as View
}

function addressOf(view: View): string {
  const given = KEYS.flatMap((key): [string, string][] => {
    const value = view[key]
    return value === undefined ? [] : [[key, value]]
  })
  return given.length === 0 ? '/' : `/?${new URLSearchParams(given).toString()}`
}

/** Changes a part of the view; each change is a step that the browser's back button undoes. */
export function show(change: View): void {
  const next = addressOf({ ...viewOf(location.search), ...change })
  if (next === location.pathname + location.search) return
  history.pushState(null, '', next)
  dispatchEvent(new Event(CHANGED))
}

/** Chooses a place; the chosen one again, or none, clears the choice. */
export function pick(place: string | undefined, chosen: string | undefined): void {
  if (place === undefined || place === chosen) show({ place: undefined, why: undefined })
  else show({ place })
}

function subscribe(changed: () => void): () => void {
  addEventListener('popstate', changed)
  addEventListener(CHANGED, changed)
  return () => {
    removeEventListener('popstate', changed)
    removeEventListener(CHANGED, changed)
  }
}

export function useView(): View {
  return viewOf(useSyncExternalStore(subscribe, () => location.search))
}
