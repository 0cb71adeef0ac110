import { inMain, openAddMenu, press, rows, search, sidebar } from './places.ts';
import type { Screen } from './screen.ts';
import { clipboardHolds, manyNotices, renewalDone, renewalRunning } from './told.ts';

/** The board at the left, and what stands above and below every page. */
export const boardScreens: readonly Screen[] = [
  { name: 'board', open: null, sign: (stage) => rows(stage).filter({ hasText: 'Editura' }) },
  {
    name: 'board-filter',
    async open(stage) {
      await sidebar(stage)
        .getByRole('button', {
          name: stage.words('board.filter.chosen', { filter: stage.words('board.filter.states.all') }),
        })
        .click();
    },
    sign: ({ window }) => window.getByRole('menu').getByRole('menuitemradio'),
  },
  {
    name: 'board-nothing-found',
    open: (stage) => search(stage, 'nobody is called so'),
    sign: (stage) => sidebar(stage).getByText(stage.words('board.notFound.what')),
  },
  {
    name: 'board-add',
    open: openAddMenu,
    sign: ({ window, words }) => window.getByRole('menuitem', { name: words('takeOver.open') }),
  },
  {
    name: 'board-selecting',
    async open(stage) {
      await press(sidebar(stage), stage.words('board.select.start'));
      await rows(stage).nth(1).click();
    },
    sign: (stage) =>
      sidebar(stage)
        .getByRole('group', { name: stage.words('board.select.acts') })
        .getByText(stage.words('board.select.count', { count: 1, number: '1' })),
  },
  {
    name: 'board-many-notices',
    open: ({ tell }) => tell([manyNotices]),
    sign: (stage) =>
      inMain(stage).getByRole('button', { name: stage.words('notices.showAll', { count: countOf(manyNotices) }) }),
  },
  {
    name: 'board-all-notices',
    async open(stage) {
      await stage.tell([manyNotices]);
      await press(inMain(stage), stage.words('notices.showAll', { count: countOf(manyNotices) }));
      // Whose accounts they are.
      for (const summary of await inMain(stage).locator('.notice-list summary').all()) await summary.click();
    },
    sign: (stage) => inMain(stage).getByRole('button', { name: stage.words('notices.showFewer') }),
  },
  {
    name: 'renewing-all',
    open: ({ tell }) => tell([renewalRunning]),
    sign: (stage) => sidebar(stage).getByRole('progressbar'),
  },
  {
    name: 'renewed-all',
    open: (stage) => stage.tell([renewalDone('due', 'needed')]),
    sign: (stage) => sidebar(stage).getByRole('list', { name: stage.words('renewals.failed') }),
  },
  {
    name: 'announcement',
    open: ({ tell }) => tell([{ kind: 'stray-callback' }]),
    sign: ({ window, words }) => window.getByRole('status').getByText(words('signIn.strayCallback')),
  },
  {
    name: 'token-on-clipboard',
    open: ({ tell }) => tell([clipboardHolds('SAGA C')]),
    sign: ({ window, words }) => window.getByRole('region', { name: words('handOver.clipboard.label') }),
  },
  {
    name: 'practice-post',
    async open({ window, words }) {
      await press(window.getByRole('banner'), words('practice.showPost'));
    },
    shows: 'practice/practice-post-dialog.tsx',
  },
  {
    name: 'vault-damaged-record',
    open: ({ tell }) => tell([{ kind: 'vault', value: { state: 'ready', damaged: ['account-4f1d'] } }]),
    sign: (stage) => inMain(stage).getByText(stage.words('vault.damaged', { count: 1, records: 'account-4f1d' })),
  },
];

/** How many notices stand in the list: what was done meanwhile stands above it. */
function countOf({ value }: typeof manyNotices): number {
  return value.filter(({ kind }) => kind !== 'away').length;
}
