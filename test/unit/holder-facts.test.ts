import { describe, expect, it, test } from 'vitest';
import type { AccountView, RecipientView, Snapshot } from '../../electron/contract/snapshot.ts';
import { checklistsOf, type Day, type Step } from '../../renderer/features/holders/checklists.ts';
import {
  endingsOf,
  holderFacts,
  unknownSerials,
  type HolderKey,
} from '../../renderer/features/holders/holder-facts.ts';
import { mergeCompanies } from '../../renderer/features/companies/merge-companies.ts';
import {
  accessToken,
  accountView,
  anafProfile,
  applicationView,
  certificateView,
  orgProfile,
} from '../fixtures/renderer-views.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 8);

const ana = certificateView({
  id: 'ana',
  holder: 'POPESCU ANA',
  serialNumber: '34:00:0A',
  notAfter: NOW + 20 * DAY_MS,
});
const anaRenewed = certificateView({
  id: 'ana-2',
  holder: 'Popescu Ana',
  serialNumber: '35:01',
  notAfter: NOW + 400 * DAY_MS,
});
const maria = certificateView({
  id: 'maria',
  holder: 'IONESCU MARIA',
  serialNumber: '77',
  notAfter: NOW + 90 * DAY_MS,
});
const one = applicationView(anafProfile, { id: 'one', name: 'Facturare' });
const two = applicationView(anafProfile, { id: 'two', name: 'Transport' });
const org = applicationView(orgProfile, { id: 'org', name: 'Moms' });
const token = accessToken(NOW - DAY_MS, NOW + 80 * DAY_MS);
const alfa = { number: '14399840', name: 'Alfa' };
const beta = { number: '1590082', name: '' };

function recipient(name: string, part: Partial<RecipientView> = {}): RecipientView {
  const copy = { handedAt: NOW, copyExpiresAt: NOW + 5 * DAY_MS, isCurrent: true };
  return { id: name, name, way: 'clipboard', path: null, ...copy, ...part };
}

const account = (id: string, part: Partial<AccountView>) =>
  accountView({ id, applicationId: 'one', certificateId: 'ana', accessToken: token, ...part });

function snapshot(
  accounts: readonly AccountView[],
  certificates = [ana, maria],
  applications = [one, two, org],
): Snapshot {
  const byId = <T extends { id: string }>(values: readonly T[]) =>
    Object.fromEntries(values.map((value) => [value.id, value]));
  // Only what these functions read.
  return {
    profiles: [anafProfile, orgProfile],
    certificates: byId(certificates),
    applications: byId(applications),
    accounts: byId(accounts),
  } as unknown as Snapshot;
}

const anaKey: HolderKey = { by: 'certificate', id: 'ana' };

function facts(whole: Snapshot, key = anaKey) {
  const holder = holderFacts(whole, key);
  if (holder === null) throw new Error('no holder');
  return holder;
}

/** The steps of a day at the only authority, by what is judged. */
function steps(whole: Snapshot, day: Day, key = anaKey): Record<string, Step> {
  const [checklist, ...others] = checklistsOf(whole, facts(whole, key), day);
  expect(others).toEqual([]);
  return Object.fromEntries((checklist?.steps ?? []).map((step) => [step.name, step]));
}

describe('what hangs on a certificate', () => {
  const whole = snapshot([
    account('a', { companies: [alfa, beta], recipients: [recipient('SAGA')] }),
    account('b', { applicationId: 'two', companies: [{ ...beta, name: 'Beta' }] }),
    account('taken-over', { certificateId: null, certificateSerial: '34000a', recipients: [recipient('Nexus')] }),
    account('hers', { certificateId: 'maria' }),
    account('unknown', { certificateId: null, certificateSerial: '00:ab:cd' }),
    account('signed in anew', { certificateId: 'maria', certificateSerial: '34000a' }),
  ]);

  it('is her accounts, those taken over with her serial number, their companies once, their recipients', () => {
    const holder = facts(whole);
    expect(holder.accounts.map(({ account: { id } }) => id)).toEqual(['a', 'b', 'taken-over']);
    expect(holder.companies).toEqual([alfa, { ...beta, name: 'Beta' }]);
    expect(holder.copies.map((copy) => [copy.account.id, copy.recipient.name])).toEqual([
      ['a', 'SAGA'],
      ['taken-over', 'Nexus'],
    ]);
  });

  it('can be asked for by serial number where the certificate is not here, and only there', () => {
    expect(unknownSerials(whole)).toEqual(['00:AB:CD']);
    const holder = facts(whole, { by: 'serial', serial: 'abcd' });
    expect(holder.certificate).toBeUndefined();
    expect(holder.accounts.map(({ account: { id } }) => id)).toEqual(['unknown']);
    expect(holderFacts(whole, { by: 'certificate', id: 'gone' })).toBeNull();
  });
});

