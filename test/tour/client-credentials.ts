import { expect } from 'playwright/test';
import type { LogEntry } from '../../electron/practice/request-log.ts';
import type { SkatteverketSystemPost } from '../fixtures/practice.ts';
import { accountPage, accountRow, signInDialog, type SignInTitle } from '../fixtures/routes.ts';
import { followLog } from './practice-log.ts';
import { newestRequest, type Tour } from './tour.ts';

/** A flow in which nobody signs in, and the one API call its preset is for. */
type Flow = {
  readonly authority: 'skatteverket-sysorg' | 'skatteverket-sys';
  readonly title: SignInTitle;
  readonly name: string;
  readonly showsCertificate: boolean;
  readonly api: string;
  /** Null where the call has none. */
  readonly body: string | null;
};

const flows: readonly Flow[] = [
  {
    authority: 'skatteverket-sysorg',
    title: 'Skatteverket: system with organisation certificate',
    name: 'Register',
    showsCertificate: true,
    api: '/folkbokforing/folkbokforingsuppgifter-for-offentliga-aktorer/v3',
    body: null,
  },
  {
    authority: 'skatteverket-sys',
    title: 'Skatteverket: system, with keys alone',
    name: 'Company cars',
    showsCertificate: false,
    api: '/beskattning/bilforman/v2/berakna',
    body: '{}',
  },
];

/** Fetches a token without anybody signing in, with the organisation's certificate and with keys alone, and uses it. */
export async function clientCredentialsStep(tour: Tour): Promise<void> {
  await tour.recorder.step('signin.client-credentials', async () => {
    const post = await tour.control()?.post();
    if (!post) throw new Error('the authorities are somebody else’s');
    const organisation = (await newestRequest(tour, 'skatteverket-org', 'token'))?.clientCertificate ?? 'none';
    for (const flow of flows) {
      const seen = await followLog(tour);
      await fetchAndSend(tour, flow, post[flow.authority].test);
      expectOneOfEach(flow, await seen(), flow.showsCertificate ? organisation : null);
    }
    return `sysorg: certificate ${organisation.slice(0, 16)}… on token; sys: none`;
  });
}

async function fetchAndSend(tour: Tour, flow: Flow, { oauth2, apigw, scopes }: SkatteverketSystemPost): Promise<void> {
  const { picture } = tour.recorder;
  const { window } = tour.running();
  const route = signInDialog(window, flow.title);
  await route.open();
  // The organisation's certificate is imported already, and the only one that fits.
  if (flow.showsCertificate) await route.dialog.getByRole('button', { name: 'Next' }).click();
  const entry = { environment: 'Test', name: flow.name, redirectUri: null, services: [] } as const;
  await route.enterApplication({ ...entry, scopes, oauth2, apigw });
  await picture(`signin.client-credentials-${flow.authority}`);
  await route.saveAndSignIn();
  await expect(accountRow(window, flow.name)).toBeVisible({ timeout: 30_000 });
  const page = accountPage(window);
  await expect(page.fact('Valid until').getByRole('time')).toBeVisible();
  await picture(`signin.client-credentials-${flow.authority}-token`);
  await page.tab('Requests');
  if (flow.body !== null) await page.main.getByLabel('Body', { exact: true }).fill(flow.body);
  await page.send();
  await expect(page.answer('The API answered: status 200.')).toBeVisible();
}

/** One token request of the form's four fields, with that certificate, and one call with its token: nothing else. */
function expectOneOfEach(flow: Flow, log: readonly LogEntry[], clientCertificate: string | null): void {
  expect(log.map(({ authority, endpoint, outcome }) => [authority, endpoint, outcome.status])).toEqual([
    [flow.authority, 'token', 200],
    [flow.authority, `api:${flow.api}`, 200],
  ]);
  const [token] = log;
  expect(token?.clientCertificate).toBe(clientCertificate);
  const fields = new URLSearchParams(token?.body);
  expect([...fields.keys()]).toEqual(['grant_type', 'client_id', 'client_secret', 'scope']);
  expect(fields.get('grant_type')).toBe('client_credentials');
}
