import { buildApplication, buildCommand, buildRouteMap } from '@stricli/core'
import type { CommandTexts } from '../messages/commands.ts'
import { programVersion } from '../workspace/program-version.ts'
import { ALIASES, commonFlags, writingFlags } from './flags.ts'
import { usageTexts } from './usage-texts.ts'

const text = (value: string): string => value

/** Every command, loaded when it is called: help needs none of them. */
export function buildChasqui(t: CommandTexts) {
  const common = commonFlags(t)
  const writing = writingFlags(t)
  const folder = {
    kind: 'tuple',
    parameters: [{ brief: t.arguments.folder, parse: text, placeholder: 'DIR' }],
  } as const
  const docs = (name: keyof CommandTexts['commands'], ...examples: readonly string[]) => ({
    brief: t.commands[name],
    customUsage: [...examples],
  })
  const stage = (name: 'prepare' | 'train' | 'backtest' | 'allocate' | 'route') =>
    buildCommand({
      loader: async () => (await import('./commands/stage.ts')).stageCommand(name),
      parameters: { flags: writing, aliases: ALIASES },
      docs: docs(name, '-w demo'),
    })

  const routes = buildRouteMap({
    routes: {
      init: buildCommand({
        loader: async () => (await import('./commands/init.ts')).default,
        parameters: { flags: common, aliases: ALIASES, positional: folder },
        docs: docs('init', 'amazonas'),
      }),
      demo: buildCommand({
        loader: async () => (await import('./commands/demo.ts')).default,
        parameters: {
          flags: {
            ...common,
            seed: { kind: 'parsed', parse: text, brief: t.flags.seed, default: '7' },
            until: { kind: 'parsed', parse: text, brief: t.flags.until, default: '2025-12' },
            months: { kind: 'parsed', parse: text, brief: t.flags.months, default: '60' },
            province: { kind: 'parsed', parse: text, brief: t.flags.province, optional: true },
          },
          aliases: ALIASES,
          positional: folder,
        },
        docs: docs('demo', 'demo --seed 7 --until 2025-12'),
      }),
      import: buildCommand({
        loader: async () => (await import('./commands/import.ts')).default,
        parameters: {
          flags: {
            ...writing,
            dryRun: { kind: 'boolean', brief: t.flags.dryRun, default: false, withNegated: false },
            undo: { kind: 'boolean', brief: t.flags.undo, default: false, withNegated: false },
            accept: { kind: 'boolean', brief: t.flags.accept, default: false, withNegated: false },
            skip: { kind: 'parsed', parse: text, brief: t.flags.skip, optional: true, variadic: true },
          },
          aliases: ALIASES,
        },
        docs: docs('import', '-w amazonas --dry-run', '-w amazonas'),
      }),
      prepare: stage('prepare'),
      train: stage('train'),
      backtest: stage('backtest'),
      forecast: buildCommand({
        loader: async () => (await import('./commands/forecast.ts')).default,
        parameters: {
          flags: {
            ...writing,
            model: { kind: 'parsed', parse: text, brief: t.flags.model, optional: true, placeholder: 'FILE' },
            table: { kind: 'parsed', parse: text, brief: t.flags.table, optional: true, placeholder: 'FILE' },
            horizon: { kind: 'parsed', parse: text, brief: t.flags.horizon, optional: true },
            quantiles: { kind: 'parsed', parse: text, brief: t.flags.quantiles, optional: true },
            seed: { kind: 'parsed', parse: text, brief: t.flags.seed, optional: true },
            out: { kind: 'parsed', parse: text, brief: t.flags.out, optional: true, placeholder: 'FILE' },
          },
          aliases: ALIASES,
        },
        docs: docs(
          'forecast',
          '-w demo',
          '-w demo --model variante.h5',
          '--table ventas.csv --horizon 12 --out pronostico.csv',
        ),
      }),
      explain: buildCommand({
        loader: async () => (await import('./commands/explain.ts')).default,
        parameters: {
          flags: { ...common, product: { kind: 'parsed', parse: text, brief: t.flags.product, optional: true } },
          aliases: ALIASES,
          positional: {
            kind: 'tuple',
            parameters: [{ brief: t.arguments.ubigeo, parse: text, placeholder: 'UBIGEO' }],
          },
        },
        docs: docs('explain', '200100 -w demo', '000000 -w demo --product alimentos'),
      }),
      override: buildCommand({
        loader: async () => (await import('./commands/override.ts')).default,
        parameters: {
          flags: {
            ...common,
            product: { kind: 'parsed', parse: text, brief: t.flags.ofProduct },
            month: { kind: 'parsed', parse: text, brief: t.flags.month },
            quantity: { kind: 'parsed', parse: text, brief: t.flags.quantity },
            author: { kind: 'parsed', parse: text, brief: t.flags.author },
            reason: { kind: 'parsed', parse: text, brief: t.flags.reason },
            date: { kind: 'parsed', parse: text, brief: t.flags.date, optional: true },
          },
          aliases: ALIASES,
          positional: {
            kind: 'tuple',
            parameters: [{ brief: t.arguments.ubigeo, parse: text, placeholder: 'UBIGEO' }],
          },
        },
        docs: docs(
          'override',
          '200200 -w demo --product alimentos --month 2026-02 --quantity 900 --author Ana --reason "Lluvias anunciadas"',
        ),
      }),
      allocate: stage('allocate'),
      route: stage('route'),
      plan: buildCommand({
        loader: async () => (await import('./commands/plan.ts')).default,
        parameters: { flags: writing, aliases: ALIASES },
        docs: docs('plan', '-w demo'),
      }),
      verify: buildCommand({
        loader: async () => (await import('./commands/verify.ts')).default,
        parameters: {
          flags: common,
          aliases: ALIASES,
          positional: {
            kind: 'tuple',
            parameters: [{ brief: t.arguments.plan, parse: text, optional: true, placeholder: 'PLAN' }],
          },
        },
        docs: docs('verify', '-w demo'),
      }),
      serve: buildCommand({
        loader: async () => (await import('./commands/serve.ts')).default,
        parameters: {
          flags: {
            ...common,
            port: { kind: 'parsed', parse: text, brief: t.flags.port, default: '8321' },
            demo: { kind: 'parsed', parse: text, brief: t.flags.demo, optional: true, placeholder: 'DIR' },
          },
          aliases: ALIASES,
        },
        docs: docs('serve', '-w demo'),
      }),
    },
    docs: { brief: t.program },
  })

  return buildApplication(routes, {
    name: 'chasqui',
    versionInfo: { currentVersion: programVersion() },
    scanner: { caseStyle: 'allow-kebab-for-camel' },
    documentation: { caseStyle: 'convert-camel-to-kebab' },
    localization: { text: usageTexts(t) },
  })
}
