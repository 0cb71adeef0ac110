import { describe, expect, it } from 'vitest';
import type { AttemptView } from '../../electron/contract/snapshot.ts';
import { attemptOf, type AttemptOwner } from '../../renderer/features/sign-in/attempt-of.ts';

const nothing: ReadonlySet<string> = new Set();

function attempt(id: string, part: Partial<AttemptView> = {}): AttemptView {
  return {
    id,
    applicationId: 'app',
    accountId: null,
    certificateId: null,
    route: 'browser',
    redirectUri: 'https://localhost/callback',
    arrival: 'pasted',
    status: 'waiting',
    startedAt: 1,
    deadline: 600_001,
    ...part,
  };
}

const found = (attempts: readonly AttemptView[], owner: Partial<AttemptOwner>, before = nothing) =>
  attemptOf(
    Object.fromEntries(attempts.map((one) => [one.id, one])),
    { applicationId: 'app', accountId: null, certificateId: null, ...owner },
    before,
  )?.id;

describe('the attempt of a sign-in', () => {
  it('is not one under the same application that was under way before, of whatever account', () => {
    const ana = attempt('ana', { accountId: 'ana' });
    const stranger = attempt('stranger');
    const before = new Set(['ana', 'stranger']);
    expect(found([ana, stranger], {}, before)).toBeUndefined();
    expect(found([ana, stranger, attempt('own', { startedAt: 2 })], {}, before)).toBe('own');
    expect(found([ana, stranger, attempt('bo', { accountId: 'bo', startedAt: 2 })], { accountId: 'bo' }, before)).toBe(
      'bo',
    );
  });

  it('is its own whatever the clock says: it may have been set back', () => {
    const before = new Set(['earlier']);
    expect(found([attempt('earlier', { startedAt: 9 }), attempt('own', { startedAt: 1 })], {}, before)).toBe('own');
  });

  it('is none of another account or application, nor one that another certificate was to sign in', () => {
    expect(found([attempt('ana', { accountId: 'ana' })], { accountId: 'bo' })).toBeUndefined();
    expect(found([attempt('ana', { accountId: 'ana' })], {})).toBeUndefined();
    expect(found([attempt('other', { applicationId: 'other' })], {})).toBeUndefined();
    expect(found([attempt('other', { certificateId: 'ana' })], { certificateId: 'bo' })).toBeUndefined();
  });

  it('is found for an account that has no tokens yet, which its attempt does not name', () => {
    const own = attempt('own', { certificateId: 'bo' });
    expect(found([own], { accountId: 'bo', certificateId: 'bo' })).toBe('own');
  });

  it('is found where none was named and main took the account there is (S13)', () => {
    const same = attempt('same', { accountId: 'bo', certificateId: 'bo', route: 'direct' });
    expect(found([same], { certificateId: 'bo' })).toBe('same');
    const keys = attempt('keys', { accountId: 'bo', route: 'client-credentials' });
    expect(found([keys], {})).toBe('keys');
  });

  it('names the account, if any does, and is the newest', () => {
    const [old, recent] = [attempt('old', { accountId: 'bo' }), attempt('new', { accountId: 'bo', startedAt: 2 })];
    const unnamed = attempt('unnamed', { startedAt: 3 });
    expect(found([old, recent, unnamed], { accountId: 'bo' })).toBe('new');
    // With another certificate than before.
    expect(found([old], { accountId: 'bo', certificateId: 'another' })).toBe('old');
  });
});
