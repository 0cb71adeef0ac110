import { app, BrowserWindow } from 'electron';
import { systemKeychain } from '../../electron/desktop/keychain.ts';
import { anafApplication } from '../soak/soak-office.ts';
import { fillVault } from './many-accounts.ts';

// Fills a vault for the real app, under its name and so with its keychain entry; or shows a bare window: hidden, with
// rows, or with a countdown.

const order = app.commandLine.getSwitchValue('prepare');

async function prepare(): Promise<void> {
  const { folder, accounts } = JSON.parse(Buffer.from(order, 'base64url').toString()) as {
    folder: string;
    accounts: number;
  };
  const keychain = await systemKeychain();
  if (keychain === 'unavailable') throw new Error('there is no keychain');
  const application = anafApplication('application', {
    oauth2: { clientId: 'client', clientSecret: 'secret' },
    redirectUris: ['https://localhost:9002/callback'],
    services: ['E-Factura'],
  });
  await fillVault(folder, keychain, application, accounts);
  app.exit(0);
}

const ROWS = 1_000;
/** About that of a row of the account list. */
const ROW_PX = 64;

const row = (text: string): string => `<li style="height:${ROW_PX}px">${text}</li>`;

/** Static text alone; all that is needed to be scrolled. */
const rowsPage = `<nav style="height:100vh;overflow:auto"><ul style="margin:0">
  ${Array.from({ length: ROWS }, (_, index) => row(`row ${index + 1}`)).join('')}
</ul></nav>`;

/** One line of text that changes on each second: the least that is a countdown. */
const countdownPage = `<nav><ul>${row('row')}</ul></nav><p></p><script>
  const line = document.querySelector('p');
  const tick = () => {
    line.textContent = new Date().toISOString();
    setTimeout(tick, 1000 - (Date.now() % 1000));
  };
  tick();
</script>`;

async function showBare(what: string): Promise<void> {
  const show = what !== 'hidden';
  const webPreferences = { sandbox: true, spellcheck: false };
  const window = new BrowserWindow({ width: 1180, height: 780, show, webPreferences });
  const page = what === 'rows' ? rowsPage : what === 'countdown' ? countdownPage : '<p>bare</p>';
  await window.loadURL(`data:text/html,${encodeURIComponent(page)}`);
}

app
  .whenReady()
  .then(() => (order === '' ? showBare(app.commandLine.getSwitchValue('bare')) : prepare()))
  .catch((error: unknown) => {
    console.error(error);
    app.exit(1);
  });
