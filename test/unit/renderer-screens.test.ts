import type * as React from 'react';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Failure } from '../../electron/contract/failure.ts';
import type {
  AccountView,
  ApplicationView,
  ProfileView,
  RecipientView,
  Snapshot,
} from '../../electron/contract/snapshot.ts';
import { AccountRow } from '../../renderer/features/accounts/account-row.tsx';
import { Overview } from '../../renderer/features/accounts/overview.tsx';
import { RenewAll } from '../../renderer/features/renewals/renew-all.tsx';
import { RenewsItself } from '../../renderer/features/renewals/renews-itself.tsx';
import { AccessTokenFacts } from '../../renderer/features/accounts/access-token-facts.tsx';
import { newDraft } from '../../renderer/features/applications/application-draft.ts';
import { KeyPairs } from '../../renderer/features/applications/key-pairs.tsx';
import { RedirectUriFields } from '../../renderer/features/applications/redirect-uri-fields.tsx';
import { JwtReading } from '../../renderer/features/claims/jwt-reading.tsx';
import { HandOverSection } from '../../renderer/features/hand-over/hand-over-section.tsx';
import { RequestsTab } from '../../renderer/features/requests/requests-tab.tsx';
import { ApplicationStep } from '../../renderer/features/sign-in/application-step.tsx';
import { DeviceQuestion } from '../../renderer/features/sign-in/device-question.tsx';
import { DangerButton } from '../../renderer/ui/confirm.tsx';
import { FailureNote } from '../../renderer/ui/failure-note.tsx';
import { readToken } from '../../electron/tokens/claims.ts';
import { anafToken } from '../fixtures/anaf-token.ts';
import {
  accessToken,
  accountView,
  anafProfile,
  applicationView,
  orgProfile,
  perProfile,
} from '../fixtures/renderer-views.ts';
import { draw, DRAWN_AT } from './drawing.ts';

// Screens are drawn once, to text: React's own drawing to text wants a second snapshot that no window has.
vi.mock('react', async (original) => ({
  ...(await original<typeof React>()),
  useSyncExternalStore: <T>(_subscribe: unknown, read: () => T): T => read(),
}));

const NOW = DRAWN_AT;
const DAY = 86_400_000;
const nothing = (): void => undefined;

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
    route: profile.routes[0] ?? 'browser',
    routes: profile.routes,
    onRoute: nothing,
    chosen: 'application',
    onChoose: nothing,
    onBack: null,
    cancel: null,
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

test('of the certificates on a token each is told from the others, and what cannot serve says why (R11)', () => {
  const certificate = (fingerprint: string, unfit: 'expired' | 'not-yet-valid' | 'not-offered' | null) => ({
    fingerprint,
    holder: 'POPESCU ANA',
    issuer: 'certSIGN',
    serialNumber: fingerprint.toUpperCase(),
    notBefore: Date.UTC(2026, 7, 1),
    notAfter: Date.UTC(2027, 0, 17),
    unfit,
  });
  const certificates = [
    certificate('aa', null),
    certificate('bb', 'expired'),
    certificate('cc', 'not-yet-valid'),
    certificate('dd', 'not-offered'),
  ];
  const question = {
    kind: 'certificate' as const,
    attemptId: 'a',
    host: 'logincert.anaf.ro',
    certificates,
    last: null,
  };
  const text = draw(createElement(DeviceQuestion, { question }));
  expect(text).toContain('Which certificate is shown to logincert.anaf.ro?');
  expect(text).toContain('POPESCU ANA certSIGN · valid until 17 January 2027 Serial number AA POPESCU ANA');
  expect(text).toContain('Serial number BB Expired: it cannot be used any more.');
  expect(text).toMatch(/Serial number CC Not yet valid: it can be used from 1 August 2026 at/);
  expect(text).toContain('Serial number DD Not offered: it is not on the token that is inserted, or logincert.anaf.ro');
});

