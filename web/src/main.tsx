import '@fontsource-variable/inter/wght.css'
import './look/mantine.css'
import './look/tokens.css'
import './look/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { Page } from './frame/page.tsx'
import { LanguageProvider } from './language.tsx'
import { resolveVariables, theme } from './look/theme.ts'
import { ProblemError } from './results.ts'
// After every other style: on paper it has the last word.
import './look/print.css'

const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
// The scroll lock below Mantine's drawer writes a <style> of its own and asks this package, not Mantine, for the nonce.
setNonce(nonce)

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // The server is on this machine: it answers without any network.
      networkMode: 'always',
      refetchOnWindowFocus: 'always',
      retry: (failures, error) => !(error instanceof ProblemError) && failures < 1,
    },
  },
})

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={resolveVariables}
    defaultColorScheme="auto"
    getStyleNonce={() => nonce}
  >
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Page />
      </LanguageProvider>
    </QueryClientProvider>
  </MantineProvider>,
)
