import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createFetches } from './features/sign-in/fetches.ts';
import { isLanguage, LanguageRoot, speak } from './i18n/language-root.tsx';
import { startClock } from './state/clock.ts';
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
import './ui/contrast.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// Main names the language in the address: its catalogue is asked for before the first snapshot, which takes main a while.
const language = new URLSearchParams(location.search).get('language');
const speaking = speak(isLanguage(language) ? language : 'en');

const bridge = window.taxpass;
const projection = followMain(bridge);
const desk = {
  bridge,
  projection,
  clock: startClock(document),
  fetches: createFetches(bridge, projection),
};

const speech = await speaking;

createRoot(root).render(
  <StrictMode>
    <LanguageRoot desk={desk} first={speech}>
      <CrashGuard>
        <App />
      </CrashGuard>
    </LanguageRoot>
  </StrictMode>,
);
