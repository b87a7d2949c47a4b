import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  NativeSelect,
  SegmentedControl,
  TextInput,
} from '@mantine/core'
import './controls.css'

/** Mantine's parts in the look of this page: every colour is a token of `tokens.css`. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, monospace",
  defaultRadius: '6px',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', size: 32 },
      classNames: { root: 'icon-button' },
      vars: (_theme, { variant }) => ({
        root: {
          '--ai-color': 'var(--ink2)',
          '--ai-hover': 'var(--sel)',
          ...(variant === 'default' && { '--ai-bg': 'var(--surface)', '--ai-bd': '1px solid var(--line2)' }),
        },
      }),
    }),
    Button: Button.extend({ defaultProps: { variant: 'default', size: 'compact-sm' }, classNames: { root: 'button' } }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { size: 'xs', transitionDuration: 120 },
      classNames: {
        root: 'segments',
        indicator: 'segments-chosen',
        label: 'segments-label',
        control: 'segments-control',
      },
    }),
    NativeSelect: NativeSelect.extend({ classNames: { input: 'field' } }),
    TextInput: TextInput.extend({ classNames: { input: 'field' } }),
  },
})

const tokens = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sel)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line2)',
  '--mantine-color-dimmed': 'var(--ink3)',
  '--mantine-color-placeholder': 'var(--ink3)',
}

export const resolveVariables: CSSVariablesResolver = () => ({ variables: {}, light: tokens, dark: tokens })
