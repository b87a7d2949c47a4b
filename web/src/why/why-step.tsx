import type { ReactNode } from 'react'

interface Props {
  readonly number: number
  readonly name: string
  readonly value: string
  readonly children: ReactNode
}

/** One link of the chain from the number back to the files. */
export function WhyStep({ number, name, value, children }: Props) {
  return (
    <li>
      <span className="why-number" aria-hidden="true">
        {number}
      </span>
      <div className="why-step">
        <p className="why-step-head">
          <span>{name}</span> <strong>{value}</strong>
        </p>
        <div className="why-step-text">{children}</div>
      </div>
    </li>
  )
}
