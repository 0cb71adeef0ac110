import type { Locator, Page } from 'playwright';
import type { ProfileId } from '../../electron/contract/profile-id.ts';
import { answerFileDialog } from '../fixtures/routes.ts';
import type { Stage, Words } from './stage.ts';

// The ways between the screens, by role and name in the language of the stage.

/** The pages that the left column leads to, by their names there. */
const pages = {
  certificates: 'certificates.heading',
  applications: 'applications.heading',
  activity: 'activity.heading',
  'read-token': 'navigation.readToken',
  help: 'navigation.help',
  settings: 'settings.heading',
} as const;
export type PageName = keyof typeof pages;
/** The tabs of an account's page. */
export type TabName = 'overview' | 'claims' | 'requests' | 'activity';

/** Presses the button of that name within a part of the window. */
export function press(within: Page | Locator, name: string): Promise<void> {
  return within.getByRole('button', { name, exact: true }).first().click();
}

/** The left column. */
export function sidebar({ window, words }: Stage): Locator {
  return window.getByRole('navigation', { name: words('accounts.navigation') });
}

/** The dialog that is open. */
export function dialog({ window }: Stage): Locator {
  return window.locator('[role="dialog"], [role="alertdialog"]').last();
}

/** The open page, at the right. */
export function inMain({ window }: Stage): Locator {
  return window.getByRole('main');
}

/** Where a sentence stands on the open page. */
export function mainSays(say: (words: Words) => string): (stage: Stage) => Locator {
  return (stage) => inMain(stage).getByText(say(stage.words));
}

/** Where a sentence stands in the open dialog. */
export function dialogSays(say: (words: Words) => string): (stage: Stage) => Locator {
  return (stage) => dialog(stage).getByText(say(stage.words));
}

/** The title of the open dialog, where it is that. */
export function dialogTitled(say: (words: Words) => string): (stage: Stage) => Locator {
  return (stage) => dialog(stage).getByRole('heading', { level: 2, name: say(stage.words), exact: true });
}

/** Unfolds what a summary stands above. */
export function openDetails(within: Locator, summary: string): Promise<void> {
  return within.locator('summary').getByText(summary, { exact: true }).first().click();
}

/** Opens one of the pages. */
export async function goTo(stage: Stage, page: PageName): Promise<void> {
  await press(sidebar(stage), stage.words(pages[page]));
  await inMain(stage).getByRole('heading', { level: 1 }).first().waitFor();
}

/** The rows of accounts that are drawn. */
export function rows(stage: Stage): Locator {
  return sidebar(stage).locator('[role="row"][data-key]');
}

/** Has only those accounts listed that a text finds; all of them where it is empty. */
export async function search(stage: Stage, text: string): Promise<void> {
  await sidebar(stage)
    .getByRole('searchbox', { name: stage.words('board.search.label') })
    .fill(text);
}

/** Opens an account's page, at a tab of it. A far row is not drawn, so it is searched for first. */
export async function openAccount(stage: Stage, name: string, tab: TabName = 'overview'): Promise<void> {
  const { window, words } = stage;
  await search(stage, name);
  await rows(stage).filter({ hasText: name }).first().getByText(name).first().click();
  await rows(stage)
    .and(window.getByRole('row', { selected: true }))
    .filter({ hasText: name })
    .waitFor();
  await search(stage, '');
  const title = tab === 'activity' ? words('activity.heading') : words(`accounts.${tab}`);
  await window.getByRole('tab', { name: title }).click();
  await window.getByRole('tabpanel', { name: title }).waitFor();
}

/** Opens an account's page and presses a button there that asks something. */
export async function askAccount(stage: Stage, name: string, button: string): Promise<void> {
  await openAccount(stage, name);
  await press(inMain(stage), button);
  await dialog(stage).waitFor();
}

/** Opens the menu that adds an account. */
export async function openAddMenu(stage: Stage): Promise<void> {
  await press(sidebar(stage), stage.words('board.add'));
  await stage.window.getByRole('menu').waitFor();
}

async function add(stage: Stage, item: string): Promise<void> {
  await openAddMenu(stage);
  await stage.window.getByRole('menuitem', { name: item, exact: true }).click();
  await dialog(stage).getByRole('heading').first().waitFor();
}

/** Opens the dialog that adds an account. */
export const openSignIn = (stage: Stage, profile: ProfileId): Promise<void> =>
  add(stage, stage.words(`profiles.${profile}.add`));

/** Opens the dialog that takes over tokens. */
export const openTakeOver = (stage: Stage): Promise<void> => add(stage, stage.words('takeOver.open'));

/** Chooses a P12 where the window asks for one, and types what is to be its PIN. */
export async function openP12(stage: Stage, path: string, pin: string | null): Promise<void> {
  const { app, words } = stage;
  await answerFileDialog(app, path);
  await press(dialog(stage), words('certificates.chooseFile'));
  const field = dialog(stage).getByLabel(words('certificates.pin'), { exact: true });
  await field.waitFor();
  if (pin === null) return;
  await field.fill(pin);
  await press(dialog(stage), words('certificates.open'));
}

/** Makes the next dialog that asks where to save choose `path`. */
export async function answerSaveDialog({ app }: Stage, path: string): Promise<void> {
  await app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** A field by the whole of its label. */
export function field(within: Locator, label: string): Locator {
  return within.getByLabel(label, { exact: true });
}

/** Waits until the board is there, with who most needs somebody. */
export async function boardIsThere(stage: Stage): Promise<void> {
  await rows(stage).filter({ hasText: 'Editura' }).waitFor();
}
