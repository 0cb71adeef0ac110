import { readFile } from 'node:fs/promises';
import type { ElectronApplication } from 'playwright';
import { expect } from 'playwright/test';
import { helpTopics, topicsFor } from '../../renderer/features/help/topics.ts';
import { articles as swedishHelp } from '../../renderer/i18n/sv/help.ts';
import { articles as romanianHelp } from '../../renderer/i18n/ro/help.ts';
import { ro } from '../../renderer/i18n/ro/index.ts';
import { sv } from '../../renderer/i18n/sv/index.ts';
import { authoritiesFolder, launchApp, practiceIsReady } from '../fixtures/launch.ts';
import { connectPractice } from '../fixtures/practice.ts';
import { chooseNoFile, dropFile, firstPage, keepFromBrowser, speak } from '../fixtures/routes.ts';
import { test } from '../fixtures/window-test.ts';

test('a Romanian begins with the USB token, or with the tokens there are, and copies the callback', async ({
  desktop,
}) => {
  const { app, window, quit } = await launchApp(desktop, { args: ['--real'] });
  try {
    await speak(window, 'ro');
    const main = window.getByRole('main');
    const { firstRun, signIn, takeOver, profiles } = ro;

    await main.getByRole('button', { name: firstRun.begin.token }).click();
    const dialog = window.getByRole('dialog', { name: profiles.anaf.title, exact: true });
    await expect(dialog.getByRole('radio', { name: signIn.ways['device-window'].name })).toBeChecked();
    const about = dialog.getByText(ro.help.about['usb-token']);
    await about.click();
    await expect(dialog.getByRole('heading', { name: 'Windows' })).toBeVisible();
    await dialog.getByRole('button', { name: signIn.next }).click();
    await expect(dialog.getByLabel(profiles.anaf.application.name)).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    await main.getByRole('button', { name: firstRun.begin.file }).click();
    await expect(dialog.getByRole('button', { name: ro.certificates.chooseFile })).toBeVisible();
    await dialog.getByRole('button', { name: signIn.useImported }).click();
    await expect(dialog.getByRole('radio', { name: signIn.importAnother })).toBeChecked();
    await window.keyboard.press('Escape');

    await main.getByRole('button', { name: takeOver.open }).click();
    await expect(window.getByRole('dialog', { name: takeOver.title })).toBeVisible();
    await window.keyboard.press('Escape');

    const callback = 'https://localhost:9002/callback';
    const copy = main.getByRole('button', { name: firstRun.copyAddress.replace('{{address}}', callback) });
    await copy.first().click();
    await expect(window.getByText(firstRun.copied.replace('{{address}}', callback))).toBeVisible();
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(callback);
  } finally {
    await quit();
  }
});

test('a Swede saves the pair that has come, finds it on the first page another day, and goes on to the token', async ({
  desktop,
}) => {
  test.slow();
  const first = await launchApp(desktop);
  await practiceIsReady(first.window);
  const post = (await connectPractice(authoritiesFolder(desktop)).post())['skatteverket-org'].test;
  const { firstRun, signIn, certificates, profiles, applications, practice, common } = sv;
  const words = profiles['skatteverket-org'];
  {
    const { window } = first;
    await speak(window, 'sv');
    await window.getByRole('main').getByRole('button', { name: words.add, exact: true }).click();
    const dialog = window.getByRole('dialog', { name: words.title, exact: true });
    await expect(dialog.getByRole('button', { name: certificates.chooseFile })).toBeVisible();
    await dropFile(window, 'bolag-a.p12', await readFile(post.p12));
    await dialog.getByLabel(certificates.pin).fill(post.pin);
    await dialog.getByRole('button', { name: certificates.open, exact: true }).click();
    await dialog.getByRole('button', { name: certificates.import, exact: true }).click();

    await dialog.getByLabel(words.application.redirectUri, { exact: true }).fill(post.redirectUri);
    await dialog.getByRole('checkbox', { name: 'momsdeklaration', exact: true }).check({ force: true });
    const oauth2 = dialog.getByRole('group', { name: applications.keys.oauth2 });
    await oauth2.getByLabel(words.application.clientId).fill(post.oauth2.clientId);
    await oauth2.getByLabel(words.application.clientSecret).fill(post.oauth2.clientSecret);
    await dialog.getByRole('button', { name: firstRun.saveForLater }).click();
    await expect(dialog).toHaveCount(0);
    await expect(window.getByRole('alertdialog')).toHaveCount(0);
  }
  await first.quit();

  const second = await launchApp(desktop);
  try {
    const { window } = second;
    await practiceIsReady(window);
    const begun = window.getByRole('region', { name: firstRun.underWay.heading });
    await expect(begun).toContainText('Bolag A AB');
    await expect(begun).toContainText('APIgw client ID');
    await begun.getByText(firstRun.underWay.fill).click();
    const keys = window.getByRole('dialog');
    const apigw = keys.getByRole('group', { name: applications.keys.apigw });
    await apigw.getByLabel(words.application.clientId).fill(post.apigw.clientId);
    await apigw.getByLabel(words.application.clientSecret).fill(post.apigw.clientSecret);
    await keys.getByRole('button', { name: common.save, exact: true }).click();
    await expect(begun).toContainText(firstRun.underWay.ready);

    await begun.getByText(firstRun.underWay.signIn).click();
    const dialog = window.getByRole('dialog', { name: words.title, exact: true });
    await expect(dialog.getByRole('radio', { name: /Bolag A AB/ })).toBeChecked();
    await dialog.getByRole('button', { name: signIn.next }).click();
    await dialog.getByRole('button', { name: signIn.signIn, exact: true }).click();
    await expect(window.getByRole('tab', { name: sv.accounts.overview })).toBeVisible({ timeout: 30_000 });
    await expect(begun).toHaveCount(0);

    // The steps do not go with the first page.
    await window.getByRole('button', { name: practice.showPost }).click();
    const steps = window.getByRole('dialog', { name: practice.postTitle });
    await expect(steps.getByRole('region', { name: words.name }).getByText(practice.done)).toHaveCount(3);
    await expect(steps.getByRole('region', { name: 'ANAF' }).getByText(practice.done)).toHaveCount(0);
  } finally {
    await second.quit();
  }
});

