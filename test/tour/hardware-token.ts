import { expect } from 'playwright/test';
import { accountPage } from '../fixtures/routes.ts';
import { makeSoftwareToken, type SoftwareToken } from '../fixtures/software-token.ts';
import { entryOfP12, tokenSignIn } from '../fixtures/token-world.ts';
import type { Desktop } from '../fixtures/launch.ts';
import type { Target } from './targets.ts';
import { newestRequest, type Tour } from './tour.ts';

/** Puts the certificate of ANAF's post on a token of this desktop; why that could not be done, where it could not. */
export async function tokenFor(desktop: Desktop, anaf: Target): Promise<SoftwareToken | Error> {
  try {
    const entries = [entryOfP12('POPESCU ANA', anaf.p12, anaf.p12Password)];
    return await makeSoftwareToken(desktop, { entries, trustedCas: [] });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Signs in at ANAF with the certificate on the token: its PIN, the choice, and what the authority was shown. */
export async function hardwareTokenStep(tour: Tour): Promise<void> {
  const { recorder } = tour;
  await recorder.step('signin.hardware-token', async () => {
    if (tour.token instanceof Error) throw tour.token;
    const { pin } = tour.token;
    const { window } = tour.running();
    const before = (await newestRequest(tour, 'anaf', 'token'))?.seq ?? 0;
    const route = tokenSignIn(window, null);
    await route.start();
    await expect(route.pin).toBeVisible({ timeout: 30_000 });
    await recorder.picture('signin.hardware-token-pin');
    await route.enterPin(pin);
    await expect(route.certificates).toHaveCount(1);
    await route.certificates.first().check({ force: true });
    await recorder.picture('signin.hardware-token-choice');
    await route.show.click();
    await expect(accountPage(window).main.getByRole('tab', { name: 'Overview' })).toBeVisible({ timeout: 30_000 });
    await expect(route.dialog).toBeHidden({ timeout: 30_000 });
    const policy = await newestRequest(tour, 'anaf', 'policy');
    const token = await newestRequest(tour, 'anaf', 'token');
    expect(policy?.clientCertificate).not.toBeNull();
    expect(token?.seq).toBeGreaterThan(before);
    expect(token?.outcome.status).toBe(200);
    expect(token?.clientCertificate).toBeNull();
    return 'PIN asked, certificate chosen and shown in the window, none on token';
  });
}
