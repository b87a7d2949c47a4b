import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useLanguage } from '../language.tsx'

/** A command for the terminal, with a button that copies it. */
export function Order({ text }: { readonly text: string }) {
  const { t } = useLanguage()
  const { copied, copy } = useClipboard({ timeout: 1500 })
  const Icon = copied ? IconCheck : IconCopy
  return (
    <span className="order">
      <code>{text}</code>
      <Button
        aria-label={`${t.states.copyOrder}: ${text}`}
        leftSection={<Icon size={16} stroke={1.75} />}
        onClick={() => copy(text)}
      >
        <span aria-live="polite">{copied ? t.why.copied : t.why.copy}</span>
      </Button>
    </span>
  )
}
