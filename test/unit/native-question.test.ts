import { expect, test } from 'vitest';
import { handOverCalls } from '../../electron/contract/hand-over-calls.ts';
import { createAsking, type QuestionBox } from '../../electron/desktop/native-question.ts';
import { en } from '../../electron/desktop/words/en.ts';

/** Dialogs that stand there until the test answers them. */
function setting() {
  const shown: Array<{ box: QuestionBox; answer: (yes: boolean) => void }> = [];
  const lock = { isOn: false };
  const asking = createAsking({
    isLocked: () => lock.isOn,
    words: () => en,
    show: (box) => new Promise((answer) => shown.push({ box, answer })),
  });
  return { asking, shown, lock };
}

const question = { about: 'copy', holder: 'Ana Pop', recipientName: 'SAGA' } as const;

test('a yes is a yes, and the question names who and for whom', async () => {
  const { asking, shown } = setting();
  const asked = asking.confirm(question);
  expect(shown[0]?.box.message).toBe('Copy the access token of “Ana Pop” for “SAGA”?');
  shown[0]?.answer(true);
  expect(await asked).toBe(true);
});

test('a second question, and a file dialog, are declined while one stands there', async () => {
  const { asking, shown } = setting();
  const first = asking.confirm(question);
  expect(await asking.confirm({ about: 'set-recovery' })).toBe(false);
  expect(await asking.choose(() => Promise.resolve('/home/ana/x'))).toBeNull();
  expect(shown).toHaveLength(1);
  shown[0]?.answer(true);
  expect(await first).toBe(true);
  expect(await asking.choose(() => Promise.resolve('/home/ana/x'))).toBe('/home/ana/x');
});

test('what is answered after the window was locked counts as no', async () => {
  const { asking, shown, lock } = setting();
  const first = asking.confirm(question);
  lock.isOn = true;
  shown[0]?.answer(true);
  expect(await first).toBe(false);
  expect(await asking.confirm(question)).toBe(false);
  expect(shown).toHaveLength(1);
  lock.isOn = false;
  const path = asking.choose(() => {
    lock.isOn = true;
    return Promise.resolve('/home/ana/x');
  });
  expect(await path).toBeNull();
});

test('a name gives the question no lines, directions or invisible characters', async () => {
  const { asking, shown } = setting();
  const asked = asking.confirm({ ...question, holder: 'Ana\n\n\u202EPop\u2028\u0000{recipient}' });
  expect(shown[0]?.box.message).toBe('Copy the access token of “Ana Pop {recipient}” for “SAGA”?');
  shown[0]?.answer(false);
  expect(await asked).toBe(false);
});

test('a request is asked about with its method, place and holder', async () => {
  const { asking, shown } = setting();
  const asked = asking.confirm({ about: 'request', method: 'POST', place: 'api.anaf.ro/prod/x', holder: 'Ana Pop' });
  expect(shown[0]?.box.message).toContain('POST');
  expect(shown[0]?.box.message).toContain('Ana Pop');
  expect(shown[0]?.box.detail).toContain('api.anaf.ro/prod/x');
  shown[0]?.answer(false);
  expect(await asked).toBe(false);
});

test('the end of tokens is asked about with what it is called and what is lost', async () => {
  const { asking, shown } = setting();
  const boxOf = async (question: Parameters<typeof asking.confirm>[0]): Promise<QuestionBox | undefined> => {
    const asked = asking.confirm(question);
    const last = shown.at(-1);
    last?.answer(false);
    expect(await asked).toBe(false);
    return last?.box;
  };
  const revoke = await boxOf({ about: 'revoke', account: 'Dante SA + 2', place: 'logincert.anaf.ro' });
  expect(revoke?.message).toBe('Ask logincert.anaf.ro to revoke the tokens of “Dante SA + 2”?');

  const remove = await boxOf({ about: 'remove-account', account: 'Ana\nPop', lost: 'renewable' });
  expect(remove?.message).toBe('Remove “Ana Pop” from this computer?');
  expect(remove?.detail).toContain('Only a new sign-in brings tokens back.');
  expect((await boxOf({ about: 'remove-account', account: 'x', lost: 'nothing' }))?.detail).toContain(
    'No token is lost',
  );

  const names = Array.from({ length: 10 }, (_, number) => `Firma ${number}`);
  const question = { about: 'remove-application', application: 'Contabil', lost: 'access-token' } as const;
  const one = await boxOf({ ...question, accounts: names.slice(0, 1) });
  expect(one?.message).toBe('Remove the application “Contabil” and its account?');
  expect(one?.detail).toContain('this account: “Firma 0”. Access tokens');
  const many = await boxOf({ ...question, accounts: names });
  expect(many?.message).toBe('Remove the application “Contabil” and the 10 accounts under it?');
  expect(many?.detail).toContain('“Firma 7” and 2 more. Access tokens');
});

test('a move is asked about with how many go, where to, and whether keys go too', async () => {
  const { asking, shown } = setting();
  const asked = asking.confirm({ about: 'move', accounts: 3, withKeys: true, fileName: 'a\u202Eb.taxpass' });
  expect(shown[0]?.box.message).toBe('Move 3 accounts into the file “a b.taxpass”?');
  expect(shown[0]?.box.detail).toMatch(
    /^Refresh tokens and client secrets go into it, and their certificates with the private keys/,
  );
  shown[0]?.answer(true);
  expect(await asked).toBe(true);
});

test.each(['handOver.copy', 'handOver.toFile'] as const)('%s takes a program’s name on one plain line', (call) => {
  const takes = (recipientName: string): boolean =>
    handOverCalls[call].input.safeParse({ accountId: 'a', recipientName }).success;
  for (const name of ['SAGA', 'Bolagets fakturaprogram 2', 'Ciel „Contabilitate” – Ștefan'])
    expect(takes(name)).toBe(true);
  for (const name of ['a\nb', 'a\u202Eb', 'a\u2028b', 'a\u0000b', 'a\u200Bb', '']) expect(takes(name)).toBe(false);
});
