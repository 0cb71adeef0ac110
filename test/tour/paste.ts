import { expect } from 'playwright/test';
import { accountPage, accountRow } from '../fixtures/routes.ts';
import { followLog } from './practice-log.ts';
import { signInByBrowser } from './skatteverket-per.ts';
import type { Target } from './targets.ts';
import type { Tour } from './tour.ts';

const NAME = 'Pasted, e-ID';
/** Nothing can listen at the port of https: the browser stops there (S8). */
const REDIRECT_URI = 'https://localhost/my-redirect-uri';

/** Signs in with e-ID where the browser cannot come home: the address at which it stopped is pasted. */
export async function pasteStep(tour: Tour, skatteverketPer: Target): Promise<void> {
  const { step, picture } = tour.recorder;
  await step('signin.paste', async () => {
    const { window } = tour.running();
    const seen = await followLog(tour);
    const target = { ...skatteverketPer, redirectUri: REDIRECT_URI };
    const { route, stopped } = await signInByBrowser(tour, target, { name: NAME, pictures: 'signin.paste-' });
    expect(stopped.startsWith(`${REDIRECT_URI}?`)).toBe(true);

    // An address of another sign-in is refused, and nothing is sent for it.
    const other = new URL(stopped);
    other.searchParams.set('state', 'of another sign-in');
    await route.pasteAddress(other.href);
    await expect(route.dialog.getByRole('alert')).toBeVisible();
    await picture('signin.paste-refused');
    expect((await seen()).map(({ endpoint }) => endpoint)).not.toContain('token');

    await route.pasteAddress(stopped);
    await expect(accountRow(window, NAME)).toBeVisible({ timeout: 30_000 });
    await expect(accountPage(window).heading(NAME)).toBeVisible();
    const tokens = (await seen()).filter(({ endpoint }) => endpoint === 'token');
    expect(tokens.map(({ authority, outcome }) => [authority, outcome.status])).toEqual([['skatteverket-per', 200]]);
    const fields = new URLSearchParams(tokens[0]?.body);
    expect(fields.get('redirect_uri')).toBe(REDIRECT_URI);
    expect(fields.get('code') === new URL(stopped).searchParams.get('code')).toBe(true);
    return `another state refused; the address it stopped at, ${REDIRECT_URI}, handed in`;
  });
}
