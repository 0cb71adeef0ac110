import type * as React from 'react';
import { createElement } from 'react';
import { expect, test, vi } from 'vitest';
import type { AttemptView, Snapshot } from '../../electron/contract/snapshot.ts';
import { WaitingSignIns } from '../../renderer/features/sign-in/waiting-sign-ins.tsx';
import { anafProfile, applicationView } from '../fixtures/renderer-views.ts';
import { markupOf, DRAWN_AT } from './drawing.ts';

vi.mock('react', async (original) => ({
  ...(await original<typeof React>()),
  useSyncExternalStore: <T>(_subscribe: unknown, read: () => T): T => read(),
}));

const attempt: AttemptView = {
  id: 'attempt',
  applicationId: 'app',
  accountId: null,
  certificateId: null,
  route: 'device-window',
  redirectUri: 'https://localhost/callback',
  arrival: 'caught',
  status: 'waiting',
  startedAt: DRAWN_AT - 60_000,
  deadline: DRAWN_AT + 540_000,
};
const question = { kind: 'pin', attemptId: 'attempt', tokenName: 'RO-TOKEN', wrong: 0, triesLeft: 3 } as const;
const applications = { app: applicationView(anafProfile, { id: 'app', name: 'Contabil' }) };

const drawn = (part: Partial<Snapshot>) =>
  markupOf(createElement(WaitingSignIns, { openedAt: DRAWN_AT }), {
    applications,
    attempts: { attempt },
    deviceQuestions: { attempt: question },
    ...part,
  });

test('a question from before this window was there is told of, and takes no focus until somebody answers it', () => {
  const markup = drawn({});
  expect(markup).toContain('A sign-in at ANAF with “Contabil” waits for an answer.');
  expect(markup).toContain('Answer…');
  expect(markup).toContain('Cancel sign-in');
  expect(markup).not.toContain('<input');
});

test('nothing is said while nothing is asked, nor of a sign-in that its own dialog shows', () => {
  expect(drawn({ deviceQuestions: {} })).not.toContain('sign-in');
  expect(drawn({ attempts: { attempt: { ...attempt, startedAt: DRAWN_AT } } })).not.toContain('sign-in');
});
