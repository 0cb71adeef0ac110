import type * as React from 'react';
import { createElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Failure } from '../../electron/contract/failure.ts';
import { failureDetails } from '../../renderer/state/failure-details.ts';
import { FailureNote } from '../../renderer/ui/failure-note.tsx';
import { markupOf } from './drawing.ts';

vi.mock('react', async (original) => ({
  ...(await original<typeof React>()),
  useSyncExternalStore: <T>(_subscribe: unknown, read: () => T): T => read(),
}));

/** Made up, with right check digits. */
const CNP = '1850101221145';
const PERSONNUMMER = '850709-9805';

function refusedBecause(description: string): Failure {
  return {
    code: 'authority-refused',
    stage: 'token',
    status: 400,
    error: 'invalid_grant',
    description,
    explanation: null,
  };
}

const read = (failure: Failure): unknown => JSON.parse(failureDetails(failure));

describe('the details of a failure', () => {
  it.each([
    [`utilizatorul cu CNP ${CNP} nu are drepturi`, 'utilizatorul cu CNP 18•••••••••45 nu are drepturi'],
    [`${PERSONNUMMER} saknar behörighet`, '85••••-••05 saknar behörighet'],
    [`19${PERSONNUMMER} saknar behörighet`, '19••••••-••05 saknar behörighet'],
    ['198507099805 saknar behörighet', '19••••••••05 saknar behörighet'],
    ['8507099805 saknar behörighet', '85••••••05 saknar behörighet'],
    [`"cnp":"${CNP}"\n`, '"cnp":"18•••••••••45"\n'],
  ])('hold no personal number: %j', (description, shown) => {
    expect(read(refusedBecause(description))).toEqual(refusedBecause(shown));
  });

  it('leave the numbers of companies, times and codes as they are', () => {
    const failure = refusedBecause('RO14399840, 556012-5790, 2026-11-22T09:33:26, Index 1700000000000');
    expect(read(failure)).toEqual(failure);
    const ended = { code: 'certificate-expired', notAfter: Number(CNP) } as const;
    expect(read(ended)).toEqual(ended);
  });

  it('name nobody whose certificate is in the file, and still tell the certificates apart', () => {
    const identities = [
      { fingerprint: 'ab12', subject: 'POPESCU ANA', notAfter: 1_800_000_000_000 },
      { fingerprint: 'cd34', subject: `PNORO-${CNP}`, notAfter: 1_800_000_000_000 },
    ];
    expect(read({ code: 'p12-several-identities', identities })).toEqual({
      code: 'p12-several-identities',
      identities: identities.map((identity) => ({ ...identity, subject: '•••' })),
    });
  });

  it('mask a number in whatever text it stands, also one within a list', () => {
    const failures: readonly Failure[] = [
      { code: 'signin-insecure-redirect', location: `http://a.example/${CNP}` },
      { code: 'in-use', what: 'certificate', accounts: ['one', CNP] },
      { code: 'callback-malformed', problem: CNP },
    ];
    for (const failure of failures) {
      expect(failureDetails(failure)).not.toContain(CNP);
      expect(Failure.parse(read(failure)).code).toBe(failure.code);
    }
  });

  it('are what the note of a failure shows, to be copied', () => {
    const fields = { subject: 'POPESCU ANA', fingerprint: 'ab12', notAfter: 0 };
    const failure: Failure = { code: 'p12-several-identities', identities: [fields] };
    const html = markupOf(createElement(FailureNote, { failure }));
    const shown = /<textarea[^>]*>([^<]*)</.exec(html)?.[1]?.replaceAll('&quot;', '"');
    expect(shown).toBe(failureDetails(failure));
    expect(html).not.toContain('POPESCU');
  });
});
