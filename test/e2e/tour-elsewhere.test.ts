import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'playwright/test';
import { startPractice } from '../fixtures/practice.ts';

// The servers of the file are a practice process the app knows nothing of: only the addresses in the file lead there.
test('npm run tour goes to the servers an --authorities file names, and to no others', async () => {
  test.setTimeout(240_000);
  const practice = await startPractice();
  const folder = await mkdtemp(join(tmpdir(), 'taxpass-elsewhere-'));
  try {
    const post = await practice.control.post();
    const { anaf, 'skatteverket-org': org, 'skatteverket-per': per } = practice.ready.authorities;
    const [anafPost, orgPost, perPost] = [
      post.anaf.production,
      post['skatteverket-org'].test,
      post['skatteverket-per'].test,
    ];
    const ca = join(folder, 'ca.pem');
    await writeFile(ca, org.test.caPem);
    const pair = ({ oauth2, apigw }: Pick<typeof orgPost, 'oauth2' | 'apigw'>) => ({
      ...oauth2,
      apigwClientId: apigw.clientId,
      apigwClientSecret: apigw.clientSecret,
      scope: 'momsdeklaration',
    });
    const p12 = { p12: orgPost.p12, p12Password: orgPost.pin };
    const file = {
      anaf: {
        ...anaf.production,
        ca,
        ...anafPost.oauth2,
        redirectUri: anafPost.redirectUris[1],
        p12: anafPost.p12,
        p12Password: anafPost.password,
        unknownKey: 'is passed over',
      },
      'skatteverket-org': { ...org.test, ca, ...pair(orgPost), redirectUri: orgPost.redirectUri, ...p12 },
      'skatteverket-per': {
        ...per.test,
        ca,
        ...pair(perPost),
        redirectUri: 'https://localhost/my-redirect-uri',
        loginButtons: [perPost.persons[0]?.button, perPost.approveButton],
      },
    };
    const path = join(folder, 'authorities.json');
    await writeFile(path, JSON.stringify(file));
    const out = join(folder, 'tour');
    const tour = join(process.cwd(), 'build', 'scripts', 'tour.mjs');
    const run = promisify(execFile)(process.execPath, [tour, '--out', out, '--authorities', path]);
    const output = await run.then(
      ({ stdout }) => stdout,
      (error: unknown) => String((error as { stdout?: string }).stdout),
    );
    const { steps } = JSON.parse(await readFile(join(out, 'tour.json'), 'utf8')) as {
      steps: Array<{ name: string; ok: boolean }>;
    };
    expect(
      steps.filter(({ ok }) => !ok),
      output,
    ).toEqual([]);
    expect(steps.map(({ name }) => name)).toEqual([
      'anaf.import-p12',
      'anaf.sign-in-window',
      'anaf.claims',
      'anaf.countdown',
      'anaf.request-hello',
      'anaf.renew',
      'anaf.revoke',
      'skv-org.import-p12',
      'skv-org.sign-in-direct',
      'skv-org.countdown',
      'skv-org.request-ping',
      'skv-org.renew',
      'skv-per.sign-in-browser',
      'skv-per.renew',
      'restart.accounts-still-there',
      'no-secret-in-plaintext',
    ]);
    const log = await practice.control.log();
    expect(log.some(({ authority, endpoint }) => authority === 'anaf' && endpoint === 'token')).toBe(true);
    const shown = log.filter(({ clientCertificate }) => clientCertificate !== null);
    expect([...new Set(shown.map(({ authority }) => authority))].sort()).toEqual(['anaf', 'skatteverket-org']);
  } finally {
    await practice.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
