import type { Locator } from 'playwright';
import type { VaultView } from '../../electron/contract/vault-view.ts';
import { helpTopics, topicsFor } from '../../renderer/features/help/topics.ts';
import { answerFileDialog } from '../fixtures/routes.ts';
import { found, names } from './people.ts';
import {
  dialog,
  field,
  goTo,
  openAccount,
  openAddMenu,
  openP12,
  openSignIn,
  openTakeOver,
  press,
  rows,
  search,
  sidebar,
} from './places.ts';
import { attempt, certificateQuestion, manyNotices, pinQuestion, renewalDone, renewalRunning } from './told.ts';
import type { Stage } from './stage.ts';

/** One screen of the app: how a person, or main, gets there from the board. */
export type Screen = {
  /** In file names, lower case with hyphens. */
  readonly name: string;
  readonly open: (stage: Stage) => Promise<void>;
};

/** What only an app in real use shows. */
export const realScreens: readonly Screen[] = [{ name: 'first-run-real', open: () => Promise.resolve() }];

/** What can be seen before there is anything. */
export const firstScreens: readonly Screen[] = [
  { name: 'first-run', open: () => Promise.resolve() },
  ...(['certificates', 'applications', 'activity'] as const).map((page) => ({
    name: `${page}-empty`,
    open: (stage: Stage) => goTo(stage, page),
  })),
];

const anafPost = (stage: Stage) => found(stage.practice).post.anaf.production;
const orgPost = (stage: Stage) => found(stage.practice).post['skatteverket-org'].test;