test('what stops is told in order, without what has stopped already or never will', () => {
  const refreshToken = { expiresAt: NOW + 300 * DAY_MS, isCertain: true };
  const holder = facts(
    snapshot([
      account('a', {
        refreshToken,
        recipients: [recipient('SAGA'), recipient('Old', { copyExpiresAt: NOW - 1 })],
      }),
      account('b', {
        accessToken: accessToken(0, NOW),
        refreshToken,
        lastFailure: { at: NOW, failure: { code: 'signin-needed', reason: 'refused' } },
      }),
    ]),
  );
  expect(endingsOf(holder, NOW).map(({ what, at }) => [what, (at - NOW) / DAY_MS])).toEqual([
    ['copy', 5],
    ['certificate', 20],
    ['programs', 80],
    ['renewal', 300],
  ]);
});

describe('the day she leaves', () => {
  const hers = [
    account('a', { companies: [alfa, beta], recipients: [recipient('SAGA'), recipient('Nexus')] }),
    account('b', { applicationId: 'two' }),
  ];

  it('is not done by an account that is good for nothing: ended at the authority, or renewed elsewhere', () => {
    const marias = account('m', { certificateId: 'maria', companies: [alfa, beta] });
    expect(steps(snapshot([...hers, marias]), 'leaving')['signIn']?.state).toBe('done');
    // One of other companies may be anybody's.
    const anybodys = { ...marias, companies: [{ number: '8000000026', name: 'Gama' }] };
    expect(steps(snapshot([...hers, anybodys]), 'leaving')['signIn']).toMatchObject({
      state: 'unseen',
      found: [{ facts: { account: { id: 'm' } } }],
    });
    for (const part of [{ needsSignIn: true }, { standing: 'moved' }, { accessToken: null }] as const) {
      const list = steps(snapshot([...hers, { ...marias, ...part }]), 'leaving');
      expect(list['signIn']).toMatchObject({ state: 'open', found: [] });
      expect(list['companies']).toMatchObject({ state: 'open', progress: { done: 0, of: 2 } });
    }
  });

  it('has everything left to do where nobody else has signed in', () => {
    const list = steps(snapshot(hers), 'leaving');
    expect(list['signIn']).toMatchObject({ state: 'open', found: [] });
    expect(list['companies']).toMatchObject({ state: 'open', progress: { done: 0, of: 2 } });
    expect(list['recipients']).toMatchObject({ state: 'open', progress: { done: 0, of: 2 } });
    expect(list['end']).toMatchObject({ state: 'unseen', left: [] });
    expect(list['removeAccounts']?.left).toHaveLength(2);
    expect(list['enrol']?.state).toBe('unseen');
  });

  it('counts what another person’s account took over, and warns of what would end with the application (R2)', () => {
    const marias = account('m', {
      certificateId: 'maria',
      holder: 'IONESCU MARIA',
      companies: [{ ...alfa, name: 'another spelling' }],
      recipients: [recipient('saga '), recipient('Nexus', { isCurrent: false })],
    });
    const list = steps(snapshot([...hers, marias]), 'leaving');
    expect(list['signIn']).toMatchObject({ state: 'done', found: [{ facts: { account: { id: 'm' } } }] });
    expect(list['companies']).toMatchObject({ progress: { done: 1, of: 2 }, left: [{ company: beta }] });
    expect(list['recipients']).toMatchObject({
      progress: { done: 1, of: 2 },
      left: [{ copy: { recipient: { name: 'Nexus' } } }],
    });
    expect(list['end']?.left).toMatchObject([{ facts: { account: { id: 'm' } } }]);
    const apart = steps(
      snapshot([...hers, { ...marias, applicationId: 'three' }], undefined, [
        ...[one, two, org],
        applicationView(anafProfile, { id: 'three' }),
      ]),
      'leaving',
    );
    expect(apart['end']?.left).toEqual([]);
  });

  it('takes an account without a token, or at another authority, for no successor', () => {
    const idle = account('m', { certificateId: 'maria', accessToken: null, companies: [alfa] });
    const elsewhere = account('o', { certificateId: 'maria', applicationId: 'org', companies: [alfa] });
    const list = steps(snapshot([...hers, idle, elsewhere]), 'leaving');
    expect(list['signIn']?.state).toBe('open');
    expect(list['companies']?.progress).toEqual({ done: 0, of: 2 });
  });

  it('says nothing of companies where none are entered, and has nothing to do with recipients where there are none', () => {
    const list = steps(snapshot([account('a', {})]), 'leaving');
    expect(list['companies']).toMatchObject({ state: 'unseen', progress: null });
    expect(list['recipients']).toMatchObject({ state: 'nothing', progress: null });
  });
});

