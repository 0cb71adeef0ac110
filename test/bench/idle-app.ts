import { app, BrowserWindow } from 'electron';
import { systemKeychain } from '../../electron/desktop/keychain.ts';
import { anafApplication } from '../soak/soak-office.ts';
import { fillVault } from './many-accounts.ts';

// Fills a vault for the real app, under its name and so with its keychain entry; or shows a bare window that is hidden.

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

async function showBare(): Promise<void> {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, spellcheck: false } });
  await window.loadURL('data:text/html,<p>bare</p>');
}

app
  .whenReady()
  .then(() => (order === '' ? showBare() : prepare()))
  .catch((error: unknown) => {
    console.error(error);
    app.exit(1);
  });
