import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { P12Error } from '../../electron/certificates/p12.ts';
import { openP12InThread } from '../../electron/certificates/p12-thread.ts';
import {
  certificateBag,
  keyBag,
  makeCertificate,
  opensslP12,
  pfx,
  plainContent,
  sha1Mac,
} from '../fixtures/make-p12.ts';

const password = 'hemligt-123';
const rsa = makeCertificate({ subject: '/CN=Bolag A' });
const ec = makeCertificate({ subject: '/CN=Ion', key: 'P-256' });
const endless = pfx([plainContent(certificateBag(ec.certPem), keyBag(ec.keyPem))], sha1Mac(password, 2 ** 31 - 1));

const folder = mkdtempSync(join(tmpdir(), 'taxpass-p12-thread-'));
const worker = join(folder, 'p12-worker.mjs');
const deadlineMs = 20_000;

beforeAll(async () => {
  await build({
    entryPoints: [new URL('../../electron/certificates/p12-worker.ts', import.meta.url).pathname],
    ...{ bundle: true, platform: 'node', format: 'esm', outfile: worker, logLevel: 'silent' },
    // As the build of the app does it: what is CommonJS inside still calls require.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('opens what the function itself opens', async () => {
  for (const entry of [worker, pathToFileURL(worker)]) {
    for (const options of [[], ['-legacy']]) {
      const opened = await openP12InThread(opensslP12(rsa, password, options), password, { worker: entry, deadlineMs });
      expect(opened.certPem.trim()).toBe(rsa.certPem.trim());
      expect(opened.keyPem).toContain('BEGIN PRIVATE KEY');
    }
  }
});

test('leaves the caller its bytes', async () => {
  const file = opensslP12(rsa, password);
  const before = Buffer.from(file);
  await openP12InThread(file, password, { worker, deadlineMs });
  expect(file.equals(before)).toBe(true);
});

test('refusals arrive whole', async () => {
  const bags = [rsa, ec].flatMap((each) => [certificateBag(each.certPem), keyBag(each.keyPem)]);
  const several = pfx([plainContent(...bags)], sha1Mac(password));
  const error: unknown = await openP12InThread(several, password, { worker, deadlineMs }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(P12Error);
  expect(error).toMatchObject({ code: 'several-identities', identities: [{ subject: 'Bolag A' }, { subject: 'Ion' }] });
  const identity = (error as P12Error).identities[1]?.fingerprint;
  const opened = await openP12InThread(several, password, { worker, deadlineMs, identity });
  expect(opened.fingerprint).toBe(identity);

  const camellia = opensslP12(rsa, password, ['-keypbe', 'camellia-256-cbc']);
  await expect(openP12InThread(camellia, password, { worker, deadlineMs })).rejects.toMatchObject({
    code: 'unsupported-encryption',
    algorithm: '1.2.392.200011.61.1.1.1.4',
  });
  await expect(openP12InThread(endless, password, { worker, deadlineMs })).rejects.toMatchObject({
    code: 'too-expensive',
  });
  await expect(openP12InThread(opensslP12(rsa, password), 'wrong', { worker, deadlineMs })).rejects.toMatchObject({
    code: 'wrong-password',
  });
});

test('the deadline ends a file that would never end', async () => {
  const running = openP12InThread(endless, password, { worker, deadlineMs: 300, allowExpensive: true });
  await expect(running).rejects.toMatchObject({ code: 'timed-out' });
});

test('the signal ends it, before and during', async () => {
  const options = { worker, deadlineMs, allowExpensive: true };
  await expect(openP12InThread(endless, password, { ...options, signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'aborted',
  });
  const controller = new AbortController();
  const running = openP12InThread(endless, password, { ...options, signal: controller.signal });
  setTimeout(() => controller.abort(), 200);
  await expect(running).rejects.toMatchObject({ code: 'aborted' });
});

test('while it works the calling thread is free', async () => {
  const running = openP12InThread(endless, password, { worker, deadlineMs: 1000, allowExpensive: true });
  let turns = 0;
  const timer = setInterval(() => turns++, 10);
  await expect(running).rejects.toMatchObject({ code: 'timed-out' });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(20);
});

test('a thread that cannot start, dies or says nothing is a failure and no hang', async () => {
  const crashing = join(folder, 'crashing.mjs');
  writeFileSync(
    crashing,
    "import { parentPort } from 'node:worker_threads'; parentPort.once('message', () => { throw new Error('x'); });",
  );
  const silent = join(folder, 'silent.mjs');
  writeFileSync(
    silent,
    "import { parentPort } from 'node:worker_threads'; parentPort.once('message', () => process.exit(0));",
  );
  for (const entry of [join(folder, 'missing.mjs'), crashing, silent]) {
    await expect(openP12InThread(endless, password, { worker: entry, deadlineMs })).rejects.toMatchObject({
      code: 'failed',
    });
  }
  // What is refused before there is a thread at all.
  await expect(openP12InThread(endless, password, { worker: 'nowhere.mjs', deadlineMs })).rejects.toMatchObject({
    code: 'failed',
  });
});

test('the thread sees nothing of the environment, and the password only by message', async () => {
  const telling = join(folder, 'telling.mjs');
  writeFileSync(
    telling,
    `import { parentPort, workerData } from 'node:worker_threads';
     parentPort.once('message', (request) => parentPort.postMessage({ opened: {
       request: Object.keys(request), password: request.password,
       elsewhere: JSON.stringify([process.env, process.argv, process.execArgv, workerData ?? null]) } }));`,
  );
  const told = (await openP12InThread(endless, password, { worker: telling, deadlineMs })) as unknown as {
    password: string;
    elsewhere: string;
  };
  expect(told.password).toBe(password);
  expect(told.elsewhere).not.toContain(password);
  expect(told.elsewhere).not.toContain('PATH');
});
