import type * as React from 'react';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { ProfileView, Snapshot } from '../../electron/contract/snapshot.ts';
import { AccessTokenFacts } from '../../renderer/features/accounts/access-token-facts.tsx';
import { newDraft } from '../../renderer/features/applications/application-draft.ts';
import { KeyPairs } from '../../renderer/features/applications/key-pairs.tsx';
import { RedirectUriFields } from '../../renderer/features/applications/redirect-uri-fields.tsx';
import { JwtReading } from '../../renderer/features/claims/jwt-reading.tsx';
import { createFetches } from '../../renderer/features/sign-in/fetches.ts';
import { ApplicationStep } from '../../renderer/features/sign-in/application-step.tsx';
import { createFormats } from '../../renderer/i18n/formats.ts';
import { createSentences } from '../../renderer/i18n/setup.ts';
import { DeskContext } from '../../renderer/state/context.ts';
import { Announcer } from '../../renderer/ui/announcer.tsx';
import { readToken } from '../../electron/tokens/claims.ts';
import { anafToken } from '../fixtures/anaf-token.ts';
import { accountView, anafProfile, applicationView, orgProfile, perProfile } from '../fixtures/renderer-views.ts';

// Screens are drawn once, to text: React's own drawing to text wants a second snapshot that no window has.
vi.mock('react', async (original) => ({
  ...(await original<typeof React>()),
  useSyncExternalStore: <T>(_subscribe: unknown, read: () => T): T => read(),
}));

const NOW = Date.UTC(2026, 6, 1, 12);
const nothing = (): void => undefined;

/** The text of a screen, as somebody reads it or has it read out. */
function draw(screen: ReactNode, part: Partial<Snapshot> = {}): string {
  createSentences('en');
  const snapshot: Snapshot = {
    version: '0',
    mode: 'practice',
    practicePost: null,
    vault: { state: 'ready', damaged: [] },
    settings: { language: 'en', theme: 'system' },
    profiles: [anafProfile, orgProfile, perProfile],
    certificates: {},
    applications: {},
    accounts: {},
    attempts: {},
    ...part,
  };
  const bridge = { call: () => Promise.reject(new Error('not called while drawing')), onChanges: () => nothing };
  const projection = { get: () => snapshot, subscribe: () => nothing };
  const desk = {
    bridge,
    projection,
    clock: { now: () => NOW, subscribe: () => nothing },
    formats: createFormats('en-GB', 'UTC'),
    fetches: createFetches(bridge, projection),
  };
  const markup = renderToStaticMarkup(
    createElement(DeskContext, { value: desk }, createElement(Announcer, null, screen)),
  );
  return markup
    .replaceAll(/<[^>]* aria-label="([^"]*)"[^>]*>/g, '\n$1\n')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
}

function tokenFacts(profile: ProfileView, scopeGiven: string[] | null): string {
  const accessToken = { form: 'opaque' as const, obtainedAt: NOW - 60_000, expiresAt: NOW + 59 * 60_000 };
  const account = accountView({ accessToken: { ...accessToken, scopeAsked: ['momsdeklaration', 'agd'], scopeGiven } });
  return draw(createElement(AccessTokenFacts, { account, profile }));
}

test('scopes other than those asked for are said, both ways (S11)', () => {
  const differing = tokenFacts(orgProfile, ['agd', 'skattekonto']);
  expect(differing).toContain('Asked for but not given: momsdeklaration.');
  expect(differing).toContain('Given but not asked for: skattekonto.');
  expect(tokenFacts(orgProfile, ['agd', 'momsdeklaration'])).not.toMatch(/not given|not asked for/);
  expect(tokenFacts(orgProfile, null)).toContain('The authority’s answer did not say.');
});

test('an opaque token is said to be one, counts down, and is called what Skatteverket calls it (S12, S14)', () => {
  const text = tokenFacts(orgProfile, null);
  expect(text).toContain('Opaque: a reference that only the authority can read.');
  expect(text).toMatch(/Time left 59 min/);
  expect(text).toContain('a document of value');
});

const step = (profile: ProfileView): ReactNode =>
  createElement(ApplicationStep, {
    profile,
    chosen: 'application',
    onChoose: nothing,
    onBack: null,
    onClose: nothing,
    onSignIn: nothing,
    startsEditing: false,
    unsaved: { setTyped: nothing, leave: nothing },
  });

test('before the sign-in at ANAF it is said which certificate is presented (R12)', () => {
  const words = 'se va prezenta certificatul digital cu rol SPV PJ';
  const application = applicationView(anafProfile, { id: 'application' });
  expect(draw(step(anafProfile), { applications: { application } })).toContain(words);
  expect(draw(step(anafProfile))).toContain(words);
  expect(draw(step(perProfile))).toContain('No certificate is shown.');
});

test('the OAuth2 pair is enough to sign in, and what is still to come is said (S16)', () => {
  const enough = applicationView(orgProfile, { id: 'application', missing: ['apigwClientId', 'apigwClientSecret'] });
  const text = draw(step(orgProfile), { applications: { application: enough } });
  expect(text).toContain('Anyone can sign in with what is there.');
  expect(text).toContain('it still needs the APIgw client ID and the APIgw client secret');
  const lacking = applicationView(orgProfile, { id: 'application', missing: ['clientSecret', 'apigwClientId'] });
  const other = draw(step(orgProfile), { applications: { application: lacking } });
  expect(other).toContain('Before anyone can sign in, it needs the OAuth2 client secret.');
});

test('the two pairs of keys stand under the words OAuth2 and APIgw; ANAF’s one needs none (S16)', () => {
  const keys = (profile: ProfileView): string => {
    const secrets = { oauth2: null, apigw: null };
    const draft = newDraft(profile, 'A');
    return draw(createElement(KeyPairs, { profile, application: null, draft, onChange: nothing, secrets }));
  };
  expect(keys(orgProfile)).toMatch(/ OAuth2 The pair marked OAuth2.* APIgw The pair marked APIgw/);
  expect(keys(anafProfile)).not.toMatch(/OAuth2|APIgw/);
});

test('ANAF’s callbacks are numbered as on its page, and there can be more of them (R1)', () => {
  const redirectUris = ['https://a.example/cb', 'https://b.example/cb'];
  const text = draw(createElement(RedirectUriFields, { profile: anafProfile, redirectUris, onChange: nothing }));
  expect(text).toMatch(/Callback URL 1.*Callback URL 2.*Add a callback URL/);
});

test('a service that the token has no role for is named above its claims (R18)', () => {
  const reading = readToken(anafToken());
  if (reading.form !== 'jwt') throw new Error('the fixture is no JWT');
  const draws = (services: string[]): string => {
    const application = applicationView(anafProfile, { id: 'application', services });
    const account = accountView({ applicationId: 'application' });
    const screen = createElement(JwtReading, { reading, authority: 'ANAF', account });
    return draw(screen, { applications: { application } });
  };
  expect(draws(['E-Factura', 'Alt serviciu'])).toContain(
    'Registered for Alt serviciu, but the token carries no such role',
  );
  expect(draws(['E-Factura'])).not.toContain('carries no such role');
});
