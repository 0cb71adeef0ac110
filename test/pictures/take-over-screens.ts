import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { practiceAnaf } from '../fixtures/practice-anaf.ts';
import { found, names } from './people.ts';
import {
  answerSaveDialog,
  askAccount,
  dialog,
  dialogSays,
  field,
  goTo,
  inMain,
  openTakeOver,
  press,
} from './places.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';
import { madeUpToken } from './tab-screens.ts';

/** Taking over tokens that another program fetched. */
export const takeOverScreens: readonly Screen[] = [
  { name: 'take-over', open: openTakeOver, shows: 'take-over/take-over-dialog.tsx' },
  {
    name: 'take-over-nothing-found',
    open: (stage) => readTokens(stage, 'nothing that looks like a token'),
    sign: dialogSays((words) => words('takeOver.problems.nothing-found')),
  },
  {
    name: 'take-over-found',
    open: (stage) => readTokens(stage, pair('one')),
    sign: (stage) => dialog(stage).getByRole('button', { name: stage.words('takeOver.takeOver'), exact: true }),
  },
  {
    name: 'take-over-several-found',
    open: (stage) => readTokens(stage, `[${pair('one')}, ${pair('two', 30)}]`),
    sign: (stage) => dialog(stage).getByRole('group', { name: stage.words('takeOver.candidates') }),
  },
  {
    name: 'take-over-newer',
    async open(stage) {
      const { driver } = await practiceAnaf(stage.desktop);
      await readTokens(stage, JSON.stringify(await driver.pair()));
    },
    sign: (stage) => dialog(stage).getByRole('group', { name: stage.words('takeOver.both.legend') }),
  },
];

/** What only an account that another program's tokens were taken over for comes to; each leaves one behind, or its trace. */
export const takenOverScreens: readonly Screen[] = [
  {
    name: 'renew-other-copy',
    async open(stage) {
      await takeOverAnother(stage, 'Preluare Exemplu SRL');
      await askAccount(stage, 'Preluare Exemplu', stage.words('accounts.renewal.refresh-token.act'));
    },
    shows: 'take-over/other-copy-dialog.tsx',
  },
  {
    name: 'files-left',
    async open(stage) {
      const accountId = await takeOverAnother(stage, 'Fișier Rămas SRL');
      const file = join(stage.desktop.home, 'saga.token');
      await answerSaveDialog(stage, file);
      await stage.call('handOver.toFile', { accountId, recipientName: 'SAGA C' });
      // Another program wrote into it since: it is not this program's to delete any more.
      await writeFile(file, 'something else');
      await askAccount(stage, 'Fișier Rămas', stage.words('common.removeFromThisComputer'));
      await press(dialog(stage), stage.words('accounts.remove.confirm'));
    },
    shows: 'hand-over/files-left-dialog.tsx',
  },
  {
    name: 'revoked',
    async open(stage) {
      await takeOverAnother(stage, 'Revocare Exemplu SRL');
      const authority = stage.words('authorities.anaf.name');
      await askAccount(stage, 'Revocare Exemplu', stage.words('accounts.revoke.open', { authority }));
      await press(dialog(stage), stage.words('accounts.revoke.confirm'));
    },
    sign: (stage) => dialog(stage).getByRole('button', { name: stage.words('accounts.revoke.remove') }),
  },
  {
    name: 'applications-removed-tokens',
    async open(stage) {
      const accountId = await takeOverAnother(stage, 'Șters Exemplu SRL');
      await stage.call('accounts.remove', { accountId });
      await goTo(stage, 'applications');
    },
    sign: (stage) => inMain(stage).getByRole('heading', { name: stage.words('compromised.removed.heading') }),
  },
];

/** A further account at ANAF of the same certificate and application, for a company; gives its id. */
async function takeOverAnother(stage: Stage, company: string): Promise<string> {
  const { call, desktop } = stage;
  const { driver } = await practiceAnaf(desktop);
  const { draftId } = await call('takeOver.read', { text: JSON.stringify(await driver.pair()) });
  const { applications } = await stage.snapshot();
  const { id } = found(Object.values(applications).find(({ name }) => name === names.anaf));
  const { accountId } = await call('takeOver.import', {
    draftId: found(draftId),
    candidate: 0,
    application: { id },
    otherProgramUses: true,
    keepsBoth: true,
  });
  await call('companies.set', { accountId, companies: [{ number: '14399840', name: company }] });
  return accountId;
}

async function readTokens(stage: Stage, text: string): Promise<void> {
  await openTakeOver(stage);
  await field(dialog(stage), stage.words('takeOver.field')).fill(text);
  await press(dialog(stage), stage.words('takeOver.read'));
}

/** A pair that was issued so many days ago. */
function pair(jti: string, daysAgo = 0): string {
  return JSON.stringify({
    access_token: madeUpToken('Bearer', 60, `${jti}, access`, daysAgo),
    refresh_token: madeUpToken('Refresh', 300, `${jti}, refresh`, daysAgo),
  });
}
