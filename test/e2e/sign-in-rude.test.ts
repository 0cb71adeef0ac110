import { expect } from 'playwright/test';
import { beginSignIn, test } from '../fixtures/sign-in-window-test.ts';
import { RUDE_ARRIVAL, rudeKinds, startRudeAuthority, type RudeAuthority } from '../soak/rude-authority.ts';
import { rudeHarm } from '../soak/rude-trial.ts';

let rude: RudeAuthority;

test.beforeAll(async () => {
  rude = await startRudeAuthority();
});
test.afterAll(() => rude.close());

test('a rude authority: each way ends by a name of its own, in time, and nothing goes where it may not', async ({
  world,
}) => {
  const state = 'state-that-nobody-else-may-see';
  const end = async (address: string, withinMs: number) => {
    const running = await beginSignIn(world, '', {
      start: `${address}?state=${state}`,
      arrivalUri: RUDE_ARRIVAL,
      origins: rude.signInOrigins,
      certificateOrigins: [rude.login],
      clientCertificate: rude.clientCertificate,
      trustedCa: rude.caPem,
    });
    const late = setTimeout(() => void running.abort('signin-timed-out'), withinMs);
    const ended = (await running.end()) as { readonly failure?: { readonly code?: string } };
    clearTimeout(late);
    return ended;
  };
  const kinds = rudeKinds.filter(({ windowCodes }) => windowCodes !== null);
  const isSlow = ({ withinMs }: (typeof kinds)[number]): boolean => withinMs > 10_000;
  const check = async (kind: (typeof kinds)[number]): Promise<void> => {
    const ended = await end(kind.start(rude), kind.withinMs);
    expect
      .soft(kind.windowCodes ?? kind.codes, `${kind.name}: ${JSON.stringify(ended)}`)
      .toContain(ended.failure?.code);
    expect.soft(JSON.stringify(ended), kind.name).not.toContain(state);
  };
  // Those that are waited for wait together, while the quick ones come and go.
  const waiting = Promise.all(kinds.filter(isSlow).map(check));
  for (const kind of kinds.filter((each) => !isSlow(each))) await check(kind);
  await waiting;
  expect(rudeHarm(rude)).toEqual([]);
  expect(kinds.length).toBeGreaterThanOrEqual(12);
  expect(await end(`${rude.login}/good`, 10_000)).toEqual({ callback: `${RUDE_ARRIVAL}?code=good&state=${state}` });
});
