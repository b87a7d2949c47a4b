import { ActionIcon, Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import type { WhyResponse } from '../../../src/api/why.ts'
import { useLanguage } from '../language.tsx'

const SHOWN = 8

/** The hashes that name exactly these results, and what to do with them. */
export function WhyTools({ why }: { readonly why: WhyResponse }) {
  const { t } = useLanguage()
  const { copied, copy } = useClipboard({ timeout: 1500 })
  return (
    <div className="why-foot">
      <p className="mono">
        {t.why.hashes(why.hashes.generation, why.hashes.plan ?? '')}
        {why.hashes.tables.map(({ table, sha256 }) => (
          <span key={table} title={sha256}>
            {' '}
            · {table.replace('.parquet', '')} {sha256.slice(0, SHOWN)}
          </span>
        ))}
      </p>
      <div className="why-tools">
        <Button leftSection={<IconCopy size={16} stroke={1.75} />} onClick={() => copy(JSON.stringify(why, null, 2))}>
          <span aria-live="polite">{copied ? t.why.copied : t.why.copy}</span>
        </Button>
        <ActionIcon variant="default" size={28} aria-label={t.why.print} title={t.why.print} onClick={() => print()}>
          <IconPrinter size={16} stroke={1.75} />
        </ActionIcon>
      </div>
    </div>
  )
}
