import type * as React from 'react';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { profileView } from '../../electron/accounts/views.ts';
import { realProfiles } from '../../electron/authorities/authorities.ts';
import type { Language } from '../../electron/contract/language.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { homecoming, needs, waysOf } from '../../renderer/features/first-run/begin.ts';
import { FirstRun } from '../../renderer/features/first-run/first-run.tsx';
import { begunApplications } from '../../renderer/features/first-run/under-way.tsx';
import { PracticeCard } from '../../renderer/features/practice/practice-card.tsx';
import { stepsDone, stepsOf } from '../../renderer/features/practice/steps-done.ts';
import { offeredCertificates, startingMeans } from '../../renderer/features/sign-in/sign-in-start.ts';
import { en } from '../../renderer/i18n/en/index.ts';
import { createFormats } from '../../renderer/i18n/formats.ts';
import { ro } from '../../renderer/i18n/ro/index.ts';
import { createSentences, formatLocales } from '../../renderer/i18n/setup.ts';
import { SentencesContext } from '../../renderer/i18n/use-translation.ts';
import { sv } from '../../renderer/i18n/sv/index.ts';
import { DeskContext } from '../../renderer/state/context.ts';
import { accessToken, accountView, applicationView, certificateView } from '../fixtures/renderer-views.ts';

// Screens are drawn once, to text: React's own drawing to text wants a second snapshot that no window has.
vi.mock('react', async (original) => ({
  ...(await original<typeof React>()),
  useSyncExternalStore: <T>(_subscribe: unknown, read: () => T): T => read(),
}));

vi.stubGlobal('navigator', { userAgent: 'X11; Linux x86_64' });

const catalogues = { en, ro, sv } as const;
const profiles = realProfiles.map((profile) => profileView(profile));
const nothing = (): void => undefined;
const nobody = { certificates: {}, applications: {}, accounts: {} };

function profileOf(id: string) {
  const found = profiles.find((profile) => profile.id === id);
  if (found === undefined) throw new Error(`no profile ${id}`);
  return found;
}

