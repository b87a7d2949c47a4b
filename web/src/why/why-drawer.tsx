import { ActionIcon, Drawer } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { show } from '../address.ts'
import { useLanguage } from '../language.tsx'
import { whyQuery } from '../results.ts'
import { Failure } from '../states/failure.tsx'
import { WhyChain } from './why-chain.tsx'
import { WhyTools } from './why-tools.tsx'
import './why-drawer.css'

interface Props {
  readonly ubigeo: string
  readonly product: string
  /** `YYYY-MM`. */
  readonly month: string
  readonly phone: boolean
}

const close = (): void => show({ why: undefined })

/** Beside the page and not over it, so that another place can be picked while it is open; on a phone it is a sheet. */
export function WhyDrawer(props: Props) {
  const { t } = useLanguage()
  if (!props.phone) return <Beside {...props} />
  return (
    <Drawer.Root opened onClose={close} position="bottom" size="88%" transitionProps={{ duration: 140 }}>
      <Drawer.Overlay />
      <Drawer.Content className="why-sheet" radius="14px 14px 0 0">
        <div className="why-head">
          <Drawer.Title className="why-title">{t.why.title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t.why.close} size={44} />
        </div>
        <Body {...props} />
      </Drawer.Content>
    </Drawer.Root>
  )
}

function Beside(props: Props) {
  const { t } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close()
    }
    addEventListener('keydown', onKeyDown)
    return () => {
      removeEventListener('keydown', onKeyDown)
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus()
    }
  }, [])
  return (
    <aside className="why" aria-labelledby="why-title">
      <div className="why-head">
        <h2 id="why-title" className="why-title" tabIndex={-1} ref={heading}>
          {t.why.title}
        </h2>
        <ActionIcon aria-label={t.why.close} title={t.why.close} onClick={close}>
          <IconX size={18} stroke={1.75} />
        </ActionIcon>
      </div>
      <Body {...props} />
    </aside>
  )
}

function Body({ ubigeo, product, month }: Props) {
  const { t } = useLanguage()
  const { data, error, refetch } = useQuery(whyQuery(ubigeo, product, month))
  if (data === undefined)
    return error ? <Failure error={error} onRetry={() => void refetch()} /> : <div className="why-body" />
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls and may hold nothing to focus */}
      <section className="why-body" aria-label={t.why.title} tabIndex={0}>
        <WhyChain why={data} />
      </section>
      <WhyTools why={data} />
    </>
  )
}