describe('the day her certificate is renewed', () => {
  it('counts the applications where she has signed in with the renewed one', () => {
    const accounts = [
      account('a', {}),
      account('b', { applicationId: 'two' }),
      account('a-2', { certificateId: 'ana-2' }),
      account('m', { applicationId: 'two', certificateId: 'maria' }),
    ];
    const list = steps(snapshot(accounts, [ana, anaRenewed, maria]), 'renewal');
    expect(list['import']).toMatchObject({ state: 'done', found: [{ certificate: { id: 'ana-2' } }] });
    expect(list['signIn']).toMatchObject({
      state: 'open',
      progress: { done: 1, of: 2 },
      left: [{ application: { id: 'two' } }],
    });
    expect(list['removeCertificate']?.left).toHaveLength(2);
    // The same account signed in again no longer hangs on the old one, and still counts.
    const moved = snapshot(
      [account('a', { certificateId: 'ana-2' }), account('b', { applicationId: 'two' })],
      [ana, anaRenewed],
    );
    expect(steps(moved, 'renewal')['signIn']?.progress).toEqual({ done: 1, of: 2 });
  });

  it('finds no renewed certificate in an older one or in another person’s', () => {
    const older = { ...anaRenewed, notAfter: NOW };
    const list = steps(snapshot([account('a', {})], [ana, older, maria]), 'renewal');
    expect(list['import']).toMatchObject({ state: 'open', found: [] });
  });

  it('claims nothing where the certificate is not here', () => {
    const list = steps(snapshot([account('t', { certificateId: null, certificateSerial: 'ABCD' })]), 'renewal', {
      by: 'serial',
      serial: 'ABCD',
    });
    expect(list['import']?.state).toBe('unseen');
    expect(list['signIn']).toMatchObject({ state: 'unseen', left: [{ application: { id: 'one' } }] });
    expect(list['removeCertificate']?.state).toBe('nothing');
  });

  it('has a list for each authority', () => {
    const whole = snapshot([account('a', {}), account('o', { applicationId: 'org' })]);
    const lists = checklistsOf(whole, facts(whole), 'renewal');
    expect(lists.map(({ authority }) => authority)).toEqual(['anaf', 'skatteverket']);
    expect(lists[1]?.steps.map(({ name }) => name)).toContain('boundKeys');
  });
});

test('companies that were read join those there are; a name is only ever gained', () => {
  expect(
    mergeCompanies(
      [alfa, beta],
      [
        { ...alfa, name: 'Other' },
        { ...beta, name: 'Beta' },
        { number: '19', name: '' },
      ],
    ),
  ).toEqual([alfa, { ...beta, name: 'Beta' }, { number: '19', name: '' }]);
});
