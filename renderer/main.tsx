import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { I18nextProvider } from 'react-i18next';
import { App } from './app.tsx';
import { createFetches } from './features/sign-in/fetches.ts';
import { createFormats } from './i18n/formats.ts';
import { createSentences, formatLocales } from './i18n/setup.ts';
import { startClock } from './state/clock.ts';
import { DeskContext } from './state/context.ts';
import { followMain } from './state/projection.ts';
import { CrashGuard } from './ui/crash-guard.tsx';
import './ui/tokens.css';
import './ui/base.css';
import './ui/parts.css';
import './ui/dialog.css';
import './features/accounts/accounts.css';
import './features/activity/activity.css';
import './features/claims/claims.css';
import './features/requests/requests.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const bridge = window.taxpass;
const projection = followMain(bridge);
const desk = {
  bridge,
  projection,
  clock: startClock(document),
  formats: createFormats(formatLocales.en),
  fetches: createFetches(bridge, projection),
};

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={createSentences('en')}>
      <I18nProvider locale={formatLocales.en}>
        <DeskContext value={desk}>
          <CrashGuard>
            <App />
          </CrashGuard>
        </DeskContext>
      </I18nProvider>
    </I18nextProvider>
  </StrictMode>,
);
