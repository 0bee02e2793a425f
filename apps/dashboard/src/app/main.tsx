import '../ui/mantine-styles';
import '../ui/page.css';
import './before-schemas';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { CatchBoundary, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { meQuery } from '../features/session/me.query';
import { createI18n, startingLocale } from '../lib/i18n';
import { localPath } from '../lib/local-path';
import { cssVariablesResolver, theme } from '../ui/theme';
import { CrashScreen } from './crash-screen';
import { createQueryClient } from './query-client';
import { createAppRouter } from './router';

const colorScheme = localStorageColorSchemeManager({ key: 'num-ecard-color-scheme' });
const i18n = await createI18n(startingLocale());
// Not its own failure, or it would be asked for without end. When it is told 401, the layout leads to sign-in and back; what
// it holds stays until then, and with it whatever is typed on the page.
const queryClient = createQueryClient(() => {
  if (queryClient.getQueryState(meQuery.queryKey)?.status === 'success') {
    void queryClient.invalidateQueries(meQuery);
  }
});
// Answers name places and buttons in the language that they were asked for in.
i18n.on('languageChanged', () => void queryClient.invalidateQueries());
const router = createAppRouter(queryClient);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariablesResolver}
          colorSchemeManager={colorScheme}
          defaultColorScheme="auto"
          deduplicateInlineStyles
        >
          <CatchBoundary getResetKey={() => 'app'} errorComponent={CrashScreen}>
            <RouterProvider router={router} />
          </CatchBoundary>
        </MantineProvider>
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
);

// What an alert is about, when this is the window in which it is opened.
navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent<{ open?: unknown } | null>) => {
  const path = localPath(data?.open);
  if (path !== undefined) router.history.push(path);
});

// Once the page is there, which it may be already: what the worker fetches must not stand in its way. Without one, the page only
// needs a network.
const register = () => void navigator.serviceWorker?.register('/service-worker.js').catch(() => {});
if (document.readyState === 'complete') register();
else addEventListener('load', register);
