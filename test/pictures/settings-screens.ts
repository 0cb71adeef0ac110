import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerFileDialog } from '../fixtures/routes.ts';
import { makeTestCa } from '../fixtures/test-servers.ts';
import { found, names } from './people.ts';
import { answerSaveDialog, dialog, dialogTitled, field, goTo, inMain, mainSays, press } from './places.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

const passphrase = 'four words nobody knows';
const dayMs = 86_400_000;

/** What is set, and the accounts on their way to another computer or from one. */
export const settingsScreens: readonly Screen[] = [
  { name: 'settings', open: (stage) => goTo(stage, 'settings'), shows: 'settings/settings-page.tsx' },
  {
    name: 'settings-recovery',
    open: (stage) => pressInSettings(stage, stage.words('vault.protection.setRecovery')),
    sign: mainSays((words) => words('vault.protection.recoveryText')),
  },
  {
    name: 'settings-passphrase',
    open: (stage) => pressInSettings(stage, stage.words('vault.protection.usePassphrase')),
    sign: mainSays((words) => words('vault.protection.usePassphraseText')),
  },
  {
    name: 'settings-proxy',
    async open(stage) {
      await setProxy(stage, { proxyRules: 'https=proxy.birou.example:8080', proxyBypassRules: '<-loopback>' });
      try {
        const proxy = 'proxy.birou.example:8080';
        await stage.call('settings.setProxyLogin', { kind: 'http', proxy, username: 'ana.popescu', password: 'x' });
        await pressInSettings(stage, stage.words('settings.network.proxy.change'));
      } finally {
        await setProxy(stage, { mode: 'system' });
      }
    },
    sign: (stage) => field(inMain(stage), stage.words('settings.network.proxy.username')),
  },
  {
    name: 'settings-backup',
    async open(stage) {
      await stage.tell([
        {
          kind: 'backup',
          value: {
            folder: '/media/anna/Säkerhetskopior/Taxpass',
            lastAt: Date.now() - 5 * dayMs,
            lastFailure: { at: Date.now() - 4 * dayMs, reason: 'folder-gone' },
          },
        },
      ]);
      await goTo(stage, 'settings');
    },
    sign: mainSays((words) => words('transfer.backup.failed.folder-gone')),
  },
  {
    name: 'settings-backup-stop',
    async open(stage) {
      const folder = '/media/anna/Säkerhetskopior/Taxpass';
      await stage.tell([{ kind: 'backup', value: { folder, lastAt: Date.now(), lastFailure: null } }]);
      await pressInSettings(stage, stage.words('transfer.backup.stop'));
    },
    sign: dialogTitled((words) => words('transfer.backup.stopTitle')),
  },
  {
    name: 'backup',
    open: (stage) => pressInSettings(stage, stage.words('transfer.backup.setUp')),
    shows: 'transfer/backup-dialog.tsx',
    sign: (stage) => dialog(stage).getByText(stage.words('transfer.backup.chooseText')),
  },
  {
    name: 'backup-passphrase',
    async open(stage) {
      const folder = join(stage.desktop.home, 'Backups');
      await mkdir(folder, { recursive: true });
      await answerFileDialog(stage.app, folder);
      await pressInSettings(stage, stage.words('transfer.backup.setUp'));
      await press(dialog(stage), stage.words('transfer.backup.chooseFolder'));
    },
    sign: (stage) => dialog(stage).getByText(stage.words('transfer.backup.passphraseText')),
  },
  {
    name: 'move-accounts',
    async open(stage) {
      await pressInSettings(stage, stage.words('transfer.move.open'));
      await dialog(stage).getByRole('radio').nth(1).check({ force: true });
    },
    shows: 'transfer/export-dialog.tsx',
    sign: (stage) => dialog(stage).getByRole('checkbox'),
  },
  {
    name: 'move-accounts-passphrase',
    async open(stage) {
      await answerSaveDialog(stage, join(stage.desktop.home, 'flytt.taxpass'));
      await pressInSettings(stage, stage.words('transfer.move.open'));
      await press(dialog(stage), stage.words('transfer.export.chooseTarget'));
    },
    sign: (stage) => dialog(stage).getByText(stage.words('transfer.export.target', { name: 'flytt.taxpass' })),
  },
  {
    name: 'open-transfer-file-damaged',
    async open(stage) {
      // Any file that is none of ours.
      await answerFileDialog(stage.app, found(stage.practice).post['skatteverket-org'].test.p12);
      await pressInSettings(stage, stage.words('transfer.restore.open'));
    },
    sign: (stage) => inMain(stage).getByRole('alert'),
  },
];

