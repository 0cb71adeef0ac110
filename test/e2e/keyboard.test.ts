import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { en } from '../../renderer/i18n/en/index.ts';
import { ro } from '../../renderer/i18n/ro/index.ts';
import { authoritiesFolder, practiceIsReady } from '../fixtures/launch.ts';
import { connectPractice } from '../fixtures/practice.ts';
import { accountPage, answerFileDialog, speak, type Words } from '../fixtures/routes.ts';
import { test } from '../fixtures/window-test.ts';

/** More presses than this to get anywhere is no way for anybody. */
const MOST_PRESSES = 60;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

/** Whether nothing lies over the middle of `target`. */
const isUncovered = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const there = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && (element.contains(there) || there.contains(element));
  });

/** Sees that the focus is drawn around `target`: a line of 2 px at least, in a colour, where the eye can be. */
async function seesFocus(target: Locator): Promise<void> {
  await expect(target).toBeFocused();
  await expect(target).toBeInViewport();
  await expect.poll(() => isUncovered(target)).toBe(true);
  const outline = await target.evaluate((element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    return { style: outlineStyle, width: parseFloat(outlineWidth), colour: outlineColor };
  });
  expect(outline.style, await target.evaluate(({ outerHTML }) => outerHTML.slice(0, 200))).not.toBe('none');
  expect(outline.width).toBeGreaterThanOrEqual(2);
  expect(outline.colour).not.toMatch(/^transparent$|^rgba\(.*, 0\)$/);
}

/** Presses `key` until `target` has the focus, and sees that the focus is drawn. */
async function goTo(window: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let press = 0; press < MOST_PRESSES && !(await isFocused(target)); press += 1) await window.keyboard.press(key);
  await seesFocus(target);
}

async function press(window: Page, target: Locator, key = 'Enter'): Promise<void> {
  await goTo(window, target);
  await window.keyboard.press(key);
}

async function type(window: Page, field: Locator, text: string): Promise<void> {
  await goTo(window, field);
  await window.keyboard.press('ControlOrMeta+A');
  await window.keyboard.type(text);
}

/** The way through the dialog that adds an account, by keyboard, in the language of `words`. */
function byKeyboard(window: Page, words: Words, id: 'anaf' | 'skatteverket-org') {
  const { title, add, application } = words.profiles[id];
  const dialog = window.getByRole('dialog', { name: title, exact: true });
  const button = (name: string): Locator => dialog.getByRole('button', { name, exact: true });
  return {
    dialog,
    button,
    async open(): Promise<void> {
      await press(window, window.getByRole('button', { name: words.board.add, exact: true }));
      await goTo(window, window.getByRole('menuitem', { name: add, exact: true }), 'ArrowDown');
      await window.keyboard.press('Enter');
    },
    async importCertificate(pin: string): Promise<void> {
      await press(window, button(words.certificates.chooseFile));
      await type(window, dialog.getByLabel(words.certificates.pin), pin);
      await window.keyboard.press('Enter');
      await press(window, button(words.certificates.import));
    },
    name: (name: string) => type(window, dialog.getByLabel(application.name, { exact: true }), name),
    redirectUri: (label: string, uri: string) => type(window, dialog.getByLabel(label, { exact: true }), uri),
    tick: (name: string) => press(window, dialog.getByRole('checkbox', { name, exact: true }), 'Space'),
    async keys(group: string, pair: { readonly clientId: string; readonly clientSecret: string }): Promise<void> {
      const keys = dialog.getByRole('group', { name: group });
      await type(window, keys.getByLabel(application.clientId), pair.clientId);
      await type(window, keys.getByLabel(application.clientSecret), pair.clientSecret);
    },
    saveAndSignIn: () => press(window, button(words.signIn.saveAndSignIn)),
    /** The page of the account that came of it, once its token is seen to work. */
    async seesThatItWorks(holder: string): Promise<Locator> {
      const { main, heading } = accountPage(window);
      await expect(heading(holder)).toBeVisible({ timeout: 30_000 });
      await press(window, main.getByRole('button', { name: words.checks.act, exact: true }));
      const authority = words.authorities[id === 'anaf' ? 'anaf' : 'skatteverket'].name;
      const works = words.requests.tokenWorks.replace('{{authority}}', authority);
      await expect(main.getByRole('status').filter({ hasText: works })).toBeVisible();
      return main;
    },
  };
}

test('the main job by keyboard alone: certificate, keys, token, and that it works', async ({ desktop, running }) => {
  test.slow();
  const { app, window } = running;
  await practiceIsReady(window);
  const post = (await connectPractice(authoritiesFolder(desktop)).post())['skatteverket-org'].test;
  const { application } = en.profiles['skatteverket-org'];
  const steps = byKeyboard(window, en, 'skatteverket-org');
  await answerFileDialog(app, post.p12);

  await steps.open();
  await steps.importCertificate(post.pin);
  await steps.name('Bolag A, test');
  await steps.redirectUri(application.redirectUri, post.redirectUri);
  await steps.tick('momsdeklaration');
  await steps.keys(en.applications.keys.oauth2, post.oauth2);
  await steps.keys(en.applications.keys.apigw, post.apigw);
  await steps.saveAndSignIn();
  const main = await steps.seesThatItWorks('Bolag A AB');
  // The certificate names its organisation: one press labels the account with it.
  const companies = main.getByRole('region', { name: 'Companies' });
  await press(
    window,
    companies.getByRole('button', { name: 'Add Bolag A AB (556000-0167), named in the certificate' }),
  );
  await expect(companies).toContainText('Bolag A AB (556000-0167)');

  await window.keyboard.press('F1');
  await expect(main.getByRole('navigation', { name: 'Topics' })).toBeVisible();
  await window.keyboard.press('ControlOrMeta+,');
  await expect(main.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await window.keyboard.press('F6');
  await window.keyboard.press('ArrowDown');
  await seesFocus(window.getByRole('row', { name: /^Bolag A AB/ }));
  await window.keyboard.press('Enter');
  await expect(main.getByRole('heading', { level: 1, name: 'Bolag A AB' })).toBeVisible();
});

test('the main job by keyboard alone as most do it: at ANAF, in Romanian, with a certificate in a file', async ({
  desktop,
  running,
}) => {
  test.slow();
  const { app, window } = running;
  await practiceIsReady(window);
  const post = (await connectPractice(authoritiesFolder(desktop)).post()).anaf.production;
  await speak(window, 'ro');
  const steps = byKeyboard(window, ro, 'anaf');
  await answerFileDialog(app, post.p12);

  await steps.open();
  await goTo(window, steps.dialog.getByRole('radio', { name: ro.signIn.importAnother }), 'ArrowDown');
  await press(window, steps.button(ro.signIn.next));
  await steps.importCertificate(post.password);
  await steps.name('Cabinet Popescu');
  const callback = ro.profiles.anaf.application.redirectUriNumber.replace('{{number}}', '1');
  await steps.redirectUri(callback, post.redirectUris[0]);
  for (const service of post.services) await steps.tick(service);
  await steps.keys(ro.applications.keys.heading, post.oauth2);
  await steps.saveAndSignIn();
  const main = await steps.seesThatItWorks('POPESCU ANA');
  await expect(main.getByRole('timer', { name: ro.accounts.token.timeLeft })).toBeVisible();
});
