import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { show } from '../address.ts'
import { useLanguage } from '../language.tsx'
import { nodesQuery } from '../results.ts'
import { matches, searchable } from './place-matches.ts'
import './place-search.css'

/** From anywhere to the forecast of a place, by name or code. Ctrl K puts the cursor here. */
export function PlaceSearch() {
  const { t } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const { data } = useQuery({ ...nodesQuery, enabled: open })
  const all = useMemo(() => searchable(data?.nodes ?? []), [data])
  const found = useMemo(() => matches(all, text), [all, text])
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])

  const listed = open && text.trim() !== '' && data !== undefined
  const choose = (ubigeo: string | undefined) => {
    if (ubigeo === undefined) return
    show({ page: 'forecast', place: ubigeo, why: undefined })
    setText('')
    setOpen(false)
    input.current?.blur()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      setText('')
      setOpen(false)
    } else if (event.key === 'Enter') choose(found[active]?.ubigeo)
    else if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, active + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1))
    else return
    event.preventDefault()
  }
  return (
    <search className="place-search">
      <IconSearch size={16} stroke={1.75} aria-hidden="true" />
      <input
        ref={input}
        type="text"
        role="combobox"
        className="field"
        aria-label={t.frame.searchLabel}
        aria-expanded={listed}
        aria-controls="place-found"
        aria-autocomplete="list"
        aria-activedescendant={listed && found.length > 0 ? `found-${active}` : undefined}
        placeholder={t.frame.search}
        autoComplete="off"
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">{t.frame.searchKey}</kbd>
      {/* oxlint-disable jsx-a11y/no-noninteractive-element-to-interactive-role -- the listbox pattern of WAI-ARIA */}
      <ul id="place-found" role="listbox" aria-label={t.frame.searchLabel} hidden={!listed || found.length === 0}>
        {found.map((place, i) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above takes the keys
          <li
            key={place.ubigeo}
            id={`found-${i}`}
            role="option"
            aria-selected={i === active}
            // Before the field loses the focus, which closes the list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(place.ubigeo)}
          >
            {place.name} <span className="ink3">{place.around}</span>
            <span className="ink3 place-found-code">{place.ubigeo}</span>
          </li>
        ))}
      </ul>
      {/* oxlint-enable jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <p className={listed && found.length === 0 ? 'place-none' : 'only-read-aloud'} role="status">
        {listed && (found.length === 0 ? t.frame.searchNone(text) : t.frame.searchFound(found.length))}
      </p>
    </search>
  )
}
