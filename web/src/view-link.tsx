import type { ComponentProps, MouseEvent } from 'react'
import { addressAfter, show, useView, type View } from './address.ts'

interface Props extends Omit<ComponentProps<'a'>, 'href' | 'onClick'> {
  /** What changes in the view. */
  readonly to: Partial<View>
}

/** A link to another view: a real address, so that it can be opened beside or sent, but without loading the page anew. */
export function ViewLink({ to, children, ...rest }: Props) {
  // The address depends on the present view: it must be drawn anew with it.
  useView()
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    show(to)
  }
  return (
    <a {...rest} href={addressAfter(to)} onClick={onClick}>
      {children}
    </a>
  )
}
