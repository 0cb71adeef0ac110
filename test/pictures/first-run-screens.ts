import { goTo, inMain, openDetails, press } from './places.ts';
import type { Screen } from './screen.ts';
import { speak, type Stage } from './stage.ts';

/** What only an app in real use shows: its first page, and what can be begun there. */
export const realScreens: readonly Screen[] = [
  {
    name: 'first-run-real',
    open: null,
    sign: (stage) => inMain(stage).getByRole('heading', { level: 1, name: stage.words('firstRun.title') }),
  },
  {
    name: 'first-run-real-other-authority',
    open: openOther,
    sign: ({ window }) => window.locator('.other-authority[open]').getByRole('button'),
  },
  {
    name: 'first-run-real-help',
    async open(stage) {
      await unfold(stage);
      await openDetails(inMain(stage), stage.words('help.about.register-anaf'));
    },
    sign: ({ window }) => window.locator('.help-in-place[open]').getByRole('heading'),
  },
  {
    name: 'first-run-real-keys',
    async open(stage) {
      await unfold(stage);
      await press(inMain(stage), stage.words('firstRun.begin.keys'));
    },
    shows: 'first-run/keys-dialog.tsx',
  },
  {
    name: 'first-run-real-under-way',
    async open(stage) {
      const blank = { id: null, services: [], scopes: [], clientId: '', clientSecret: '' };
      const noApi = { apigwClientId: '', apigwClientSecret: '' };
      await stage.call('applications.save', {
        ...blank,
        ...noApi,
        profile: 'skatteverket-org',
        environment: 'test',
        name: 'Momsdeklaration',
        scopes: ['momsdeklaration'],
        redirectUris: ['https://localhost:8443/callback'],
        clientId: 'oauth2-client-of-the-firm',
      });
      await stage.call('applications.save', {
        ...blank,
        ...noApi,
        profile: 'anaf',
        environment: 'production',
        name: 'Cabinet Popescu',
        services: ['E-Factura'],
        redirectUris: ['http://localhost:8443/callback'],
        clientId: 'client-of-the-office',
        clientSecret: 'made up',
      });
    },
    sign: (stage) => inMain(stage).getByRole('region', { name: stage.words('firstRun.underWay.heading') }),
  },
];

/** What can be seen before there is anything. */
export const firstScreens: readonly Screen[] = [
  {
    name: 'first-run',
    open: null,
    sign: (stage) => inMain(stage).getByRole('heading', { level: 1, name: stage.words('practice.title') }),
  },
  ...(['certificates', 'applications'] as const).map((page): Screen => ({
    name: `${page}-empty`,
    open: (stage) => goTo(stage, page),
    sign: (stage) => inMain(stage).getByText(stage.words(`${page}.empty`)),
  })),
  {
    // Its own beginning is noted.
    name: 'activity-begun',
    open: (stage) => goTo(stage, 'activity'),
    shows: 'activity/activity-page.tsx',
    sign: (stage) => inMain(stage).getByRole('table'),
  },
];

/** The other authority of the language; in English both stand open, so that one is told in Romanian. */
async function openOther(stage: Stage): Promise<void> {
  if (stage.language === 'en') await speak(stage, 'ro');
  await unfold(stage);
}

/** Unfolds the authority that is not the language's own, where there is one. */
async function unfold(stage: Stage): Promise<void> {
  await inMain(stage).getByRole('heading', { level: 1 }).waitFor();
  for (const summary of await stage.window.locator('.other-authority:not([open]) > summary').all()) {
    await summary.click();
  }
}
