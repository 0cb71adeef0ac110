import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { helpTopics, topicsFor } from '../../renderer/features/help/topics.ts';
import { certificateBag, keyBag, makeCertificate, pfx, plainContent, sha1Mac } from '../fixtures/make-p12.ts';
import { found, names } from './people.ts';
import { dialog, dialogTitled, field, goTo, inMain, openP12, press } from './places.ts';
import type { Screen } from './screen.ts';
import type { Stage } from './stage.ts';

const anafPost = (stage: Stage) => found(stage.practice).post.anaf.production;

/** The certificates and their holders, the applications, what was done, and help. */
export const pageScreens: readonly Screen[] = [
  {
    name: 'certificates',
    open: (stage) => goTo(stage, 'certificates'),
    shows: 'certificates/certificates-page.tsx',
    sign: (stage) => inMain(stage).getByText('Expisoft').first(),
  },
  {
    name: 'certificate-remove',
    async open(stage) {
      await goTo(stage, 'certificates');
      await pressFor(stage, (holder) => stage.words('certificates.removeFor', { holder }));
    },
    sign: dialogTitled((words) => words('common.cannotRemove')),
  },
  {
    name: 'holder',
    async open(stage) {
      await goTo(stage, 'certificates');
      await pressFor(stage, (holder) => stage.words('holders.openFor', { holder }));
    },
    shows: 'holders/holder-page.tsx',
    sign: (stage) => inMain(stage).getByRole('heading', { name: stage.words('holders.days.renewal') }),
  },
  {
    name: 'holder-unknown',
    async open(stage) {
      await goTo(stage, 'certificates');
      const serial = '2001ABC45F0E11D7';
      await press(inMain(stage), stage.words('holders.openForSerial', { serial }));
    },
    sign: (stage) =>
      inMain(stage).getByRole('heading', {
        level: 1,
        name: stage.words('holders.unknown.title', { serial: '2001ABC45F0E11D7' }),
      }),
  },
  {
    name: 'import-certificate',
    open: openImport,
    shows: 'certificates/import-dialog.tsx',
    sign: (stage) => dialog(stage).getByText(stage.words('certificates.dropHint')),
  },
  {
    name: 'import-certificate-pin',
    async open(stage) {
      await openImport(stage);
      await openP12(stage, anafPost(stage).p12, null);
    },
    sign: (stage) => field(dialog(stage), stage.words('certificates.pin')),
  },
  {
    name: 'import-certificate-several',
    async open(stage) {
      const path = join(stage.desktop.home, 'doua-certificate.p12');
      await writeFile(path, twoIdentities('1234'));
      await openImport(stage);
      await openP12(stage, path, '1234');
    },
    sign: (stage) => dialog(stage).getByRole('group', { name: stage.words('certificates.identitiesLegend') }),
  },
  {
    name: 'applications',
    open: (stage) => goTo(stage, 'applications'),
    shows: 'applications/applications-page.tsx',
    sign: (stage) =>
      inMain(stage).getByRole('button', { name: stage.words('applications.removeFor', { name: names.anaf }) }),
  },
  {
    name: 'application-new',
    async open(stage) {
      await goTo(stage, 'applications');
      await press(inMain(stage), stage.words('applications.add'));
    },
    shows: 'applications/application-dialog.tsx',
    sign: dialogTitled((words) => words('applications.newTitle')),
  },
  {
    name: 'application-edit',
    open: editApplication,
    shows: 'applications/application-dialog.tsx',
    sign: dialogTitled((words) => words('applications.editTitle')),
  },
  {
    name: 'discard-what-was-typed',
    async open(stage) {
      await editApplication(stage);
      await dialog(stage).getByRole('textbox').first().fill('Something else');
      await stage.window.keyboard.press('Escape');
    },
    sign: dialogTitled((words) => words('common.unsaved.title')),
  },
  {
    name: 'application-remove',
    async open(stage) {
      await goTo(stage, 'applications');
      await press(inMain(stage), stage.words('applications.removeFor', { name: names.anaf }));
    },
    sign: dialogTitled((words) => words('applications.removeTitle')),
  },
  {
    name: 'activity',
    open: (stage) => goTo(stage, 'activity'),
    shows: 'activity/activity-page.tsx',
    sign: (stage) => inMain(stage).getByRole('table').getByRole('row').nth(1),
  },
  ...helpTopics.map((topic): Screen => {
    const place = ({ language }: Stage): number => topicsFor(language).indexOf(topic);
    const topics = ({ window, words }: Stage) => window.getByRole('navigation', { name: words('help.topics') });
    return {
      name: `help-${topic}`,
      async open(stage) {
        await goTo(stage, 'help');
        await topics(stage).getByRole('button').nth(place(stage)).click();
      },
      shows: 'help/help-page.tsx',
      sign: (stage) => topics(stage).getByRole('listitem').nth(place(stage)).locator('[aria-current="page"]'),
    };
  }),
];

async function openImport(stage: Stage): Promise<void> {
  await goTo(stage, 'certificates');
  await press(inMain(stage), stage.words('certificates.importButton'));
  await dialog(stage).waitFor();
}

/** A P12 of two people of one firm, as some issuers hand them out. */
function twoIdentities(password: string): Buffer {
  const people = ['Popescu Maria', 'Ionescu Andrei'].map((name) =>
    makeCertificate({ subject: `/CN=${name}/O=Cabinet Popescu SRL`, key: 'P-256' }),
  );
  const bags = people.flatMap(({ certPem, keyPem }) => [certificateBag(certPem), keyBag(keyPem)]);
  return pfx([plainContent(...bags)], sha1Mac(password));
}

async function pressFor(stage: Stage, label: (holder: string) => string): Promise<void> {
  const { accounts } = await stage.snapshot();
  const { holder } = found(Object.values(accounts).find(({ companies }) => companies.length > 0));
  await press(inMain(stage), label(holder));
}

async function editApplication(stage: Stage): Promise<void> {
  await goTo(stage, 'applications');
  await press(inMain(stage), stage.words('applications.editFor', { name: names.organisation }));
  await dialog(stage).waitFor();
}
