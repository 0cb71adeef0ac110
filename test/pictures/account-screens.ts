import { names } from './people.ts';
import {
  askAccount,
  dialog,
  dialogTitled,
  field,
  inMain,
  mainSays,
  openAccount,
  openDetails,
  press,
} from './places.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';
import { programsWithCopies } from './told.ts';

/** The page of an account, as it is for each way an account can stand. */
export const accountScreens: readonly Screen[] = [
  {
    name: 'account-anaf',
    open: (stage) => openAccount(stage, names.company),
    shows: 'accounts/account-page.tsx',
    sign: (stage) => inMain(stage).getByRole('heading', { level: 1, name: new RegExp(names.company) }),
  },
  {
    name: 'account-skatteverket',
    async open(stage) {
      await openAccount(stage, names.organisation);
      await openDetails(inMain(stage), stage.words('accounts.forIntegrators'));
    },
    sign: (stage) => inMain(stage).getByRole('button', { name: stage.words('accounts.copyCurl') }),
  },
  {
    name: 'account-failed',
    async open(stage) {
      await openAccount(stage, names.failing);
      await openDetails(inMain(stage), stage.words('failureNote.details'));
    },
    sign: (stage) => field(inMain(stage), stage.words('failureNote.detailsText')),
  },
  {
    name: 'account-due',
    open: (stage) => openAccount(stage, 'Transport Rapid'),
    sign: (stage) => inMain(stage).getByRole('heading', { level: 1, name: /Transport Rapid/ }),
  },
  {
    name: 'account-sign-in-needed',
    open: (stage) => openAccount(stage, 'Panificația'),
    sign: mainSays((words) => words('takeOver.earlier.refused')),
  },
  {
    name: 'account-sign-in-soon',
    open: (stage) => openAccount(stage, 'Moldova de Nord'),
    sign: (stage) => inMain(stage).getByRole('heading', { level: 1, name: /Moldova de Nord/ }),
  },
  {
    name: 'account-answer-lost',
    async open(stage) {
      await openAccount(stage, 'Dealu Mare');
      await openDetails(inMain(stage), stage.words('renewals.answerLost.how'));
    },
    sign: mainSays((words) => words('renewals.answerLost.what')),
  },
  {
    name: 'account-other-copy',
    open: (stage) => openAccount(stage, 'Sănătatea'),
    sign: mainSays((words) => words('renewals.otherCopy.title')),
  },
  {
    name: 'account-moved',
    open: (stage) => openAccount(stage, 'Bărăgan'),
    sign: mainSays((words) => words('transfer.standing.movedText')),
  },
  {
    name: 'account-only-to-look',
    open: (stage) => openAccount(stage, 'Moara Veche'),
    sign: mainSays((words) => words('transfer.standing.only-lookingText')),
  },
  {
    name: 'account-renewing',
    open: (stage) => openAccount(stage, 'Dacia'),
    sign: mainSays((words) => words('accounts.phase.renewing')),
  },
  {
    name: 'account-certificate-ended',
    // The first of the board, which stands there before any is opened.
    open: null,
    sign: (stage) => inMain(stage).getByRole('heading', { level: 1, name: /Editura/ }),
  },
  {
    name: 'account-certificate-unknown',
    open: (stage) => openAccount(stage, 'Depozit Central'),
    sign: (stage) => inMain(stage).getByText(stage.words('accounts.holder.onlySerial', { serial: '2001ABC45F0E11D7' })),
  },
  {
    name: 'account-incomplete',
    open: (stage) => openAccount(stage, 'Bilförmån, produktion'),
    sign: mainSays((words) => words('accounts.token.noneYet')),
  },
  {
    name: 'account-no-api-keys',
    open: (stage) => openAccount(stage, 'Punktskatt'),
    sign: mainSays((words) => words('requests.keysMissing')),
  },
  {
    name: 'account-programs',
    async open(stage) {
      await stage.tell(await programsWithCopies(stage));
      await openAccount(stage, 'Transport Rapid');
    },
    sign: mainSays((words) => words('handOver.fileProblem.changed')),
  },
  {
    name: 'account-checked',
    async open(stage) {
      await openAccount(stage, names.company);
      await press(inMain(stage), stage.words('checks.act'));
    },
    sign: (stage) =>
      inMain(stage).getByText(stage.words('requests.tokenWorks', { authority: stage.words('authorities.anaf.name') })),
  },
];

/** What is asked from an account's page before it is done. */
export const accountDialogScreens: readonly Screen[] = [
  {
    name: 'renew-anyway',
    open: (stage) => askAccount(stage, names.organisation, stage.words('accounts.renewal.sign-in.act')),
    sign: dialogTitled((words) => words('accounts.stillLives.title')),
  },
  {
    name: 'pin-to-fetch',
    open: (stage) => askAccount(stage, 'Skattekonto', stage.words('accounts.renewal.sign-in.act')),
    sign: dialogTitled((words) => words('signIn.pinTitle')),
  },
  {
    name: 'sign-in-again',
    open: (stage) => askAccount(stage, 'Panificația', stage.words('accounts.signInAgain')),
    shows: 'sign-in/sign-in-dialog.tsx',
    sign: (stage) => dialog(stage).getByText(stage.words('profiles.anaf.again')),
  },
  {
    name: 'renew-here-again',
    open: (stage) => askAccount(stage, 'Bărăgan', stage.words('transfer.standing.bringBack')),
    sign: dialogTitled((words) => words('transfer.standing.question')),
  },
  {
    name: 'revoke',
    open: (stage) =>
      askAccount(
        stage,
        names.company,
        stage.words('accounts.revoke.open', { authority: stage.words('authorities.anaf.name') }),
      ),
    shows: 'accounts/revoke-dialog.tsx',
  },
  {
    name: 'remove-account',
    open: (stage) => askAccount(stage, names.company, stage.words('common.removeFromThisComputer')),
    sign: dialogTitled((words) => words('accounts.remove.title')),
  },
  {
    name: 'compromised',
    open: (stage) => askAccount(stage, names.company, stage.words('compromised.open')),
    shows: 'compromised/compromised-dialog.tsx',
    sign: (stage) => dialog(stage).getByRole('rowheader', { name: stage.words('compromised.replaced') }),
  },
  {
    name: 'companies',
    open: openCompanies,
    shows: 'companies/companies-dialog.tsx',
    sign: (stage) => field(dialog(stage), stage.words('companies.paste.label')),
  },
  {
    name: 'companies-read',
    async open(stage) {
      await openCompanies(stage);
      const text = 'CUI\tDenumire\nRO 361757\tPanificația Sălajul SRL\n14399841\tDigit greșit SRL\nfără număr';
      await field(dialog(stage), stage.words('companies.paste.label')).fill(text);
      await press(dialog(stage), stage.words('companies.paste.read'));
    },
    sign: (stage) => dialog(stage).getByRole('region', { name: stage.words('companies.paste.result') }),
  },
  {
    name: 'hand-over',
    open: (stage) => askAccount(stage, names.company, stage.words('handOver.open')),
    shows: 'hand-over/hand-over-dialog.tsx',
  },
  {
    name: 'hand-over-stop',
    open: (stage) => askAccount(stage, names.company, stage.words('handOver.delistFor', { recipient: 'SAGA C' })),
    shows: 'hand-over/stop-dialog.tsx',
  },
];

async function openCompanies(stage: Stage): Promise<void> {
  await openAccount(stage, names.company);
  await inMain(stage).getByText(stage.words('companies.edit'), { exact: true }).click();
  await dialog(stage).waitFor();
}
