import {
  ActionIcon,
  NativeSelect,
  SegmentedControl,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconMoon, IconPrinter, IconSun } from '@tabler/icons-react'
import type { WorkspaceResponse } from '../../../src/api/workspace.ts'
import { capitalised, longMonth } from '../../../src/messages/format.ts'
import { parseMonth } from '../../../src/model/month.ts'
import { show, type View } from '../address.ts'
import { useLanguage } from '../language.tsx'
import { chainOf } from './chain.ts'
import { Knots } from './knots.tsx'
import { PlaceSearch } from './place-search.tsx'
import { StageMark } from './stage-mark.tsx'
import './top-bar.css'

interface Props {
  readonly workspace: WorkspaceResponse
  readonly page: View['page']
  readonly product: string | undefined
  readonly month: string | undefined
}

export function TopBar({ workspace, page, product, month }: Props) {
  const { t } = useLanguage()
  return (
    <header className={`top-bar top-bar-${page}`}>
      <span className="top-brand">
        <Knots />
        <span className="top-page">{t.frame[page]}</span>
      </span>
      <strong className="top-workspace">{workspace.name}</strong>
      {workspace.example && <span className="example-tag">{t.frame.example}</span>}
      {month !== undefined && <Period months={workspace.months} month={month} />}
      {product !== undefined && (
        <NativeSelect
          className="top-product"
          aria-label={t.frame.product}
          value={product}
          data={workspace.products.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => show({ product: event.currentTarget.value })}
        />
      )}
      <PlanStatus workspace={workspace} />
      <span className="push" />
      {product !== undefined && <PlaceSearch />}
      <Languages />
      <Theme />
      <ActionIcon className="top-print" aria-label={t.frame.print} title={t.frame.print} onClick={() => print()}>
        <IconPrinter size={18} stroke={1.75} />
      </ActionIcon>
    </header>
  )
}

function Period({ months, month }: { readonly months: readonly string[]; readonly month: string }) {
  const { t, language } = useLanguage()
  const at = months.indexOf(month)
  const parsed = parseMonth(month)
  const step = (to: string | undefined, label: string, Icon: typeof IconChevronLeft) => (
    <ActionIcon aria-label={label} title={label} disabled={to === undefined} onClick={() => show({ month: to })}>
      <Icon size={18} stroke={1.75} />
    </ActionIcon>
  )
  return (
    <div className="top-period" role="group" aria-label={t.frame.period}>
      {step(months[at - 1], t.frame.earlier, IconChevronLeft)}
      <span className="top-month" aria-live="polite">
        {parsed === undefined ? month : capitalised(longMonth(parsed, language))}
      </span>
      {step(months[at + 1], t.frame.later, IconChevronRight)}
    </div>
  )
}

function PlanStatus({ workspace }: { readonly workspace: WorkspaceResponse }) {
  const { t } = useLanguage()
  if (workspace.plan === null)
    return (
      <span className="top-plan">
        <StageMark state="pending" /> {t.frame.noPlan}
      </span>
    )
  const fresh = chainOf(workspace.stages).every((link) => link.state === 'fresh')
  return (
    <span className="top-plan" title={workspace.plan}>
      <StageMark state={fresh ? 'fresh' : 'stale'} />
      {t.frame.plan} <code>{workspace.plan.slice(0, 7)}</code> {fresh ? t.frame.planVerified : t.frame.planStale}
    </span>
  )
}

function Languages() {
  const { t, language, speak } = useLanguage()
  return (
    <SegmentedControl
      aria-label={t.frame.language}
      value={language}
      onChange={speak}
      data={[
        { value: 'es', label: 'ES' },
        { value: 'en', label: 'EN' },
      ]}
    />
  )
}

function Theme() {
  const { t } = useLanguage()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark'
  const label = dark ? t.frame.toLight : t.frame.toDark
  return (
    <ActionIcon aria-label={label} title={label} onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
      {dark ? <IconSun size={18} stroke={1.75} /> : <IconMoon size={18} stroke={1.75} />}
    </ActionIcon>
  )
}