/** Everything once there are accounts, in the order a person comes by. */
export const screens: readonly Screen[] = [
  { name: 'board', open: () => Promise.resolve() },
  {
    name: 'board-filter',
    async open(stage) {
      await sidebar(stage)
        .getByRole('button', {
          name: stage.words('board.filter.chosen', { filter: stage.words('board.filter.states.all') }),
        })
        .click();
      await stage.window.getByRole('menu').first().waitFor();
    },
  },
  { name: 'board-nothing-found', open: (stage) => search(stage, 'nobody is called so') },
  { name: 'board-add', open: openAddMenu },
  {
    name: 'board-selecting',
    async open(stage) {
      await press(sidebar(stage), stage.words('board.select.start'));
      await rows(stage).nth(1).click();
      await sidebar(stage)
        .getByRole('group', { name: stage.words('board.select.acts') })
        .waitFor();
    },
  },
  { name: 'board-many-notices', open: ({ tell }) => tell([manyNotices]) },
  { name: 'renewing-all', open: ({ tell }) => tell([renewalRunning]) },
  { name: 'renewed-all', open: (stage) => stage.tell([renewalDone('due', 'needed')]) },

  { name: 'account-anaf', open: (stage) => openAccount(stage, names.company) },
  { name: 'account-anaf-claims', open: (stage) => openAccount(stage, names.company, 'claims') },
  { name: 'account-anaf-requests', open: (stage) => openAccount(stage, names.company, 'requests') },
  {
    name: 'account-anaf-answer',
    async open(stage) {
      await openAccount(stage, names.company, 'requests');
      await press(stage.window.getByRole('tabpanel'), stage.words('requests.send'));
      await stage.window.getByText(stage.words('requests.answerBody')).first().waitFor();
    },
  },
  { name: 'account-anaf-activity', open: (stage) => openAccount(stage, names.company, 'activity') },
  { name: 'account-skatteverket', open: (stage) => openAccount(stage, names.organisation) },
  { name: 'account-skatteverket-claims', open: (stage) => openAccount(stage, names.organisation, 'claims') },
  { name: 'account-skatteverket-requests', open: (stage) => openAccount(stage, names.organisation, 'requests') },
  {
    name: 'account-failed',
    async open(stage) {
      await openAccount(stage, names.failing);
      await stage.window.getByText(stage.words('failureNote.details'), { exact: true }).first().click();
    },
  },
  ...(
    ['Transport Rapid', 'Panificația', 'Moldova de Nord', 'Dealu Mare', 'Sănătatea', 'Bărăgan', 'Moara Veche'] as const
  ).map((company, index) => ({
    name: `account-${['due', 'sign-in-needed', 'sign-in-soon', 'answer-lost', 'other-copy', 'moved', 'only-to-look'][index] ?? ''}`,
    open: (stage: Stage) => openAccount(stage, company),
  })),
  { name: 'account-renewing', open: (stage) => openAccount(stage, 'Dacia') },
  { name: 'account-certificate-ended', open: (stage) => openAccount(stage, 'Editura') },
  { name: 'account-incomplete', open: (stage) => openAccount(stage, 'Bilförmån, produktion') },
  {
    name: 'device-certificate',
    async open(stage) {
      await openAccount(stage, names.company);
      await stage.tell(certificateQuestion(await attempt(stage)));
    },
  },
  {
    name: 'device-pin',
    async open(stage) {
      await openAccount(stage, names.company);
      await stage.tell(pinQuestion(await attempt(stage)));
    },
  },
  {
    name: 'renew-anyway',
    open: (stage) => askAccount(stage, names.organisation, stage.words('accounts.renewal.sign-in.act')),
  },
  {
    name: 'revoke',
    open: (stage) =>
      askAccount(
        stage,
        names.company,
        stage.words('accounts.revoke.open', { authority: stage.words('authorities.anaf.name') }),
      ),
  },
  {
    name: 'remove-account',
    open: (stage) => askAccount(stage, names.company, stage.words('common.removeFromThisComputer')),
  },
  { name: 'compromised', open: (stage) => askAccount(stage, names.company, stage.words('compromised.open')) },
  { name: 'companies', open: openCompanies },
  {
    name: 'companies-read',
    async open(stage) {
      await openCompanies(stage);
      const text = 'CUI\tDenumire\nRO 361757\tPanificația Sălajul SRL\n14399841\tDigit greșit SRL\nfără număr';
      await field(dialog(stage), stage.words('companies.paste.label')).fill(text);
      await press(dialog(stage), stage.words('companies.paste.read'));
      await dialog(stage)
        .getByRole('region', { name: stage.words('companies.paste.result') })
        .waitFor();
    },
  },
  { name: 'hand-over', open: (stage) => askAccount(stage, names.company, stage.words('handOver.open')) },
  {
    name: 'hand-over-stop',
    open: (stage) => askAccount(stage, names.company, stage.words('handOver.stopFor', { recipient: 'SAGA C' })),
  },

  { name: 'sign-in-anaf-certificate', open: (stage) => openSignIn(stage, 'anaf') },
  {
    name: 'sign-in-anaf-application',
    async open(stage) {
      await openSignIn(stage, 'anaf');
      await dialog(stage).getByRole('radio').first().check({ force: true });
      await press(dialog(stage), stage.words('signIn.next'));
    },
  },
  {
    name: 'sign-in-anaf-new-application',
    async open(stage) {
      await openSignIn(stage, 'anaf');
      await dialog(stage).getByRole('radio').first().check({ force: true });
      await press(dialog(stage), stage.words('signIn.next'));
      await press(dialog(stage), stage.words('signIn.enterNew'));
    },
  },
  { name: 'sign-in-organisation-certificate', open: (stage) => openSignIn(stage, 'skatteverket-org') },
  {
    name: 'sign-in-organisation-file',
    async open(stage) {
      await signInByFile(stage);
      await dialog(stage)
        .getByRole('button', { name: stage.words('certificates.chooseFile') })
        .waitFor();
    },
  },
  {
    name: 'sign-in-organisation-wrong-pin',
    async open(stage) {
      await signInByFile(stage);
      await openP12(stage, orgPost(stage).p12, 'not the PIN');
      await dialog(stage).getByRole('alert').waitFor();
    },
  },
  {
    name: 'sign-in-organisation-certificate-opened',
    async open(stage) {
      await signInByFile(stage);
      await openP12(stage, orgPost(stage).p12, orgPost(stage).pin);
      await dialog(stage)
        .getByRole('button', { name: stage.words('certificates.import') })
        .waitFor();
    },
  },
  {
    name: 'sign-in-organisation-new-application',
    async open(stage) {
      await openSignIn(stage, 'skatteverket-org');
      await dialog(stage).getByRole('radio').first().check({ force: true });
      await press(dialog(stage), stage.words('signIn.next'));
      await press(dialog(stage), stage.words('signIn.enterNew'));
    },
  },
  { name: 'sign-in-e-id', open: (stage) => openSignIn(stage, 'skatteverket-per') },
  { name: 'sign-in-e-id-waiting', open: startBrowserSignIn },
  {
    name: 'sign-in-e-id-wrong-address',
    async open(stage) {
      await startBrowserSignIn(stage);
      const summary = dialog(stage).getByText(stage.words('signIn.paste.summary'), { exact: true });
      if (await summary.isVisible()) await summary.click();
      await field(dialog(stage), stage.words('signIn.paste.label')).fill('https://example.org/?code=1');
      await press(dialog(stage), stage.words('signIn.paste.handIn'));
      await dialog(stage).getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'sign-in-cancelled',
    async open(stage) {
      await startBrowserSignIn(stage);
      await press(dialog(stage), stage.words('signIn.cancelSignIn'));
      await dialog(stage)
        .getByRole('button', { name: stage.words('common.tryAgain') })
        .waitFor();
    },
  },
  { name: 'sign-in-refused', open: refusedSignIn },
  {
    name: 'support-record',
    async open(stage) {
      await refusedSignIn(stage);
      await press(dialog(stage), stage.words('support.open'));
      await stage.window.getByText(stage.words('support.what')).waitFor();
    },
  },
  { name: 'sign-in-system-certificate', open: (stage) => openSignIn(stage, 'skatteverket-sysorg') },
  { name: 'sign-in-system', open: (stage) => openSignIn(stage, 'skatteverket-sys') },

  { name: 'take-over', open: openTakeOver },
  {
    name: 'take-over-nothing-found',
    open: (stage) =>
      readTokens(stage, 'nothing that looks like a token', (within) =>
        within.getByText(stage.words('takeOver.problems.nothing-found')),
      ),
  },
  {
    name: 'take-over-found',
    open: (stage) =>
      readTokens(
        stage,
        JSON.stringify({ access_token: madeUpToken('Bearer', 60), refresh_token: madeUpToken('Refresh', 300) }),
        (within) => within.getByRole('button', { name: stage.words('takeOver.takeOver'), exact: true }),
      ),
  },

  { name: 'certificates', open: (stage) => goTo(stage, 'certificates') },
  {
    name: 'certificate-remove',
    async open(stage) {
      await goTo(stage, 'certificates');
      await pressFor(stage, (holder) => stage.words('certificates.removeFor', { holder }));
    },
  },
  {
    name: 'holder',
    async open(stage) {
      await goTo(stage, 'certificates');
      await pressFor(stage, (holder) => stage.words('holders.openFor', { holder }));
      await stage.window.getByRole('button', { name: stage.words('holders.back') }).waitFor();
    },
  },
  {
    name: 'import-certificate',
    async open(stage) {
      await goTo(stage, 'certificates');
      await press(stage.window.getByRole('main'), stage.words('certificates.importButton'));
      await dialog(stage).waitFor();
    },
  },
  {
    name: 'import-certificate-pin',
    async open(stage) {
      await goTo(stage, 'certificates');
      await press(stage.window.getByRole('main'), stage.words('certificates.importButton'));
      await openP12(stage, anafPost(stage).p12, null);
    },
  },
  { name: 'applications', open: (stage) => goTo(stage, 'applications') },
  { name: 'application-edit', open: editApplication },
  {
    name: 'discard-what-was-typed',
    async open(stage) {
      await editApplication(stage);
      await dialog(stage).getByRole('textbox').first().fill('Something else');
      await stage.window.keyboard.press('Escape');
      await stage.window.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'application-remove',
    async open(stage) {
      await goTo(stage, 'applications');
      await press(stage.window.getByRole('main'), stage.words('applications.removeFor', { name: names.anaf }));
      await dialog(stage).waitFor();
    },
  },
  { name: 'activity', open: (stage) => goTo(stage, 'activity') },
  { name: 'read-token', open: (stage) => goTo(stage, 'read-token') },
  { name: 'read-token-result', open: (stage) => readPasted(stage, madeUpToken('Bearer', 60)) },
  { name: 'read-token-not-a-token', open: (stage) => readPasted(stage, 'eyJhbGciOi.J9') },
  ...helpTopics.map((topic) => ({
    name: `help-${topic}`,
    async open(stage: Stage) {
      await goTo(stage, 'help');
      const topics = stage.window.getByRole('navigation', { name: stage.words('help.topics') });
      await topics.getByRole('button').nth(topicsFor(stage.language).indexOf(topic)).click();
    },
  })),
  { name: 'settings', open: (stage) => goTo(stage, 'settings') },
  {
    name: 'settings-recovery',
    async open(stage) {
      await goTo(stage, 'settings');
      await press(stage.window.getByRole('main'), stage.words('vault.protection.setRecovery'));
    },
  },
  {
    name: 'settings-passphrase',
    async open(stage) {
      await goTo(stage, 'settings');
      await press(stage.window.getByRole('main'), stage.words('vault.protection.usePassphrase'));
    },
  },
  {
    name: 'move-accounts',
    async open(stage) {
      await goTo(stage, 'settings');
      await press(stage.window.getByRole('main'), stage.words('transfer.move.open'));
      await dialog(stage).getByRole('radio').nth(1).check({ force: true });
    },
  },
  {
    name: 'open-transfer-file-damaged',
    async open(stage) {
      await goTo(stage, 'settings');
      // Any file that is none of ours.
      await answerFileDialog(stage.app, orgPost(stage).p12);
      await press(stage.window.getByRole('main'), stage.words('transfer.restore.open'));
      await stage.window.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'backup',
    async open(stage) {
      await goTo(stage, 'settings');
      await press(stage.window.getByRole('main'), stage.words('transfer.backup.setUp'));
      await dialog(stage).waitFor();
    },
  },
  ...vaultScreens(),
];

/** Each state of the storage that is not "ready". Most take another computer, or a broken one, so main's word is given. */
function vaultScreens(): Screen[] {
  const folder = '/home/anna/.config/Taxpass/vault';
  const states: Readonly<Record<string, VaultView>> = {
    opening: { state: 'opening' },
    'no-vault-yet': { state: 'no-vault-yet', reason: 'no-keychain' },
    locked: { state: 'locked', what: 'storage' },
    'window-locked': { state: 'locked', what: 'window' },
    unavailable: { state: 'unavailable', reason: 'keychain-refused', hasRecovery: true },
    'disk-full': { state: 'unavailable', reason: 'disk-full', hasRecovery: false },
    corrupt: { state: 'corrupt', problems: ['key.json'], folder },
    'backend-changed': { state: 'backend-changed', was: 'gnome_libsecret', is: 'kwallet6', hasRecovery: false },
    'wrong-key': { state: 'wrong-key', against: 'key-file', hasRecovery: true, folder },
    'in-use': {
      state: 'in-use',
      host: 'birou-2',
      pid: 4711,
      isElsewhere: true,
      file: 'writer-0123456789abcdef.lock',
      folder,
    },
    'other-computer': { state: 'other-computer' },
    'newer-version': { state: 'newer-version', version: 9 },
  };
  return [
    {
      name: 'vault-damaged-record',
      open: ({ tell }) => tell([{ kind: 'vault', value: { state: 'ready', damaged: ['account-4f1d'] } }]),
    },
    ...Object.entries(states).map(([name, value]) => ({
      name: `vault-${name}`,
      async open({ tell, window }: Stage) {
        await tell([{ kind: 'vault', value }]);
        await window.getByRole('navigation').waitFor({ state: 'detached' });
      },
    })),
  ];
}

async function askAccount(stage: Stage, name: string, button: string): Promise<void> {
  await openAccount(stage, name);
  await press(stage.window.getByRole('main'), button);
  await dialog(stage).waitFor();
}

async function openCompanies(stage: Stage): Promise<void> {
  await openAccount(stage, names.company);
  await stage.window.getByRole('main').getByText(stage.words('companies.edit'), { exact: true }).click();
  await dialog(stage).waitFor();
}

async function signInByFile(stage: Stage): Promise<void> {
  await openSignIn(stage, 'skatteverket-org');
  await dialog(stage)
    .getByRole('radio', { name: stage.words('signIn.importAnother') })
    .check({ force: true });
  await press(dialog(stage), stage.words('signIn.next'));
}

async function startBrowserSignIn(stage: Stage): Promise<void> {
  await openSignIn(stage, 'skatteverket-per');
  await press(dialog(stage), stage.words('signIn.signIn'));
  await dialog(stage).getByText(stage.words('signIn.browser.openAgain')).waitFor();
}

/** What a person sees whom the authority refuses. */
async function refusedSignIn(stage: Stage): Promise<void> {
  const { control } = found(stage.practice);
  await control.setSwitches({ authorizeError: { error: 'invalid_scope', error_description: 'Invalid scope' } });
  await openSignIn(stage, 'skatteverket-org');
  const enter = async (): Promise<void> => {
    await dialog(stage).getByRole('radio').first().check({ force: true });
    await press(dialog(stage), stage.words('signIn.next'));
    await dialog(stage).getByRole('radio', { name: names.refused }).check({ force: true });
    await press(dialog(stage), stage.words('signIn.signIn'));
    await dialog(stage).getByRole('alert').first().waitFor();
  };
  await enter().finally(() => control.setSwitches({ authorizeError: null }));
}

async function readPasted(stage: Stage, token: string): Promise<void> {
  await goTo(stage, 'read-token');
  const main = stage.window.getByRole('main');
  await field(main, stage.words('reading.field')).fill(token);
  await press(main, stage.words('reading.read'));
  await main.getByRole('heading', { name: stage.words('reading.result') }).waitFor();
}

async function readTokens(stage: Stage, text: string, then: (within: Locator) => Locator): Promise<void> {
  await openTakeOver(stage);
  await field(dialog(stage), stage.words('takeOver.field')).fill(text);
  await press(dialog(stage), stage.words('takeOver.read'));
  await then(dialog(stage)).waitFor();
}

function madeUpToken(type: string, days: number): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const iat = Math.floor(Date.now() / 1000);
  const payload = { token_type: type, iat, nbf: iat, exp: iat + days * 86_400, jti: 'made up' };
  return `${part({ alg: 'RS512', typ: 'JWT' })}.${part(payload)}.${Buffer.alloc(64).toString('base64url')}`;
}

async function pressFor(stage: Stage, label: (holder: string) => string): Promise<void> {
  const { accounts } = await stage.snapshot();
  const holder = found(Object.values(accounts).find(({ companies }) => companies.length > 0)).holder;
  await press(stage.window.getByRole('main'), label(holder));
}

async function editApplication(stage: Stage): Promise<void> {
  await goTo(stage, 'applications');
  await press(stage.window.getByRole('main'), stage.words('applications.editFor', { name: names.organisation }));
  await dialog(stage).waitFor();
}

/** The names of all of them. */
export const screenNames: readonly string[] = [...realScreens, ...firstScreens, ...screens].map(({ name }) => name);

/** Waits until the board is there, with who most needs somebody. */
export async function boardIsThere(stage: Stage): Promise<void> {
  await rows(stage).filter({ hasText: 'Editura' }).waitFor();
}
