import type { ReactNode } from 'react'
import './page-head.css'

interface Props {
  readonly label: string
  readonly figure: ReactNode
  readonly children: ReactNode
}

/** One number at the head of a page: what it is, how much, and what to know of it. */
export function HeadFigure({ label, figure, children }: Props) {
  return (
    <div className="head-figure">
      <dt>{label}</dt>
      <dd>
        <strong>{figure}</strong>
        <span>{children}</span>
      </dd>
    </div>
  )
}