/** What stays set, and what is taken in: after all that is to be seen without. */
export const settledScreens: readonly Screen[] = [
  {
    name: 'open-transfer-file',
    open: openMoved,
    shows: 'transfer/import-dialog.tsx',
    sign: (stage) => field(dialog(stage), stage.words('transfer.passphrase.ofFile')),
  },
  {
    name: 'open-transfer-file-contents',
    async open(stage) {
      await openMoved(stage);
      await enterPassphrase(stage);
    },
    shows: 'transfer/import-dialog.tsx',
    sign: (stage) => dialog(stage).getByRole('group', { name: stage.words('transfer.import.question') }),
  },
  {
    name: 'open-transfer-file-taken-in',
    async open(stage) {
      await openMoved(stage);
      await enterPassphrase(stage);
      await press(dialog(stage), stage.words('transfer.import.confirm'));
    },
    shows: 'transfer/import-dialog.tsx',
    sign: (stage) => dialog(stage).getByRole('heading', { name: stage.words('transfer.import.result.title') }),
  },
  {
    name: 'settings-ca',
    async open(stage) {
      await trustOfficeCa(stage);
      await goTo(stage, 'settings');
    },
    sign: (stage) => inMain(stage).getByRole('list', { name: stage.words('settings.network.ca.list') }),
  },
  {
    name: 'settings-ca-remove',
    async open(stage) {
      await trustOfficeCa(stage);
      const subject = found((await stage.call('settings.network', {})).authorities[0]).subject;
      await pressInSettings(stage, stage.words('settings.network.ca.removeNamed', { subject }));
    },
    sign: dialogTitled((words) => words('settings.network.ca.removeTitle')),
  },
  {
    name: 'settings-recovery-replace',
    async open(stage) {
      await haveRecovery(stage);
      await pressInSettings(stage, stage.words('vault.protection.replaceRecovery'));
    },
    sign: (stage) => inMain(stage).getByRole('button', { name: stage.words('vault.protection.forgottenRecovery') }),
  },
  {
    name: 'settings-recovery-remove',
    async open(stage) {
      await haveRecovery(stage);
      await pressInSettings(stage, stage.words('vault.protection.removeRecovery'));
    },
    sign: mainSays((words) => words('vault.protection.removeRecoveryText')),
  },
];

async function pressInSettings(stage: Stage, button: string): Promise<void> {
  await goTo(stage, 'settings');
  await press(inMain(stage), button);
}

async function setProxy({ app }: Stage, config: Electron.ProxyConfig): Promise<void> {
  await app.evaluate(
    ({ session }, settings) => session.fromPartition('proxy-settings', { cache: false }).setProxy(settings),
    config,
  );
}

async function trustOfficeCa(stage: Stage): Promise<void> {
  if ((await stage.call('settings.network', {})).authorities.length > 0) return;
  const path = join(stage.desktop.home, 'birou-ca.pem');
  await writeFile(path, (await makeTestCa()).pem);
  await answerFileDialog(stage.app, path);
  await stage.call('settings.trustCaFile', {});
}

async function haveRecovery(stage: Stage): Promise<void> {
  const { hasRecovery } = await stage.call('vault.protection', {});
  if (!hasRecovery) await stage.call('vault.setRecovery', { current: null, passphrase: `${passphrase} at all` });
}

/** Opens a file that two accounts were moved into, of which one came back here since. */
async function openMoved(stage: Stage): Promise<void> {
  const path = join(stage.desktop.home, 'mutare.taxpass');
  const isWritten = await stat(path).then(
    () => true,
    () => false,
  );
  if (!isWritten) await moveAccounts(stage, path);
  await answerFileDialog(stage.app, path);
  await pressInSettings(stage, stage.words('transfer.restore.open'));
  await dialog(stage).waitFor();
}

async function moveAccounts(stage: Stage, path: string): Promise<void> {
  const { call } = stage;
  const { accounts, applications } = await stage.snapshot();
  const organisation = found(Object.values(applications).find(({ name }) => name === names.organisation));
  const stays = found(Object.values(accounts).find((account) => account.applicationId === organisation.id));
  const { test: post } = found(stage.practice).post['skatteverket-org'];
  const { applicationId } = await call('applications.save', {
    id: null,
    profile: 'skatteverket-org',
    environment: 'test',
    name: 'Arbetsgivardeklaration, flyttad',
    redirectUris: [post.redirectUri],
    services: [],
    scopes: ['agd'],
    ...post.oauth2,
    apigwClientId: post.apigw.clientId,
    apigwClientSecret: post.apigw.clientSecret,
  });
  const { accountId: goes } = await call('accounts.signIn', {
    applicationId,
    certificateId: stays.certificateId,
    accountId: null,
    redirectUri: null,
    pin: null,
  });
  await answerSaveDialog(stage, path);
  const { targetId } = found(await call('transfer.chooseTarget', {}));
  await call('transfer.export', { targetId, accountIds: [stays.id, goes], passphrase });
  await call('transfer.bringBack', { accountId: stays.id });
  await call('accounts.remove', { accountId: goes });
}

async function enterPassphrase(stage: Stage): Promise<void> {
  await field(dialog(stage), stage.words('transfer.passphrase.ofFile')).fill(passphrase);
  await press(dialog(stage), stage.words('transfer.import.openFile'));
  await dialog(stage)
    .getByRole('button', { name: stage.words('transfer.import.confirm'), exact: true })
    .waitFor();
}
