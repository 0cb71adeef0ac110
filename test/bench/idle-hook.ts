import { app } from 'electron';

// Loaded before an app's own code (`-r`): hides its window once that has had time to show, and says what is in it. A
// driver such as Playwright would keep the page believing that it is seen.

const SHOWN_MS = 8_000;

/** How many accounts the page holds, in sight or not; a bare page holds none. */
const countAccounts = `globalThis.taxpass === undefined
  ? 0
  : taxpass.call('snapshot.get', {}).then(({ value }) => Object.keys(value.accounts).length)`;

app.on('browser-window-created', (_event, window) => {
  window.webContents.once('did-finish-load', () => {
    setTimeout(() => {
      const accounts = window.webContents.executeJavaScript(countAccounts);
      window.hide();
      void accounts.then(async (count: unknown) => {
        const isHidden: unknown = await window.webContents.executeJavaScript('document.hidden');
        console.log(`taxpass-bench ${JSON.stringify({ found: { accounts: count, isHidden } })}`);
      });
    }, SHOWN_MS);
  });
});