test('the PIN of a token is asked for by the token’s name, with the tries that are left', () => {
  const pin = (wrong: number): string =>
    draw(
      createElement(DeviceQuestion, {
        question: { kind: 'pin', attemptId: 'a', tokenName: 'RO-TOKEN', wrong, triesLeft: 3 - wrong },
      }),
    );
  expect(pin(0)).toContain('The token “RO-TOKEN” asks for its PIN.');
  expect(pin(0)).toContain('3 tries are left');
  expect(pin(0)).not.toContain('wrong.');
  expect(pin(2)).toContain('One try is left');
  expect(pin(2)).toContain('That PIN was wrong.');
  expect(pin(0)).toContain('stays open for Taxpass until it is pulled out or Taxpass ends');
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

test('where ANAF no longer knows the application, every account under it is named (R2)', () => {
  const lastFailure = {
    at: NOW,
    failure: {
      code: 'authority-refused',
      stage: 'token',
      status: 401,
      error: 'invalid_client',
      description: '',
      explanation: 'anaf-invalid-client',
    },
  } as const;
  const account = accountView({ lastFailure });
  const accessToken = {
    form: 'jwt' as const,
    obtainedAt: NOW - 1,
    expiresAt: NOW + 1,
    scopeAsked: [],
    scopeGiven: null,
  };
  const colleague = accountView({ id: 'second', certificateId: 'second', holder: 'IONESCU ION', accessToken });
  const stranger = accountView({ id: 'third', applicationId: 'another', holder: 'MARIN MARIA' });
  const text = draw(createElement(Overview, { account }), {
    applications: { 'application anaf': applicationView(anafProfile) },
    accounts: { account, second: colleague, third: stranger },
  });
  expect(text).toContain('then every account under it is dead');
  expect(text).toContain('Accounts under this application: POPESCU ANA and IONESCU ION.');
  expect(text).not.toContain('MARIN MARIA');
});

test('a service that the token has no role for is named above its claims (R18)', () => {
  const reading = readToken(anafToken());
  if (reading.form !== 'jwt') throw new Error('the fixture is no JWT');
  const draws = (services: string[]): string => {
    const application = applicationView(anafProfile, { id: 'application', services });
    const account = accountView({ applicationId: 'application' });
    const part = { reading, known: null, authority: 'ANAF', account, application, of: null };
    const screen = createElement(JwtReading, part);
    return draw(screen, { applications: { application } });
  };
  expect(draws(['E-Factura', 'Alt serviciu'])).toContain(
    'Registered for Alt serviciu, but the token carries no such role',
  );
  expect(draws(['E-Factura'])).not.toContain('carries no such role');
});

test('renewing all that are due says how many, how far, for what it waits, and who could not be', () => {
  const screen = createElement(RenewAll, { onAccount: nothing });
  const due = accountView({ id: 'due', renewsItselfAt: NOW });
  const later = accountView({ id: 'later', renewsItselfAt: NOW + 1 });
  expect(draw(screen, { accounts: { due, later } })).toContain('Renew all due (1)');
  expect(draw(screen, { accounts: { later } }).trim()).toBe('');

  const failed = [{ accountId: 'due', failure: { code: 'signin-needed' as const, reason: 'refused' as const } }];
  const run = { state: 'running' as const, total: 80, renewed: 12, failed, waitsUntil: NOW + 32 * 60_000 };
  const draws = (renewalRun: Snapshot['renewalRun']): string =>
    draw(screen, { accounts: { due }, applications: { 'application anaf': applicationView(anafProfile) }, renewalRun });
  expect(draws(run)).toMatch(/12 of 80 renewed, 1 failed .* Waiting until 12:32: the authority asks to wait\./);
  expect(draws({ ...run, failed: [], waitsUntil: null })).not.toMatch(/failed|Waits/);
  const done = { ...run, state: 'done' as const, renewed: 79, waitsUntil: null };
  expect(draws(done)).toMatch(/79 renewed, 1 could not be renewed\. .*POPESCU ANA, Contabil A new sign-in is needed\./);
  expect(draws({ ...done, total: 80, renewed: 80, failed: [] })).toContain('All 80 accounts were renewed.');
  expect(draws({ ...done, total: 0, renewed: 0, failed: [] })).toContain('Nothing was due any more.');
  const stopped = { ...run, state: 'cancelled' as const, waitsUntil: null };
  expect(draws(stopped)).toContain('Stopped: 12 renewed, 1 failed, 67 not tried.');
});

test('when the program renews an account by itself is said, and why it does not', () => {
  const refreshToken = { expiresAt: NOW + 300 * 86_400_000, isCertain: true };
  const draws = (part: Partial<AccountView>, profile = anafProfile): string =>
    draw(createElement(RenewsItself, { account: accountView({ refreshToken, ...part }), profile })).trim();
  const at = Date.UTC(2027, 0, 3);
  const ending = { accessToken: accessToken(NOW, at + 7 * DAY) };
  // Main spreads it over a day, anew after each renewal.
  for (const later of [0, 1, DAY / 2, DAY - 1]) {
    const text = draws({ ...ending, renewsItselfAt: at + later });
    expect(text).toBe('While it runs, Taxpass renews the tokens by itself from 3 January 2027.');
  }
  const soon = { accessToken: accessToken(NOW - 83 * DAY, NOW + 7 * DAY - 3_600_000), renewsItselfAt: NOW + 3_600_000 };
  expect(draws(soon)).toBe('While it runs, Taxpass renews the tokens by itself within a day.');
  const short = { accessToken: accessToken(NOW, NOW + 4 * 3_600_000), renewsItselfAt: NOW + 3 * 3_600_000 };
  expect(draws(short)).toBe('While it runs, Taxpass renews the tokens by itself from 15:00.');
  expect(draws({ renewsItselfAt: NOW })).toContain('due now');
  expect(draws({ hasOtherCopy: true })).toContain('does not renew the tokens by itself as long as another program');
  expect(draws({}, perProfile)).toContain('while it is in use, at most ten times');
  const nobody: Partial<AccountView>[] = [{}, { standing: 'moved' }, { renewsItselfAt: at, refreshToken: null }];
  expect(nobody.map((part) => draws(part))).toEqual(['', '', '']);
});

test('an account is called by its companies, and a certificate that is not here by its serial number', () => {
  const application = applicationView(anafProfile);
  const row = (part: Partial<AccountView>): string => {
    const account = accountView(part);
    const screen = createElement(AccountRow, { accountId: account.id });
    return draw(screen, { accounts: { account }, applications: { [application.id]: application } });
  };
  const alfa = { number: '123', name: 'Alfa SRL' };
  expect(row({ companies: [alfa] })).toMatch(/Alfa SRL .* POPESCU ANA · Contabil/);
  expect(row({ companies: [alfa, { number: '4', name: '' }] })).toMatch(/Alfa SRL \+ 1 /);
  expect(row({ companies: [{ number: '4', name: '' }], holder: '' })).toMatch(/ 4 .* Contabil/);
  expect(row({ standing: 'moved' })).not.toContain('Renew the token');

  const account = accountView({ certificateId: null, holder: '', certificateSerial: '34:00:0a' });
  const screen = createElement(Overview, { account });
  const text = draw(screen, { accounts: { account }, applications: { [application.id]: application } });
  expect(text).toContain('A certificate with the serial number 34:00:0A, not kept on this computer.');
});

test('where no certificate says who signed in, the user does, and learns how she is counted (S19)', () => {
  const application = applicationView(perProfile);
  const account = accountView({ applicationId: application.id, certificateId: null, holder: 'Anna', person: 'Anna' });
  const part = { accounts: { account }, applications: { [application.id]: application } };
  const text = draw(createElement(Overview, { account }), part);
  expect(text).toContain('Signed in by');
  expect(text).toContain('gives one person at most ten refresh tokens in a session, whichever accounts they go to');
  expect(text).toContain('accounts without a name are counted with every name, since they may be anybody’s');
  const row = createElement(AccountRow, { accountId: account.id });
  expect(draw(row, part)).toMatch(/Anna .* Contabil/);
  const withCertificate = applicationView(anafProfile);
  const other = accountView({ applicationId: withCertificate.id });
  const overview = createElement(Overview, { account: other });
  expect(
    draw(overview, { accounts: { other }, applications: { [withCertificate.id]: withCertificate } }),
  ).not.toContain('Signed in by');
});

test('what a program has is not said to be current where another computer renews the account', () => {
  const recipient = (part: Partial<RecipientView>): RecipientView => {
    const times = { handedAt: NOW - 1000, copyExpiresAt: NOW + 9 * 86_400_000 };
    return { id: 'r', name: 'Saga', way: 'file', path: '/tokens/anaf', isCurrent: true, ...times, ...part };
  };
  const draws = (part: Partial<RecipientView>, standing: AccountView['standing'] = 'here'): string => {
    const account = accountView({ standing, recipients: [recipient(part)] });
    return draw(createElement(HandOverSection, { account, profile: anafProfile }), { accounts: { account } });
  };
  expect(draws({})).toContain('Has the current token, which works until');
  const moved = draws({ isCurrent: null }, 'moved');
  expect(moved).not.toContain('current token');
  expect(moved).toMatch(/the last token this computer knows of, which works until .*only the computer that renews/);
  const ended = { copyExpiresAt: NOW - 500, isCurrent: false, handedAt: NOW - 1000 };
  expect(draws(ended)).toContain('The next renewal writes it again.');
  expect(draws(ended, 'moved')).toContain('This computer does not renew the account.');
  const elsewhere = draws({ way: 'file-elsewhere', path: null, isCurrent: false });
  expect(elsewhere).toMatch(/Saga still has a previous copy, which works until/);
  expect(elsewhere).toContain('File on the other computer that the account came from');
  expect(elsewhere).toContain('Write a new file for Saga…');
});

test('earlier tokens are offered where the ones that took their place need a sign-in', () => {
  const application = applicationView(anafProfile);
  const pair = { id: 'p', obtainedAt: NOW - 1000, replacedAt: NOW - 500, expiresAt: NOW + 300 * 86_400_000 };
  const draws = (part: Partial<AccountView>): string => {
    const account = accountView({ earlier: [pair], ...part });
    const screen = createElement(Overview, { account });
    return draw(screen, { accounts: { account }, applications: { [application.id]: application } });
  };
  expect(draws({ needsSignIn: true })).toContain('Before you sign in, try the earlier ones');
  expect(draws({})).toMatch(/Earlier tokens .*They are kept sealed until they end.* Use these again/);
  for (const part of [{ earlier: [] }, { earlier: [{ ...pair, expiresAt: NOW }] }, { standing: 'moved' as const }])
    expect(draws(part)).not.toContain('Use these again');
});

test('a lost answer is told in place of the failure that ended it', () => {
  const failure = { code: 'authority-unreachable' as const, host: 'anaf', cause: 'reset' as const, detail: '' };
  const refreshToken = { expiresAt: NOW + 300 * 86_400_000, isCertain: true };
  const application = applicationView(anafProfile);
  const draws = (part: Partial<AccountView>): string => {
    const account = accountView({ answerLost: true, refreshToken, lastFailure: { at: NOW, failure }, ...part });
    const screen = createElement(Overview, { account });
    return draw(screen, { accounts: { account }, applications: { [application.id]: application } });
  };
  expect(draws({ renewsItselfAt: NOW })).toMatch(/answer to a renewal was lost\. .*tries it once more by itself/);
  expect(draws({})).toContain('does not try it again by itself');
  expect(draws({ answerLost: false })).not.toContain('answer to a renewal was lost');
});

test('a destructive button cannot be pressed as it comes up: that would be half a double click', () => {
  const markup = renderToStaticMarkup(createElement(DangerButton, { onPress: nothing, children: 'Remove' }));
  expect(markup).toMatch(/<button[^>]* disabled=""/);
});

test('a failure is told in words, and its code and fields can be copied', () => {
  const draws = (failure: Failure): string => draw(createElement(FailureNote, { failure }));
  const refused = draws({ code: 'input-refused', field: 'companies.0.number' });
  const [told, details] = refused.split('Details for the integrator');
  expect(told).not.toContain('companies.0');
  expect(details).toMatch(/"code": "input-refused", "field": "companies.0.number" \} Copy the details/);
  expect(draws({ code: 'vault-not-ready', state: 'locked' })).toContain('It is locked. Without it no key');
  expect(draws({ code: 'vault-not-ready', state: 'typed' })).toContain('It cannot be used at the moment.');
  expect(draws({ code: 'keychain-refused', reason: 'keychain-locked' })).toContain(
    'The keychain is locked. The passphr',
  );
  expect(draws({ code: 'signin-cancelled' })).not.toContain('Copy the details');
});

test('of an application that is not complete all that is missing is said, and what cannot be done without (S16)', () => {
  const overview = (missing: ApplicationView['missing']): string => {
    const application = applicationView(orgProfile, { missing });
    const account = accountView({ applicationId: application.id });
    return draw(createElement(Overview, { account }), { applications: { [application.id]: application } });
  };
  expect(overview(['apigwClientId'])).toContain('APIgw keys missing: requests cannot be sent.');
  const incomplete = overview(['clientSecret', 'apigwClientId']);
  expect(incomplete).not.toContain('APIgw keys missing');
  expect(incomplete).toMatch(
    /no access token can be fetched\. Waiting for the OAuth2 client secret and the APIgw client ID Edit the application…/,
  );
  expect(overview(['clientId'])).toContain('no access token can be fetched.');
  expect(overview([])).not.toMatch(/no access token can be fetched|APIgw keys missing/);
});

test('where a request needs a body that no page here gives, it is said where its fields are described', () => {
  const draws = (id: string): string => {
    const preset = { id, method: 'POST' as const, url: 'https://api.example/x', scope: null, fill: [] };
    const environment = { name: 'test' as const, apiOrigin: 'https://api.example', presets: [preset] };
    const application = applicationView(orgProfile, { environment: 'test' });
    const account = accountView({ applicationId: application.id });
    const part = { applications: { [application.id]: application } };
    return draw(createElement(RequestsTab, { account }), {
      ...part,
      profiles: [{ ...orgProfile, environments: [environment] }],
    });
  };
  expect(draws('bilforman-berakna')).toMatch(/needs a body in JSON\. .*tjänstebeskrivning/);
  expect(draws('other')).not.toContain('needs a body');
});
