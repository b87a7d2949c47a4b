import { useSyncExternalStore } from 'react'
import type { MapLevel } from '../../src/api/fields.ts'

/** What is on screen. It lives in the address alone, so that a view can be sent by mail and survives a reload. */
export interface View {
  readonly page: keyof typeof PATHS
  readonly product?: string | undefined
  readonly level?: MapLevel | undefined
  /** `YYYY-MM`. */
  readonly month?: string | undefined
  /** Ubigeo of the selected place. */
  readonly place?: string | undefined
  /** `1`: the drawer is open. */
  readonly why?: '1' | undefined
}

const PATHS = { panorama: '/', forecast: '/pronostico', model: '/modelo' } as const
const pageAt = (path: string): View['page'] => PAGES.find((page) => PATHS[page] === path) ?? 'panorama'
const PAGES = Object.keys(PATHS) as readonly View['page'][]
/** Whether there is a page at a path. */
export const hasPage = (path: string): boolean => Object.values<string>(PATHS).includes(path)

const KEYS = ['product', 'level', 'month', 'place', 'why'] as const
const CHANGED = 'chasqui:address'

function viewOf(address: string): View {
  const { pathname, searchParams } = new URL(address, location.origin)
  const given = KEYS.flatMap((key) => (searchParams.has(key) ? [[key, searchParams.get(key)]] : []))
  return { page: pageAt(pathname), ...Object.fromEntries(given) } as View
}

const here = (): string => location.pathname + location.search

/** The address of the present view with a part of it changed. */
export function addressAfter(change: Partial<View>): string {
  const view = { ...viewOf(here()), ...change }
  const given = KEYS.flatMap((key): [string, string][] => {
    const value = view[key]
    return value === undefined ? [] : [[key, value]]
  })
  return PATHS[view.page] + (given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`)
}

/** Changes a part of the view; each change is a step that the browser's back button undoes. */
export function show(change: Partial<View>): void {
  const next = addressAfter(change)
  if (next === here()) return
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
  return viewOf(useSyncExternalStore(subscribe, here))
}