/** The text of a screen in a language, tags left out. */
function draw(language: Language, screen: ReactNode, part: Partial<Snapshot> = {}): string {
  const sentences = createSentences(language, catalogues[language]);
  const snapshot = { settings: { language }, mode: 'real', practicePost: '/post', profiles, ...nobody, ...part };
  const desk = {
    projection: { get: () => snapshot, subscribe: () => () => undefined },
    clock: { now: () => 0, subscribe: () => () => undefined },
    formats: createFormats(formatLocales[language]),
    bridge: { call: vi.fn(), onChanges: vi.fn() },
  };
  const atDesk = createElement(DeskContext, { value: desk as never }, screen);
  return renderToStaticMarkup(createElement(SentencesContext, { value: sentences }, atDesk))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

const firstPage = (language: Language, part: Partial<Snapshot> = {}): string =>
  draw(language, createElement(FirstRun, { onTakeOver: nothing, onSignIn: nothing }), part);

/** Fails unless the words stand in the text in that order. */
function expectOrder(text: string, words: readonly string[]): void {
  const places = words.map((word) => text.indexOf(word));
  expect(places.filter((place) => place < 0)).toEqual([]);
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

describe('the first page', () => {
  it('for a Romanian begins with tokens there are, then the USB token, then a file (R11, R12, R21)', () => {
    const { firstRun, takeOver } = ro;
    expectOrder(firstPage('ro'), [
      takeOver.firstRun.title,
      firstRun.begin.token,
      firstRun.begin.file,
      firstRun.begin.organisation,
    ]);
  });

  it('for a Swede begins with the .p12 and both pairs of keys, by their labels (S16)', () => {
    const { firstRun, takeOver } = sv;
    const text = firstPage('sv');
    expectOrder(text, [firstRun.begin.organisation, firstRun.begin.keys, takeOver.firstRun.title]);
    for (const label of [
      'OAuth2 client ID',
      'OAuth2 client secret',
      'APIgw client ID',
      'APIgw client secret',
      'PIN-kod',
    ])
      expect(text).toContain(label);
  });

  it('in English has both authorities side by side, nothing folded away', () => {
    const text = firstPage('en');
    expect(text).toContain(en.firstRun.begin.token);
    expect(text).toContain(en.firstRun.begin.organisation);
    expect(text).not.toContain('instead');
  });

  it.each(['en', 'ro', 'sv'] as const)('has a part for every way to sign in, in %s', (language) => {
    const text = firstPage(language);
    const { firstRun, profiles: words } = catalogues[language];
    for (const { id } of profiles) {
      const own: Readonly<Record<string, string>> = firstRun.needs[id];
      expect(needs[id]).toEqual(Object.keys(own));
      for (const need of Object.values(own)) expect(text).toContain(need);
      if (id !== 'anaf' && id !== 'skatteverket-org') expect(text).toContain(words[id].add);
    }
    const both = [...waysOf(profiles, 'anaf').people, ...waysOf(profiles, 'skatteverket').people];
    expect(both.map(({ id }) => id)).toEqual(['anaf', 'skatteverket-org', 'skatteverket-per']);
  });

  it('shows every address that can be registered, and why to take which (R11, S5, S8)', () => {
    const text = firstPage('en');
    for (const uri of profiles.flatMap(({ suggestedRedirectUris }) => suggestedRedirectUris))
      expect(text).toContain(uri);
    expect(homecoming(profileOf('anaf'), 'https://localhost:9002/callback')).toBe('loopback');
    expect(homecoming(profileOf('anaf'), 'https://oauth.pstmn.io/v1/callback')).toBe('astray');
    expect(homecoming(profileOf('skatteverket-org'), 'https://localhost/test')).toBe('caught');
    expect(homecoming(profileOf('skatteverket-per'), 'taxpass://oauth/callback')).toBe('protocol');
    expect(homecoming(profileOf('skatteverket-per'), 'https://localhost/my-redirect-uri')).toBe('pasted');
  });

  it('goes on with what was begun, and says what it waits for (S16)', () => {
    const org = profileOf('skatteverket-org');
    const begun = applicationView(org, { id: 'begun', name: 'Bolag A', missing: ['apigwClientSecret'] });
    const text = firstPage('en', {
      applications: { begun },
      certificates: { c: certificateView({ holder: 'Bolag A AB' }) },
    });
    expect(text).toContain('Waiting for the APIgw client secret');
    expect(text).toContain('the certificate of Bolag A AB');
    expect(text).toContain(en.firstRun.underWay.fill);
    expect(text).toContain(en.firstRun.underWay.signIn);
    const empty = applicationView(org, { id: 'begun', name: 'Bolag A', missing: ['clientId', 'clientSecret'] });
    expect(firstPage('en', { applications: { begun: empty } })).not.toContain(en.firstRun.underWay.signIn);
    expect(firstPage('en')).not.toContain(en.firstRun.underWay.heading);
  });
});

it('what was begun is an application without an account', () => {
  const anaf = profileOf('anaf');
  const applications = {
    used: applicationView(anaf, { id: 'used' }),
    begun: applicationView(anaf, { id: 'begun' }),
  };
  const accounts = { account: accountView({ applicationId: 'used' }) };
  expect(begunApplications({ applications, accounts }).map(({ id }) => id)).toEqual(['begun']);
});

describe('a wish from the first page', () => {
  it('is what the sign-in begins with, where the authority has that way', () => {
    const certificates = { imported: certificateView({ id: 'imported' }) };
    const offered = offeredCertificates(profileOf('anaf'), { profiles, certificates }, 1);
    expect(startingMeans(profileOf('anaf'), null, offered, 'device-window')).toEqual({ route: 'device-window' });
    expect(startingMeans(profileOf('anaf'), null, offered, 'file')).toEqual({ file: true });
    expect(startingMeans(profileOf('anaf'), null, offered, undefined)).toEqual({ certificateId: 'imported' });
    expect(startingMeans(profileOf('skatteverket-org'), null, [], 'device-window')).toBeNull();
    expect(startingMeans(profileOf('skatteverket-per'), null, [], 'file')).toEqual({ route: 'browser' });
  });
});

describe('the practice steps', () => {
  it('are ticked by what is there, one by one', () => {
    const anaf = profileOf('anaf');
    const there = { ...nobody, profiles };
    expect(stepsDone(anaf, there, [])).toEqual([]);
    const certificates = { c: certificateView({ issuer: 'certSIGN practice' }) };
    expect(stepsDone(anaf, { ...there, certificates }, [])).toEqual(['certificate']);
    const application = applicationView(anaf);
    const applications = { [application.id]: application };
    expect(stepsDone(anaf, { ...there, certificates, applications }, [])).toEqual(['certificate', 'application']);
    const accounts = { account: accountView({ accessToken: accessToken(0, 1) }) };
    expect(stepsDone(anaf, { ...there, certificates, applications, accounts }, [])).toEqual([
      'certificate',
      'application',
      'signIn',
    ]);
  });

  it('are done with a request that was answered well, or a renewal, by the log', () => {
    const entry = {
      at: 1,
      who: 'person' as const,
      profile: 'anaf' as const,
      accountId: 'account',
      name: 'Firma',
      result: 'ok',
      authorityError: null,
    };
    const call = { method: 'GET' as const, host: 'api.example', path: '/hello', correlationId: null };
    const request = (status: number | null) => ({ ...entry, ...call, act: 'request' as const, status });
    const there = { ...nobody, profiles };
    expect(stepsDone(profileOf('anaf'), there, [request(200)])).toEqual(['then']);
    expect(stepsDone(profileOf('anaf'), there, [request(403), request(null)])).toEqual([]);
    expect(stepsDone(profileOf('skatteverket-org'), there, [request(200)])).toEqual([]);
    const renewal = { ...entry, act: 'renewal' as const, profile: 'skatteverket-per' as const };
    expect(stepsDone(profileOf('skatteverket-per'), there, [renewal])).toEqual(['then']);
    expect(stepsDone(profileOf('skatteverket-per'), there, [{ ...renewal, result: 'offline' }])).toEqual([]);
  });

  it('do not take one authority’s certificate for another’s', () => {
    const certificates = { c: certificateView({ issuer: 'Expisoft Test CA' }) };
    expect(stepsDone(profileOf('anaf'), { ...nobody, certificates, profiles }, [])).toEqual([]);
    expect(stepsDone(profileOf('skatteverket-org'), { ...nobody, certificates, profiles }, [])).toEqual([
      'certificate',
    ]);
  });

  it('have no certificate where none is shown', () => {
    expect(stepsOf(profileOf('skatteverket-per'))).toEqual(['application', 'signIn', 'then']);
  });

  it('call the file what the button’s own step calls it', () => {
    for (const language of ['en', 'ro', 'sv'] as const) {
      const text = draw(language, createElement(PracticeCard, { onSignIn: nothing }), { mode: 'practice' });
      expect(text).toContain(catalogues[language].certificates.chooseFile);
      expect(text).not.toContain('{{');
      for (const { id } of profiles) expect(text).toContain(catalogues[language].practice.steps[id].then);
    }
  });
});
