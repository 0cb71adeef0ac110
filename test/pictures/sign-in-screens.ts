import type { AttemptView } from '../../electron/contract/snapshot.ts';
import { found, names } from './people.ts';
import {
  dialog,
  dialogSays,
  dialogTitled,
  field,
  inMain,
  openAccount,
  openDetails,
  openP12,
  openSignIn,
  press,
} from './places.ts';
import type { Screen } from './screen.ts';
import type { Stage, Words } from './stage.ts';
import { attempt, certificateQuestion, pinQuestion } from './told.ts';

const orgPost = (stage: Stage) => found(stage.practice).post['skatteverket-org'].test;

/** Adding an account: the certificate, the application, the sign-in. */
export const signInScreens: readonly Screen[] = [
  {
    name: 'sign-in-anaf-certificate',
    open: (stage) => openSignIn(stage, 'anaf'),
    shows: 'sign-in/sign-in-dialog.tsx',
    sign: atStep('certificate', (words) => words('profiles.anaf.title')),
  },
  {
    name: 'sign-in-anaf-token-help',
    async open(stage) {
      await openSignIn(stage, 'anaf');
      await choose(stage, stage.words('signIn.ways.device-window.name'));
      await openDetails(dialog(stage), stage.words('help.about.usb-token'));
    },
    sign: (stage) => dialog(stage).locator('.help-in-place[open]').getByRole('heading'),
  },
  {
    name: 'sign-in-anaf-application',
    open: (stage) => toApplication(stage, 'anaf'),
    sign: (stage) => dialog(stage).getByRole('radio', { name: names.anaf }),
  },
  {
    name: 'sign-in-anaf-new-application',
    async open(stage) {
      await toApplication(stage, 'anaf');
      await press(dialog(stage), stage.words('signIn.enterNew'));
    },
    sign: (stage) => dialog(stage).getByRole('button', { name: stage.words('signIn.useExisting') }),
  },
  {
    name: 'sign-in-organisation-certificate',
    open: (stage) => openSignIn(stage, 'skatteverket-org'),
    sign: atStep('certificate', (words) => words('profiles.skatteverket-org.title')),
  },
  {
    name: 'sign-in-organisation-other-issuer',
    async open(stage) {
      await openSignIn(stage, 'skatteverket-org');
      // ANAF's people have theirs from another issuer than Swedish organisations.
      await choose(stage, 'certSIGN');
    },
    sign: dialogSays((words) => words('signIn.otherIssuer.title')),
  },
  {
    name: 'sign-in-organisation-file',
    open: signInByFile,
    sign: dialogSays((words) => words('certificates.dropHint')),
  },
  {
    name: 'sign-in-organisation-wrong-pin',
    async open(stage) {
      await signInByFile(stage);
      await openP12(stage, orgPost(stage).p12, 'not the PIN');
    },
    sign: (stage) => dialog(stage).getByRole('alert'),
  },
  {
    name: 'sign-in-organisation-certificate-opened',
    async open(stage) {
      await signInByFile(stage);
      await openP12(stage, orgPost(stage).p12, orgPost(stage).pin);
    },
    sign: (stage) => dialog(stage).getByRole('button', { name: stage.words('certificates.import'), exact: true }),
  },
  {
    name: 'sign-in-organisation-application',
    async open(stage) {
      await toApplication(stage, 'skatteverket-org');
      await choose(stage, names.refused);
    },
    sign: (stage) => dialog(stage).getByRole('radio', { name: names.refused, checked: true }),
  },
  {
    name: 'sign-in-organisation-new-application',
    async open(stage) {
      await toApplication(stage, 'skatteverket-org');
      await press(dialog(stage), stage.words('signIn.enterNew'));
    },
    sign: (stage) => dialog(stage).getByRole('button', { name: stage.words('signIn.saveAndSignIn') }),
  },
  {
    name: 'sign-in-organisation-pin',
    async open(stage) {
      await openSignIn(stage, 'skatteverket-org');
      await choose(stage, stage.words('certificates.keys.asked'));
      await press(dialog(stage), stage.words('signIn.next'));
      await choose(stage, names.refused);
      await press(dialog(stage), stage.words('signIn.signIn'));
    },
    sign: (stage) => field(dialog(stage), stage.words('signIn.pin')),
  },
  {
    name: 'sign-in-e-id',
    open: (stage) => openSignIn(stage, 'skatteverket-per'),
    sign: atStep('application', (words) => words('profiles.skatteverket-per.title')),
  },
  {
    name: 'sign-in-e-id-waiting',
    open: startBrowserSignIn,
    sign: (stage) => dialog(stage).getByRole('button', { name: stage.words('signIn.cancelSignIn') }),
  },
  {
    name: 'sign-in-e-id-wrong-address',
    async open(stage) {
      await startBrowserSignIn(stage);
      const summary = dialog(stage).getByText(stage.words('signIn.paste.summary'), { exact: true });
      if (await summary.isVisible()) await summary.click();
      await field(dialog(stage), stage.words('signIn.paste.label')).fill('https://example.org/?code=1');
      await press(dialog(stage), stage.words('signIn.paste.handIn'));
    },
    sign: (stage) => dialog(stage).getByRole('alert'),
  },
  {
    name: 'sign-in-cancelled',
    async open(stage) {
      await startBrowserSignIn(stage);
      await press(dialog(stage), stage.words('signIn.cancelSignIn'));
    },
    sign: (stage) => dialog(stage).getByRole('button', { name: stage.words('common.tryAgain') }),
  },
  {
    name: 'sign-in-refused',
    open: refusedSignIn,
    sign: (stage) => dialog(stage).getByRole('alert').getByText('invalid_scope'),
  },
  {
    name: 'support-record',
    async open(stage) {
      await refusedSignIn(stage);
      await press(dialog(stage), stage.words('support.open'));
    },
    shows: 'support/record-dialog.tsx',
  },
  {
    name: 'sign-in-system-certificate',
    open: (stage) => openSignIn(stage, 'skatteverket-sysorg'),
    sign: dialogTitled((words) => words('profiles.skatteverket-sysorg.title')),
  },
  {
    name: 'sign-in-system',
    open: (stage) => openSignIn(stage, 'skatteverket-sys'),
    sign: dialogTitled((words) => words('profiles.skatteverket-sys.title')),
  },
  {
    name: 'sign-in-still-waiting',
    async open(stage) {
      const view = await attempt(stage);
      const waiting: AttemptView = { ...view, accountId: null, route: 'browser', arrival: 'pasted' };
      await stage.tell([{ kind: 'attempts', id: waiting.id, value: waiting }]);
    },
    sign: (stage) =>
      inMain(stage).getByText(
        stage.words('signIn.stillWaiting', {
          authority: stage.words('authorities.anaf.name'),
          application: names.anaf,
        }),
      ),
  },
  {
    name: 'device-certificate',
    async open(stage) {
      await openAccount(stage, names.company);
      await stage.tell(certificateQuestion(await attempt(stage)));
      await press(inMain(stage), stage.words('device.waits.answer'));
    },
    sign: (stage) => dialog(stage).getByRole('button', { name: stage.words('device.certificate.show') }),
  },
  {
    name: 'device-pin',
    async open(stage) {
      await openAccount(stage, names.company);
      await stage.tell(pinQuestion(await attempt(stage)));
      await press(inMain(stage), stage.words('device.waits.answer'));
    },
    sign: (stage) => field(dialog(stage), stage.words('device.pin.label')),
  },
];

