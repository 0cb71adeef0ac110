import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshAccount, type AccountRecord, type ApplicationRecord } from '../../electron/accounts/records.ts';
import type { Renewal, RenewalOutcome } from '../../electron/accounts/renewal.ts';
import { createRenewals, type Renewals } from '../../electron/accounts/renewals.ts';
import { refreshTokensHad } from '../../electron/accounts/refresh-count.ts';
import { renewalDueAt } from '../../electron/accounts/schedule.ts';
import type { Store } from '../../electron/accounts/store.ts';
import { createUnsaved } from '../../electron/accounts/unsaved.ts';
import { realProfiles } from '../../electron/authorities/authorities.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import { skatteverketPer } from '../../electron/authorities/skatteverket.ts';
import { FailureError, type Failure } from '../../electron/contract/failure.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An authority and a computer, each with a clock of its own; the computer's can be set wrong. */
class World {
  /** True time, epoch ms. */
  time = Date.parse('2026-03-01T08:00:00Z');
  /** By how much the computer's clock is off, ms. */
  offset = 0;
  accounts = new Map<string, AccountRecord>();
  asked: { accountId: string; at: number }[] = [];
  trouble: Failure | null = null;
  readonly application: ApplicationRecord;
  readonly renewals: Renewals;
  readonly #profile: typeof anaf;

  constructor(profile: typeof anaf) {
    this.#profile = profile;
    this.application = {
      id: 'application',
      profile: profile.id,
      environment: profile.environments[0]?.name ?? 'production',
      name: 'Cabinet',
      redirectUris: [],
      services: [],
      scopes: [],
      clientId: 'client',
      clientSecret: 'secret',
      apigwClientId: '',
      apigwClientSecret: '',
    };
    const store = {
      accounts: () => [...this.accounts.values()],
      account: (id: string) => this.accounts.get(id),
      applications: () => [this.application],
    } as unknown as Store;
    const renewal: Renewal = { renew: (accountId) => this.#renew(accountId), isRenewing: () => false };
    this.renewals = createRenewals({
      store: () => store,
      isReady: () => true,
      profiles: () => realProfiles,
      renewal,
      unsaved: createUnsaved(),
      announce: () => undefined,
      isWatched: () => false,
      chance: () => 0.5,
      now: () => this.now(),
    });
  }

  now(): number {
    return this.time + this.offset;
  }

  /** A sign-in: a pair by the authority's clock, which a JWT tells and an opaque token does not. */
  signIn(id: string): void {
    const { id: profile } = this.#profile;
    const isJwt = this.#profile.tokenForm === 'jwt';
    const from = isJwt ? this.time : this.now();
    const access = isJwt ? 90 * DAY : HOUR;
    const refresh = isJwt ? 365 * DAY : 65 * MINUTE;
    this.accounts.set(id, {
      ...freshAccount,
      id,
      applicationId: 'application',
      certificateId: null,
      redirectUri: 'https://localhost/callback',
      grant: {
        issuedTo: { profile, environment: this.application.environment, clientId: 'client' },
        accessToken: `access ${id} ${this.time}`,
        obtainedAt: from,
        expiresAt: from + access,
        refreshToken: { value: `refresh ${id} ${this.time}`, expiresAt: from + refresh, isCertain: isJwt, ordinal: 1 },
        scopeAsked: [],
        scopeGiven: null,
      },
    });
  }

  async #renew(accountId: string): Promise<void> {
    this.asked.push({ accountId, at: this.time });
    if (this.trouble !== null) {
      this.#tell({ accountId, by: 'program', failure: this.trouble });
      throw new FailureError(this.trouble);
    }
    const before = this.accounts.get(accountId);
    const ordinal = (before?.grant?.refreshToken?.ordinal ?? 0) + 1;
    this.signIn(accountId);
    const after = this.accounts.get(accountId);
    if (after?.grant?.refreshToken) after.grant.refreshToken.ordinal = ordinal;
    this.#tell({ accountId, by: 'program', failure: null });
    return Promise.resolve();
  }

  #tell(outcome: RenewalOutcome): void {
    this.renewals.noteOutcome(outcome);
  }

  /** Lets true time pass with a tick every so often. */
  async pass(ms: number, step = 10 * MINUTE): Promise<void> {
    const end = this.time + ms;
    while (this.time < end) {
      this.time = Math.min(end, this.time + step);
      await this.renewals.tick();
    }
  }

  /** How long programs could not work so far, ms: true time after the access token's true end. */
  lapsed(id: string): boolean {
    return (this.accounts.get(id)?.grant?.expiresAt ?? 0) <= this.time;
  }
}

