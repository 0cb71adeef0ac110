import { expect } from 'playwright/test';
import { accountPage } from '../fixtures/routes.ts';
import { takenOverAccount } from '../fixtures/taken-over-account.ts';
import { test } from '../fixtures/window-test.ts';

test('one press shows that the token works, and says nothing of the token after it', async ({ desktop, running }) => {
  const { window } = running;
  const control = await takenOverAccount(desktop, window, 'Cabinet Popescu');
  const { main, renew } = accountPage(window);
  const check = main.getByRole('button', { name: 'Check that it works' });
  const works = main.getByRole('status').filter({ hasText: 'The token works: ANAF answered.' });
  await check.click();
  await expect(works).toBeVisible();
  const seen = await control.log();
  expect(seen.filter(({ path }) => path.startsWith('/TestOauth/')).map(({ outcome }) => outcome.status)).toEqual([200]);

  await renew();
  await expect(works).toBeHidden();
  await check.click();
  await expect(works).toBeVisible();
});

test('a token that is refused is explained where it was tried', async ({ desktop, running }) => {
  const { window } = running;
  const control = await takenOverAccount(desktop, window, 'Cabinet Popescu');
  await control.revokeTokens();
  const { main } = accountPage(window);
  await main.getByRole('button', { name: 'Check that it works' }).click();
  await expect(main.getByRole('status').filter({ hasText: 'status 401' })).toContainText('What to do now:');
});