/** That step of a sign-in, whose dialog is called so. */
function atStep(step: 'certificate' | 'application', title: (words: Words) => string): NonNullable<Screen['sign']> {
  return ({ window, words }) =>
    window
      .getByRole('dialog', { name: title(words), exact: true })
      .locator('.step')
      .getByText(words(`signIn.stepNames.${step}`));
}

/** Chooses what a part of its words names. */
async function choose(stage: Stage, name: string): Promise<void> {
  await dialog(stage).getByRole('radio', { name }).first().check({ force: true });
}

async function toApplication(stage: Stage, profile: 'anaf' | 'skatteverket-org'): Promise<void> {
  await openSignIn(stage, profile);
  await choose(stage, stage.words('certificates.keys.kept'));
  await press(dialog(stage), stage.words('signIn.next'));
}

async function signInByFile(stage: Stage): Promise<void> {
  await openSignIn(stage, 'skatteverket-org');
  await choose(stage, stage.words('signIn.importAnother'));
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
  await toApplication(stage, 'skatteverket-org');
  const enter = async (): Promise<void> => {
    await choose(stage, names.refused);
    await press(dialog(stage), stage.words('signIn.signIn'));
    await dialog(stage).getByRole('alert').first().waitFor();
  };
  await enter().finally(() => control.setSwitches({ authorizeError: null }));
}
