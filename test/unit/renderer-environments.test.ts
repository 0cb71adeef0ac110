import { readFileSync } from 'node:fs';
import type * as React from 'react';
import { createElement, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { realProfiles } from '../../electron/authorities/authorities.ts';
import type { ApplicationView, ProfileView, Snapshot } from '../../electron/contract/snapshot.ts';
import { App } from '../../renderer/app.tsx';
import { AccountPage } from '../../renderer/features/accounts/account-page.tsx';
import { AccountRow } from '../../renderer/features/accounts/account-row.tsx';
import { Overview } from '../../renderer/features/accounts/overview.tsx';
import { ApplicationsPage } from '../../renderer/features/applications/applications-page.tsx';
import { UnderWay } from '../../renderer/features/first-run/under-way.tsx';
import { PracticeBanner } from '../../renderer/features/practice/practice-banner.tsx';
import { ApplicationStep } from '../../renderer/features/sign-in/application-step.tsx';
import { EnvironmentTag } from '../../renderer/ui/environment-tag.tsx';
import { accountView, anafProfile, applicationView, orgProfile } from '../fixtures/renderer-views.ts';
import { draw, markupOf } from './drawing.ts';

vi.mock('react', async (original) => ({
  ...(await original<typeof React>()),
  useSyncExternalStore: <T>(_subscribe: unknown, read: () => T): T => read(),
}));

const languages = ['en', 'ro', 'sv'] as const;
const nothing = (): void => undefined;
const css = (file: string): string => readFileSync(`renderer/ui/${file}`, 'utf8');

/** What a style sheet says of a class by itself. */
function rulesOf(sheet: string, name: string): string {
  return [...sheet.matchAll(new RegExp(`\\n\\s*\\.${name} \\{([^}]*)\\}`, 'g'))].map(([, body]) => body ?? '').join();
}

/** Skatteverket's, which has a test environment beside production. */
const twofold: ProfileView = {
  ...orgProfile,
  environments: [
    { name: 'test', apiOrigin: 'https://api.test.example', presets: [] },
    { name: 'production', apiOrigin: 'https://api.example', presets: [] },
  ],
};
const ofTest = applicationView(twofold, { id: 'one', environment: 'test', name: 'Moms' });
const ofProduction = applicationView(twofold, { id: 'two', environment: 'production', name: 'Moms' });
const both = { profiles: [anafProfile, twofold], applications: { one: ofTest, two: ofProduction } };

describe.each(languages)('the tag of an environment in %s', (language) => {
  const tag = (application: ApplicationView): string =>
    markupOf(createElement(EnvironmentTag, { application }), both, language);
  const words = (application: ApplicationView): string =>
    draw(createElement(EnvironmentTag, { application }), both, language).trim();

  it('reads and looks differently for test and for production', () => {
    expect([words(ofTest), words(ofProduction)]).toEqual(
      { en: ['Test', 'Production'], ro: ['Test', 'Producție'], sv: ['Test', 'Produktion'] }[language],
    );
    expect(tag(ofTest)).toContain('class="tag tag-test"');
    expect(tag(ofProduction)).toContain('class="tag tag-production"');
  });
});

describe('the tag of an environment', () => {
  it('is told apart without colour: an outline of dashes, or filled', () => {
    const sheet = css('parts.css');
    expect(rulesOf(sheet, 'tag-test')).toContain('border-style: dashed');
    expect(rulesOf(sheet, 'tag-test')).not.toContain('background');
    expect(rulesOf(sheet, 'tag-production')).toMatch(/background: var\(--text\)/);
    expect(rulesOf(sheet, 'tag-production')).not.toContain('dashed');
    // In high contrast backgrounds are the system's, unless it is said otherwise.
    expect(rulesOf(css('contrast.css'), 'tag-production')).toMatch(
      /background: CanvasText[^]*forced-color-adjust: none/,
    );
  });

  it('says nothing where there is one environment alone', () => {
    const application = applicationView(anafProfile);
    expect(draw(createElement(EnvironmentTag, { application })).trim()).toBe('');
  });

  it.each(
    realProfiles.filter(({ environments }) => environments.length > 1).map((profile) => [profile.id, profile] as const),
  )('names every environment of %s', (id, { environments }) => {
    const profile: ProfileView = {
      ...orgProfile,
      id,
      environments: environments.map(({ name }) => ({ name, apiOrigin: 'https://api.example', presets: [] })),
    };
    const texts = environments.map(({ name: environment }) => {
      const application = applicationView(profile, { environment });
      return draw(createElement(EnvironmentTag, { application }), { profiles: [profile] }).trim();
    });
    expect(texts.sort()).toEqual(['Production', 'Test']);
  });
});

describe('where test and production are both there, each screen labels either', () => {
  const accounts = {
    first: accountView({ id: 'first', applicationId: 'one' }),
    second: accountView({ id: 'second', applicationId: 'two' }),
  };
  const markupIn = (screen: ReactNode, part: Partial<Snapshot> = {}): string =>
    markupOf(screen, { ...both, accounts, ...part });
  const tagsOf = (markup: string): readonly string[] =>
    [...markup.matchAll(/class="tag tag-\w+">([^<]*)</g)].map(([, text]) => text ?? '');

  it.each([
    ['the row of an account', (account: keyof typeof accounts) => createElement(AccountRow, { accountId: account })],
    ['the overview of an account', (account) => createElement(Overview, { account: accounts[account] })],
  ] satisfies ReadonlyArray<readonly [string, (account: keyof typeof accounts) => ReactNode]>)(
    '%s',
    (_name, screen) => {
      expect(tagsOf(markupIn(screen('first')))).toEqual(['Test']);
      expect(tagsOf(markupIn(screen('second')))).toEqual(['Production']);
    },
  );

  it('the head of an account, whichever of its tabs is open', () => {
    const headOf = (account: keyof typeof accounts): string =>
      markupIn(createElement(AccountPage, { account: accounts[account] })).split('class="tabs"')[0] ?? '';
    expect(tagsOf(headOf('first'))).toEqual(['Test']);
    expect(tagsOf(headOf('second'))).toEqual(['Production']);
  });

  const step = createElement(ApplicationStep, {
    profile: twofold,
    route: 'direct',
    routes: twofold.routes,
    onRoute: nothing,
    chosen: null,
    onChoose: nothing,
    onBack: null,
    cancel: null,
    onSignIn: nothing,
    startsEditing: false,
    unsaved: { setTyped: nothing, leave: nothing },
  });

  it.each([
    ['the applications', createElement(ApplicationsPage)],
    ['what is under way', createElement(UnderWay, { onSignIn: nothing })],
    ['the choice at a sign-in', step],
  ])('%s', (_name, screen) => {
    expect([...tagsOf(markupIn(screen, { accounts: {} }))].sort()).toEqual(['Production', 'Test']);
  });
});

describe('practice', () => {
  it.each([
    ['en', /<p>Practice: .*no real authority/],
    ['ro', /<p>Exercițiu: .*nicio autoritate reală/],
    ['sv', /<p>Övning: .*ingen riktig myndighet/],
  ] as const)('says so above everything, in %s', (language, words) => {
    const html = markupOf(createElement(PracticeBanner), {}, language);
    expect(html).toMatch(/^<header class="practice-banner">/);
    expect(html).toMatch(words);
    // The way to its steps, and none to make it go away.
    expect(html.match(/<button/g)?.length).toBe(1);
  });

  const page = (part: Partial<Snapshot>): string =>
    markupOf(createElement(App), { vault: { state: 'opening' } as never, ...part });

  it('stands first in its window, whatever else is shown, and in no real one', () => {
    const practice = page({ mode: 'practice' });
    expect(practice).toMatch(/<div class="window window-practice"><header class="practice-banner">/);
    const real = page({ mode: 'real' });
    expect(real).toContain('class="window window-real"');
    expect(real).not.toContain('practice-banner');
  });

  it('looks like nothing else in the window', () => {
    const rule = rulesOf(css('base.css'), 'practice-banner');
    expect(rule).toMatch(/var\(--practice(-soft)?\)/);
    const tokens = css('tokens.css');
    const colour = /--practice: (.*);/.exec(tokens)?.[1] ?? '';
    expect(tokens.split(colour).length).toBe(2);
  });
});