/** Notes each connection that main opens from here on; answers with where in the code. */
async function watchConnections(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  const places = await app.evaluateHandle(() => {
    const { prototype } = process.getBuiltinModule('node:net').Socket;
    const connect = Reflect.get(prototype, 'connect') as (...args: unknown[]) => unknown;
    const seen: string[] = [];
    Object.assign(prototype, {
      connect(this: unknown, ...args: unknown[]) {
        seen.push(new Error('connects').stack ?? '');
        return connect.apply(this, args);
      },
    });
    return seen;
  });
  return () => places.jsonValue();
}

test('the real first page is no dead end: each button leads somewhere and back, and one Client ID alone is kept', async ({
  desktop,
}) => {
  test.slow();
  const { firstRun, signIn, profiles, applications, common, failures } = sv;
  const words = profiles['skatteverket-org'];
  const first = await launchApp(desktop, { args: ['--real'] });
  try {
    const { app, window } = first;
    const opened = await keepFromBrowser(app);
    const connections = await watchConnections(app);
    await chooseNoFile(app);
    // Practice opens beside it, and is tried elsewhere: here its file is gone.
    await app.evaluate(() => Object.assign(process, { execPath: '/nowhere/taxpass' }));
    await speak(window, 'sv');
    const { main, heading, buttons, unfold, underWay } = firstPage(window, sv);
    await expect(heading).toBeVisible();
    await expect(underWay).toHaveCount(0);
    await unfold();
    const dialogs = window.getByRole('dialog').or(window.getByRole('alertdialog'));
    const names = await buttons.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label') ?? one.textContent),
    );
    expect(names.length).toBeGreaterThan(10);
    for (const [index, name] of names.entries()) {
      const button = buttons.nth(index);
      await button.focus();
      await window.keyboard.press('Enter');
      const copied = /^Kopiera (.*)$/.exec(name)?.[1];
      if (copied !== undefined) {
        await expect(window.getByText(firstRun.copied.replace('{{address}}', copied))).toBeVisible();
      } else if (name === firstRun.practise.open) {
        await expect(main.getByRole('alert')).toContainText(failures['practice-not-opened'].what);
      } else if (name !== firstRun.elsewhere.open) {
        await expect(dialogs).toBeVisible();
        await window.keyboard.press('Escape');
      }
      await expect(dialogs).toHaveCount(0);
      await expect(heading).toBeVisible();
      await expect(button).toBeEnabled();
      await expect(button, name).toBeFocused();
    }

    await main.getByRole('button', { name: firstRun.begin.keys }).click();
    const title = firstRun.keys.title.replace('{{profile}}', words.name);
    const dialog = window.getByRole('dialog', { name: title });
    const oauth2 = dialog.getByRole('group', { name: applications.keys.oauth2 });
    await oauth2.getByLabel(words.application.clientId).fill('an-id-that-came-alone');
    await dialog.getByRole('button', { name: common.save, exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(underWay).toContainText('OAuth2 client secret');
    expect(await opened()).toEqual([]);
    expect(await connections()).toEqual([]);
  } finally {
    await first.quit();
  }

  const second = await launchApp(desktop, { args: ['--real'] });
  try {
    const { underWay } = firstPage(second.window, sv);
    await expect(underWay).toContainText(words.application.suggestedName);
    await underWay.getByText(firstRun.underWay.fill).click();
    const keys = second.window.getByRole('dialog').getByRole('group', { name: applications.keys.oauth2 });
    await expect(keys.getByLabel(words.application.clientId)).toHaveValue('an-id-that-came-alone');
    await expect(second.window.getByRole('button', { name: signIn.signIn, exact: true })).toHaveCount(0);
  } finally {
    await second.quit();
  }
});

test('Help is there in each language, every topic of it, and says what the window says', async ({ running }) => {
  const { window } = running;
  await practiceIsReady(window);
  for (const [language, articles, catalogue] of [
    ['ro', romanianHelp, ro],
    ['sv', swedishHelp, sv],
  ] as const) {
    await speak(window, language);
    await window.getByRole('button', { name: catalogue.settings.heading, exact: true }).click();
    await window.getByRole('button', { name: catalogue.navigation.help, exact: true }).click();
    const topics = window.getByRole('navigation', { name: catalogue.help.topics });
    const [first = 'glossary'] = topicsFor(language);
    await expect(window.getByRole('heading', { level: 1, name: articles[first].title })).toBeVisible();
    for (const topic of helpTopics) {
      await topics.getByRole('button', { name: articles[topic].title, exact: true }).click();
      const title = window.getByRole('heading', { level: 1, name: articles[topic].title });
      await expect(title).toBeVisible();
      await expect(window.getByRole('main')).not.toContainText('{{');
    }
    await topics.getByRole('button', { name: articles.revoke.title, exact: true }).click();
    await expect(window.getByRole('article').getByText(catalogue.compromised.open)).toBeVisible();
  }
});
