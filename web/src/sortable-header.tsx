import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import './sortable-header.css'

interface Props {
  readonly className: string
  readonly sorted: false | 'asc' | 'desc'
  readonly onToggle: ((event: unknown) => void) | undefined
  readonly children: ReactNode
}

/** Head of a column that sorts its table by a click; the arrow says which way. */
export function SortableHeader({ className, sorted, onToggle, children }: Props) {
  return (
    <th
      scope="col"
      className={`sortable ${className}`}
      aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      <button type="button" onClick={onToggle}>
        {children}
        {sorted === 'asc' && <IconArrowUp size={14} stroke={2} aria-hidden="true" />}
        {sorted === 'desc' && <IconArrowDown size={14} stroke={2} aria-hidden="true" />}
      </button>
    </th>
  )
}
