import { app } from 'electron';

// Loaded before an app's own code (`-r`): hides its window once that has had time to show, and says what is in it. A
// driver such as Playwright would keep the page believing that it is seen.

const SHOWN_MS = 8_000;

app.on('browser-window-created', (_event, window) => {
  window.webContents.once('did-finish-load', () => {
    setTimeout(() => {
      const rows = window.webContents.executeJavaScript('document.querySelectorAll("nav li").length');
      window.hide();
      void rows.then(async (count: unknown) => {
        const isHidden: unknown = await window.webContents.executeJavaScript('document.hidden');
        console.log(`taxpass-idle ${JSON.stringify({ rows: count, isHidden })}`);
      });
    }, SHOWN_MS);
  });
});
