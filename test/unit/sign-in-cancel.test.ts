import type * as React from 'react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { createFetches } from '../../renderer/features/sign-in/fetches.ts';
import { useSignIn, type SignInRequest, type SignInRun } from '../../renderer/features/sign-in/use-sign-in.ts';
import { createFormats } from '../../renderer/i18n/formats.ts';
import { createSentences } from '../../renderer/i18n/setup.ts';
import { SentencesContext } from '../../renderer/i18n/use-translation.ts';
import { DeskContext, type Desk } from '../../renderer/state/context.ts';

const request: SignInRequest = {
  applicationId: 'app',
  certificateId: null,
  accountId: 'bo',
  redirectUri: null,
  route: 'device-window',
};

// Drawn once, in the middle of Bo's sign-in: Ana's was under way when it began.
vi.mock('react', async (original) => {
  const react = await original<typeof React>();
  return {
    ...react,
    useSyncExternalStore: <T>(_subscribe: unknown, read: () => T): T => read(),
    useState: (first: unknown) => [first ?? { kind: 'running', request, before: new Set(['ana']) }, () => undefined],
  };
});

/** What main is asked when the dialog is closed with these attempts under way. */
function askedWith(attempts: Readonly<Record<string, unknown>>): readonly unknown[] {
  const asked: unknown[] = [];
  const bridge = {
    call: (...call: readonly unknown[]) => Promise.resolve(void asked.push(call)),
    onChanges: () => () => undefined,
  } as unknown as Desk['bridge'];
  const projection = {
    get: () => ({ accounts: {}, attempts }),
    subscribe: () => () => undefined,
  } as unknown as Desk['projection'];
  const value: Desk = {
    bridge,
    projection,
    clock: { now: () => 0, subscribe: () => () => undefined },
    formats: createFormats('en', 'UTC'),
    fetches: createFetches(bridge, projection),
  };
  let run: SignInRun | null = null;
  function Dialog() {
    run = useSignIn(() => undefined);
    return run.attempt?.id ?? 'none';
  }
  const atDesk = createElement(DeskContext, { value }, createElement(Dialog));
  const inWords = createElement(SentencesContext, { value: createSentences('en', {}) }, atDesk);
  const shown = renderToStaticMarkup(inWords);
  (run as SignInRun | null)?.cancel();
  return [shown, ...asked];
}

const under = { applicationId: 'app', certificateId: null, route: 'browser', status: 'waiting' };
const ana = { ...under, id: 'ana', accountId: 'ana', startedAt: 1 };
const bo = { ...under, id: 'own', accountId: 'bo', route: 'device-window', startedAt: 2 };

test('closing the dialog ends its own sign-in, not another under the same application', () => {
  expect(askedWith({ ana, bo })).toEqual(['own', ['attempts.cancel', { attemptId: 'own' }]]);
});

test('what was under way before stays so, though main has not begun the dialog’s own', () => {
  expect(askedWith({ ana })).toEqual(['none']);
  expect(askedWith({ ana: { ...ana, accountId: null } })).toEqual(['none']);
});
