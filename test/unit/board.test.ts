import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { queryWords, searchable } from '../../renderer/features/board/search.ts';
import { sectionsOf } from '../../renderer/features/board/sections.ts';
import {
  countsOf,
  createFinder,
  isInGroup,
  noFilter,
  type Filter,
  type FindWords,
} from '../../renderer/features/board/shown.ts';
import { createSortedSource } from '../../renderer/features/board/sorted-source.ts';
import { en } from '../../renderer/i18n/en/index.ts';
import { ro } from '../../renderer/i18n/ro/index.ts';
import { applyChanges } from '../../renderer/state/apply-changes.ts';
import { sortAccounts, type SortedAccount } from '../../renderer/state/sorted-accounts.ts';
import {
  accessToken,
  accountView,
  anafProfile,
  applicationView,
  certificateView,
  orgProfile,
  snapshotView,
} from '../fixtures/renderer-views.ts';

const DAY = 86_400_000;
const now = Date.UTC(2026, 6, 1, 12, 0, 30);
const collator = new Intl.Collator('en', { numeric: true });

const anafApplication = applicationView(anafProfile, { name: 'Facturare' });
const orgApplication = applicationView(orgProfile, { name: 'Momsdeklaration' });
const certificates = {
  certificate: certificateView(),
  expisoft: certificateView({ id: 'expisoft', holder: 'Bolag A AB', organisationNumber: '165560000167' }),
};

function snapshotOf(accounts: ReadonlyArray<ReturnType<typeof accountView>>): Snapshot {
  return snapshotView({
    certificates,
    applications: { [anafApplication.id]: anafApplication, [orgApplication.id]: orgApplication },
    accounts: Object.fromEntries(accounts.map((account) => [account.id, account])),
  });
}

/** An account at ANAF in order, with one company. */
function client(id: string, name: string, number = '14399840', part: Parameters<typeof accountView>[0] = {}) {
  return accountView({
    id,
    companies: [{ number, name }],
    accessToken: accessToken(now - 10 * DAY, now + 80 * DAY),
    refreshToken: { expiresAt: now + 300 * DAY, isCertain: true },
    ...part,
  });
}

const dante = client('dante', 'Dante Internațional SA');
const stefan = client('stefan', 'Ștefan și Fiii SRL', '1590082', { accessToken: null, needsSignIn: true });
const moved = client('moved', 'Țiriac Leasing', '28', { standing: 'moved' });
const bolag = accountView({
  id: 'bolag',
  applicationId: orgApplication.id,
  certificateId: 'expisoft',
  holder: 'Östersunds Bygg AB',
});
const four = snapshotOf([dante, stefan, moved, bolag]);

const englishWords: FindWords = {
  authority: (authority: 'anaf' | 'skatteverket') => en.authorities[authority].name,
  state: (state: keyof typeof en.accounts.state) => en.accounts.state[state],
};

function found(query: string, part: Partial<Filter> = {}, words = englishWords): readonly string[] {
  const find = createFinder(words);
  return find(sortAccounts(null, four, now, collator), { ...noFilter, query, ...part }).map(({ id }) => id);
}

describe('a text as it is looked for', () => {
  it('has neither accents nor capitals', () => {
    expect(searchable('Ștefan ŞTEFAN Țiriac Ţiriac Östersund Åsa Ærø')).toBe(
      'stefan stefan tiriac tiriac ostersund asa aero',
    );
  });

  it('has its numbers in one piece, without the RO before them', () => {
    const ways = ['14399840', 'RO14399840', 'ro 14399840', 'RO-14 399 840', '14.399.840'];
    expect(ways.map(searchable)).toEqual(ways.map(() => '14399840'));
    expect(['556000-0167', '556000 0167', '556000–0167'].map(searchable)).toEqual(Array(3).fill('5560000167'));
    expect(queryWords('  anaf  RO 14 399 840 ')).toEqual(['anaf', '14399840']);
    expect(searchable('Euro 2000 SRL')).toBe('euro 2000 srl');
  });
});