const zone = process.env['TZ'];
beforeEach(() => {
  // Summer time begins and ends in these 400 days.
  process.env['TZ'] = 'Europe/Bucharest';
});
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('ANAF', () => {
  it('400 days: no account lapses, each is renewed some 76 to 78 days after the last time, not all at once', async () => {
    const world = new World(anaf);
    const ids = Array.from({ length: 20 }, (_, index) => `account-${index}`);
    ids.forEach((id) => world.signIn(id));
    const lapses: string[] = [];
    for (let day = 0; day < 400; day += 1) {
      await world.pass(DAY, HOUR);
      lapses.push(...ids.filter((id) => world.lapsed(id)));
    }
    expect(lapses).toEqual([]);
    for (const id of ids) {
      const times = world.asked.filter(({ accountId }) => accountId === id).map(({ at }) => at);
      expect(times).toHaveLength(5);
      const gaps = times.slice(1).map((at, index) => (at - (times[index] ?? 0)) / DAY);
      for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(75.9);
      for (const gap of gaps) expect(gap).toBeLessThanOrEqual(78.1);
    }
    const first = ids.map((id) => world.asked.find(({ accountId }) => accountId === id)?.at ?? 0);
    expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(DAY);
  });

  it('after a sleep of 40 days renews what fell due meanwhile, at the first tick', async () => {
    const world = new World(anaf);
    world.signIn('a');
    await world.pass(60 * DAY, HOUR);
    expect(world.asked).toEqual([]);
    world.time += 40 * DAY;
    await world.renewals.tick();
    expect(world.asked).toHaveLength(1);
    expect(world.lapsed('a')).toBe(false);
  });

  it('with the clock set back a year asks for nothing in vain, and catches up when it is right again', async () => {
    const world = new World(anaf);
    world.signIn('a');
    world.offset = -365 * DAY;
    await world.pass(85 * DAY, HOUR);
    expect(world.asked).toEqual([]);
    world.offset = 0;
    await world.renewals.tick();
    expect(world.asked).toHaveLength(1);
  });

  it('with the clock ten years ahead deletes nothing and storms nobody, and goes on when it is right again', async () => {
    const world = new World(anaf);
    world.signIn('a');
    const { grant } = world.accounts.get('a') ?? expect.fail();
    world.offset = 3653 * DAY;
    await world.pass(10 * DAY, HOUR);
    // By that clock the refresh token has ended: only a person could help.
    expect(world.asked).toEqual([]);
    expect(world.accounts.get('a')?.grant).toEqual(grant);
    world.offset = 0;
    await world.pass(70 * DAY, HOUR);
    expect(world.asked).toHaveLength(1);
    expect(world.lapsed('a')).toBe(false);
  });

  it('a pause that a clock in the future began does not outlast it', async () => {
    const world = new World(anaf);
    world.signIn('a');
    world.time += 80 * DAY;
    world.offset = 30 * DAY;
    world.trouble = { code: 'authority-unreachable', host: 'anaf', cause: 'no-network', detail: '' };
    await world.renewals.tick();
    expect(world.asked).toHaveLength(1);
    world.trouble = null;
    world.offset = 0;
    await world.renewals.tick();
    expect(world.asked).toHaveLength(2);
  });

  it('without a network tries ever more rarely, one account for all, and catches up when it is back', async () => {
    const world = new World(anaf);
    for (let index = 0; index < 50; index += 1) world.signIn(`account-${index}`);
    world.time += 79 * DAY;
    world.trouble = { code: 'authority-unreachable', host: 'anaf', cause: 'no-network', detail: '' };
    await world.pass(3 * DAY, 2 * MINUTE);
    expect(world.asked.length).toBeGreaterThan(10);
    expect(world.asked.length).toBeLessThan(120);
    const tries = world.asked.map(({ at }) => at);
    expect((tries.at(-1) ?? 0) - (tries.at(-5) ?? 0)).toBeGreaterThan(6 * HOUR);
    world.trouble = null;
    await world.pass(8 * HOUR, 2 * MINUTE);
    expect([...world.accounts.keys()].filter((id) => world.lapsed(id))).toEqual([]);
    const renewed = new Set(world.asked.slice(tries.length).map(({ accountId }) => accountId));
    expect(renewed.size).toBe(50);
  });

  it('one account that its authority refuses keeps no other from being renewed, and is looked at once a day', async () => {
    const world = new World(anaf);
    world.signIn('a');
    world.time += 80 * DAY;
    const refused = { code: 'authority-refused', stage: 'token', status: 400, error: 'invalid_client' } as const;
    world.trouble = { ...refused, description: '', explanation: 'anaf-invalid-client' };
    await world.pass(5 * DAY, 10 * MINUTE);
    expect(world.asked.length).toBeGreaterThanOrEqual(3);
    expect(world.asked.length).toBeLessThanOrEqual(5);
  });

  it('waits as long as the authority asks for', async () => {
    const world = new World(anaf);
    world.signIn('a');
    world.time += 80 * DAY;
    world.trouble = { code: 'authority-busy', stage: 'token', status: 429, retryAfterSeconds: 3 * 3600 };
    await world.renewals.tick();
    await world.pass(2.9 * HOUR, MINUTE);
    expect(world.asked).toHaveLength(1);
    world.trouble = null;
    await world.pass(2 * HOUR, MINUTE);
    expect(world.asked).toHaveLength(2);
  });

  it('tells afterwards what it did while nobody looked, and who needs a person', async () => {
    const world = new World(anaf);
    world.signIn('a');
    world.signIn('b');
    world.time += 80 * DAY;
    await world.renewals.tick();
    expect(world.renewals.view().away).toMatchObject({ renewed: 2, needPerson: [] });
    await world.renewals.calls['away.dismiss']({});
    expect(world.renewals.view().away).toBeNull();
    world.trouble = { code: 'signin-needed', reason: 'answer-lost' };
    world.time += 80 * DAY;
    await world.renewals.tick();
    const { needPerson } = world.renewals.view().away ?? expect.fail();
    expect([...needPerson].sort()).toEqual(['a', 'b']);
  });
});

