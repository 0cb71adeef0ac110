import { beforeEach, expect, it } from 'vitest';
import { createDeviceQuestions, type DeviceQuestions } from '../../electron/accounts/device-questions.ts';
import type { DeviceCertificateView } from '../../electron/contract/device-question.ts';
import { FailureError } from '../../electron/contract/failure.ts';
import type { Change } from '../../electron/contract/snapshot.ts';

const certificate = (fingerprint: string, unfit: DeviceCertificateView['unfit'] = null): DeviceCertificateView => ({
  fingerprint,
  holder: 'POPESCU ANA',
  issuer: 'certSIGN',
  serialNumber: '34',
  notBefore: 0,
  notAfter: 1,
  unfit,
});
const certificates = [certificate('aa'), certificate('bb', 'expired')];
const pin = { tokenName: 'RO-TOKEN', wrong: 0, triesLeft: 3 };

let changes: Change[];
let questions: DeviceQuestions;
let abort: AbortController;
beforeEach(() => {
  changes = [];
  questions = createDeviceQuestions((more) => void changes.push(...more));
  abort = new AbortController();
});

const askCertificate = (attemptId = 'attempt') =>
  questions.askCertificate(attemptId, { host: 'anaf.ro', certificates, last: null }, abort.signal);
const askPin = () => questions.askPin('attempt', pin, abort.signal);
const codeOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : error;
  }
};
const choose = (fingerprint: string | null, attemptId = 'attempt') =>
  codeOf(() => questions.calls['device.choose']({ attemptId, fingerprint }));
const enterPin = (typed: string | null) =>
  codeOf(() => questions.calls['device.enterPin']({ attemptId: 'attempt', pin: typed }));

it('a question is open until it is answered, and the window hears of both', async () => {
  const answer = askCertificate();
  const view = { kind: 'certificate', attemptId: 'attempt', host: 'anaf.ro', certificates, last: null };
  expect(questions.views()).toEqual([view]);
  expect(choose('aa')).toEqual({});
  expect(await answer).toBe('aa');
  expect(questions.views()).toEqual([]);
  expect(changes).toEqual([
    { kind: 'device-questions', id: 'attempt', value: view },
    { kind: 'device-questions', id: 'attempt', value: null },
  ]);
});

it('neither what was not offered nor what cannot serve can be chosen', async () => {
  const answer = askCertificate();
  expect(choose('cc')).toBe('not-found');
  expect(choose('bb')).toBe('not-found');
  expect(questions.views()).toHaveLength(1);
  choose(null);
  expect(await answer).toBeNull();
});

it('an answer goes to its own attempt and its own kind of question', async () => {
  const [ana, ion] = [askCertificate('ana'), askCertificate('ion')];
  expect(choose('aa')).toBe('not-found');
  expect(enterPin('1234')).toBe('not-found');
  choose('aa', 'ion');
  expect(await ion).toBe('aa');
  expect(questions.views().map(({ attemptId }) => attemptId)).toEqual(['ana']);
  choose(null, 'ana');
  await ana;
  expect(choose('aa', 'ana')).toBe('not-found');
});

it('a PIN passes through and is told to nobody', async () => {
  const answer = askPin();
  expect(choose('aa')).toBe('not-found');
  enterPin('31415');
  expect(await answer).toBe('31415');
  expect(JSON.stringify([changes, questions.views()])).not.toContain('31415');
});

it('a token that is not meant is passed over, and the sign-in goes on', async () => {
  const skip = () => codeOf(() => questions.calls['device.skipToken']({ attemptId: 'attempt' }));
  expect(skip()).toBe('not-found');
  const answer = askPin();
  skip();
  expect(await answer).toBe('');
  expect(questions.views()).toEqual([]);
  void askCertificate().catch(() => undefined);
  expect(skip()).toBe('not-found');
});

it('what ends the attempt ends its question', async () => {
  const answer = askPin();
  abort.abort(new FailureError({ code: 'signin-timed-out', seconds: 60 }));
  await expect(answer).rejects.toThrow('signin-timed-out');
  expect(questions.views()).toEqual([]);
  expect(enterPin('1234')).toBe('not-found');
  // An attempt that is over asks nothing more.
  await expect(askCertificate()).rejects.toThrow('signin-timed-out');
  expect(questions.views()).toEqual([]);
});