describe('the search', () => {
  it.each([
    ['stefan', ['stefan']],
    ['ȘTEFAN', ['stefan']],
    ['ostersund', ['bolag']],
    ['RO 14399840', ['dante']],
    ['1439', ['dante']],
    ['556000-0167', ['bolag']],
    ['popescu', ['stefan', 'dante', 'moved']],
    ['facturare dante', ['dante']],
    ['skatteverket', ['bolag']],
    ['sign-in needed', ['stefan']],
    ['moved', ['moved']],
    ['nobody', []],
    ['   ', ['stefan', 'dante', 'moved', 'bolag']],
  ])('%j finds %j', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  // As the list stores them; a pasted list takes each of these ways of writing them.
  describe('by a company’s number', () => {
    const volvo = accountView({
      id: 'volvo',
      applicationId: orgApplication.id,
      certificateId: null,
      companies: [{ number: '556012-5790', name: 'AB Volvo' }],
    });
    const trader = accountView({
      id: 'trader',
      applicationId: orgApplication.id,
      certificateId: null,
      companies: [{ number: '850709-9805', name: 'Anna Ek' }],
    });
    const list = sortAccounts(null, snapshotOf([dante, volvo, trader]), now, collator);

    it.each([
      ['556012-5790', ['volvo']],
      ['5560125790', ['volvo']],
      ['16556012-5790', ['volvo']],
      ['165560125790', ['volvo']],
      ['16 556012 5790', ['volvo']],
      ['SE556012579001', ['volvo']],
      ['se 556012579001', ['volvo']],
      ['SE 556012-5790 01', ['volvo']],
      ['volvo 16556012-5790', ['volvo']],
      ['556012−5790', ['volvo']],
      ['850709-9805', ['trader']],
      ['19850709-9805', ['trader']],
      ['0014399840', ['dante']],
      ['RO 0014399840', ['dante']],
      // Neither is one: the check digit is another, and 17 stands before no number.
      ['16556012-5791', []],
      ['17556012-5790', []],
      ['SE556012579002', []],
    ])('%j finds %j', (query, ids) => {
      expect(createFinder(englishWords)(list, { ...noFilter, query }).map(({ id }) => id)).toEqual(ids);
    });
  });

  it('knows the states by the words of the language', () => {
    const words = {
      authority: (authority: 'anaf' | 'skatteverket') => ro.authorities[authority].name,
      state: (state: keyof typeof ro.accounts.state) => ro.accounts.state[state],
    };
    const [word = ''] = ro.accounts.state.signInNeeded.split(' ').slice(-1);
    expect(found(word, {}, words)).toEqual(['stefan']);
  });
});

describe('the filter', () => {
  it('puts each state in one group', () => {
    expect(found('', { group: 'needSomebody' })).toEqual(['stefan']);
    expect(found('', { group: 'inOrder' })).toEqual(['dante', 'bolag']);
    expect(found('', { group: 'elsewhere' })).toEqual(['moved']);
    const states = Object.keys(en.accounts.state) as Array<keyof typeof en.accounts.state>;
    const groups = ['needSomebody', 'inOrder', 'elsewhere'] as const;
    expect(states.filter((state) => groups.filter((group) => isInGroup(state, group)).length !== 1)).toEqual([]);
  });

  it('goes with an authority and with the search', () => {
    expect(found('', { authority: 'skatteverket' })).toEqual(['bolag']);
    expect(found('dante', { authority: 'skatteverket' })).toEqual([]);
    expect(found('popescu', { group: 'inOrder', authority: 'anaf' })).toEqual(['dante']);
  });

  it('counts what each choice would show', () => {
    const counts = countsOf(sortAccounts(null, four, now, collator).list);
    expect(counts.groups).toEqual({ all: 4, needSomebody: 1, inOrder: 2, elsewhere: 1 });
    expect([...counts.authorities]).toEqual([
      ['anaf', 3],
      ['skatteverket', 1],
    ]);
  });
});

describe('the sorted accounts', () => {
  it('stay the very same where nothing changed, and all but one where one did', () => {
    const first = sortAccounts(null, four, now, collator);
    expect(sortAccounts(first, { ...four, accounts: { ...four.accounts } }, now, collator)).toBe(first);
    const renamed = { ...bolag, holder: 'Zeta AB' };
    const second = sortAccounts(first, { ...four, accounts: { ...four.accounts, bolag: renamed } }, now, collator);
    expect(second.list.filter((one, index) => one !== first.list[index]).map(({ id }) => id)).toEqual(['bolag']);
  });

  it('move the one whose place changes, take in a new one and leave out one that is gone', () => {
    const first = sortAccounts(null, four, now, collator);
    const ids = (accounts: Snapshot['accounts']) =>
      sortAccounts(first, { ...four, accounts }, now, collator).list.map(({ id }) => id);
    expect(ids({ ...four.accounts, dante: { ...dante, accessToken: null, needsSignIn: true } })).toEqual([
      'dante',
      'stefan',
      'moved',
      'bolag',
    ]);
    expect(ids({ ...four.accounts, fresh: client('fresh', 'Emag') })).toEqual([
      'stefan',
      'dante',
      'fresh',
      'moved',
      'bolag',
    ]);
    expect(ids({ bolag })).toEqual(['bolag']);
    expect(sortAccounts(first, { ...four, accounts: {} }, now, collator).needSomebody).toBe(0);
  });

  it('go by the clock too', () => {
    const first = sortAccounts(null, four, now, collator);
    const later = sortAccounts(first, four, now + 79.9 * DAY, collator);
    expect([first.needSomebody, later.needSomebody]).toEqual([1, 1]);
    const last = sortAccounts(later, four, now + 81 * DAY, collator);
    expect(last.needSomebody).toBe(2);
    expect(last.list.map(({ id }) => id)).toEqual(['stefan', 'dante', 'moved', 'bolag']);
  });

  it('sort in the language’s own order', () => {
    const accounts = snapshotOf([client('o', 'Öst'), client('z', 'Zeta'), client('a', 'Alfa')]);
    const ids = (language: string) =>
      sortAccounts(null, accounts, now, new Intl.Collator(language)).list.map(({ id }) => id);
    expect(ids('sv')).toEqual(['a', 'z', 'o']);
    expect(ids('en')).toEqual(['a', 'o', 'z']);
  });
});

const thousand = snapshotOf(
  Array.from({ length: 1000 }, (_, index) =>
    client(`id-${index}`, `Client ${(index * 7919) % 1000} SRL`, String(10_000_000 + index), {
      ...(index % 80 === 0 && { accessToken: null, needsSignIn: true }),
    }),
  ),
);

it('a thousand accounts are not sorted at a tick, and hardly looked at for a change of one', () => {
  let snapshot = thousand;
  let time = now;
  let looks = 0;
  const counting = new Proxy(thousand, {
    get: (target, key) => {
      if (key === 'accounts') looks += 1;
      return Reflect.get(target, key) as unknown;
    },
  });
  const source = createSortedSource(
    { get: () => snapshot, subscribe: () => () => undefined },
    { now: () => time, subscribe: () => () => undefined },
    'en',
  );
  const timed = (what: string, act: () => unknown): void => {
    const from = performance.now();
    act();
    console.log(`board of 1000: ${what} ${(performance.now() - from).toFixed(2)} ms`);
  };
  timed('first sort', source.get);
  const first = source.get();
  snapshot = counting;
  timed('taking up another snapshot', source.get);
  looks = 0;
  timed('29 ticks', () => {
    for (let second = 1; second < 30; second += 1) {
      time = now + second * 999;
      source.get();
    }
  });
  // One look tells that the accounts are the same; a sort would have a thousand.
  expect(looks).toBe(29);
  expect(source.get()).toBe(first);
  time = now + 60_000;
  timed('a minute', source.get);
  const value = { ...client('id-500', 'Client A SRL'), isRenewing: true };
  timed('a change of one', () => {
    snapshot = applyChanges(thousand, [{ kind: 'accounts', id: 'id-500', value }]);
    source.get();
  });
  expect(source.get()).not.toBe(first);
  const find = createFinder(englishWords);
  timed('first search', () => find(first, { ...noFilter, query: 'client 1000099' }));
  timed('next search', () => find(first, { ...noFilter, query: 'client 10000991' }));
  expect(find(first, { ...noFilter, query: 'client 10000991' })).toHaveLength(1);
});

describe('the rows of the list', () => {
  const label = (one: SortedAccount): string => one.name;

  it('stay the same objects as long as they say the same', () => {
    const before = sectionsOf([], sortAccounts(null, four, now, collator).list, label);
    expect(before.map(({ authority, items }) => [authority, items.map(({ id }) => id)])).toEqual([
      ['anaf', ['stefan', 'dante', 'moved']],
      ['skatteverket', ['bolag']],
    ]);
    const renewing = { ...four, accounts: { ...four.accounts, dante: { ...dante, isRenewing: true } } };
    expect(sectionsOf(before, sortAccounts(null, renewing, now, collator).list, label)).toBe(before);
    const renamed = { ...four, accounts: { ...four.accounts, dante: client('dante', 'Dante SA') } };
    const after = sectionsOf(before, sortAccounts(null, renamed, now, collator).list, label);
    expect(after[1]).toBe(before[1]);
    expect(after[0]?.items.map((item, index) => item === before[0]?.items[index])).toEqual([true, false, true]);
  });
});