describe('Skatteverket, personal (S13, S19, S21)', () => {
  it('uses each token for its whole life, renews within the 65 minutes while in use, ten refresh tokens at most', async () => {
    const world = new World(skatteverketPer);
    world.signIn('a');
    for (let minute = 0; minute < 12 * 60; minute += 20) {
      world.renewals.used('a');
      await world.pass(20 * MINUTE, 30 * SECOND);
    }
    expect(world.asked).toHaveLength(9);
    const from = Date.parse('2026-03-01T08:00:00Z');
    let before = from;
    for (const { at } of world.asked) {
      expect(at - before).toBeGreaterThanOrEqual(HOUR);
      expect(at - before).toBeLessThan(65 * MINUTE);
      before = at;
    }
  });

  it('rests when nobody uses it', async () => {
    const world = new World(skatteverketPer);
    world.signIn('a');
    await world.pass(3 * HOUR, 30 * SECOND);
    expect(world.asked).toEqual([]);
    expect(world.accounts.get('a')?.grant).not.toBeNull();
  });
});

describe('when the program may renew', () => {
  const account = (change: Partial<AccountRecord> = {}): AccountRecord => {
    const world = new World(anaf);
    world.signIn('a');
    return { ...(world.accounts.get('a') ?? expect.fail()), ...change };
  };
  const hadBy = (record: AccountRecord) =>
    refreshTokensHad({ accounts: () => [record], findCertificate: () => undefined }, record.grant?.obtainedAt ?? 0);
  const due = (record: AccountRecord, profile = anaf) =>
    renewalDueAt(record, record.grant, profile, null, hadBy(record), record.grant?.obtainedAt ?? 0);

  it('not before 14 days before the end, however the spread falls; sooner for tokens that live shorter', () => {
    const { grant } = account();
    for (let index = 0; index < 200; index += 1) {
      const at = due({ ...account(), id: `account-${index}` }) ?? 0;
      expect(at).toBeGreaterThanOrEqual((grant?.expiresAt ?? 0) - 14 * DAY);
      expect(at).toBeLessThanOrEqual((grant?.expiresAt ?? 0) - 12 * DAY);
    }
    const short = account();
    if (short.grant) short.grant.expiresAt = short.grant.obtainedAt + 10 * MINUTE;
    expect((due(short) ?? 0) - (short.grant?.obtainedAt ?? 0)).toBeGreaterThanOrEqual(7.5 * MINUTE);
    expect((due(short) ?? 0) - (short.grant?.obtainedAt ?? 0)).toBeLessThan(8 * MINUTE);
  });

  it('before the refresh token’s end, should that come first', () => {
    const early = account();
    if (early.grant?.refreshToken) early.grant.refreshToken.expiresAt = early.grant.obtainedAt + 20 * DAY;
    expect((due(early) ?? 0) - (early.grant?.obtainedAt ?? 0)).toBeLessThan(16 * DAY);
  });

  it.each([
    ['moved', { standing: 'moved' as const }],
    ['only looked at', { standing: 'only-looking' as const }],
    ['with another program’s copy', { hasOtherCopy: true }],
    ['that needs a sign-in', { grantEnded: true }],
    ['without tokens', { grant: null }],
  ])('never an account %s', (_name, change) => {
    expect(due(account(change))).toBeNull();
  });

  it('at once where an answer was lost; lost again, once a day', () => {
    expect(due(account({ refreshSent: { at: 77, tries: 1 } }))).toBe(77);
    expect(due(account({ refreshSent: { at: 77, tries: 2 } }))).toBe(77 + DAY);
  });

  it.each([2, 88, 100, 300])('before its end, though the clock was %i days ahead when it came', (days) => {
    const record = account();
    const { grant } = record;
    if (grant === null) return expect.fail();
    const from = grant.obtainedAt;
    const claims = Buffer.from(JSON.stringify({ iat: from / 1000, exp: grant.expiresAt / 1000 })).toString('base64url');
    grant.accessToken = `${Buffer.from('{"alg":"RS512"}').toString('base64url')}.${claims}.AAAA`;
    grant.obtainedAt = from + days * DAY;
    expect(due(record) ?? 0).toBeLessThan(grant.expiresAt - 0.4 * DAY);
    expect(due(record) ?? 0).toBeGreaterThan(from + 60 * DAY);
    return undefined;
  });
});
