import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePractice, readReadyLine, startPractice } from '../fixtures/practice.ts';
import type { RunningPractice } from '../fixtures/practice.ts';
import { orgDriver, send } from '../fixtures/practice-requests.ts';

let directory: string;
let practice: RunningPractice;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'taxpass-process-'));
  practice = await startPractice();
});
afterAll(async () => {
  await practice.stop();
  await rm(directory, { recursive: true, force: true });
});

const electronEnv = 'electron' in process.versions ? { ELECTRON_RUN_AS_NODE: '1' } : {};

describe('the practice folder', () => {
  it('carries tokens, certificates and used correlation ids over a restart, and no token or request in the clear', async () => {
    const folder = join(directory, 'kept');
    const first = await startPractice({ folder });
    const before = await orgDriver(first, 'test');
    const accessToken = await before.accessToken('momsdeklaration');
    const used = before.apiHeaders(accessToken);
    expect((await before.ping(used)).status).toBe(200);
    await first.stop();

    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    for (const file of files) {
      const path = join(file.parentPath, file.name);
      expect((await readFile(path)).includes(accessToken)).toBe(false);
      if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
    }
    expect(files.map(({ name }) => name)).not.toContain('state.json.new');

    const second = await startPractice({ folder });
    try {
      const after = await orgDriver(second, 'test');
      expect(second.ready.control).not.toBe(first.ready.control);
      expect(after.ready.caPem).toBe(before.ready.caPem);
      expect(after.post).toEqual(before.post);
      expect((await after.ping(used)).body).toContain('used before');
      expect((await after.ping(after.apiHeaders(accessToken))).status).toBe(200);
      expect(await after.code({}, before.identity)).toHaveLength(64);
    } finally {
      await second.stop();
    }
  });

  it('is not begun anew where its state is damaged', async () => {
    const folder = await mkdtemp(join(directory, 'damaged-'));
    await writeFile(join(folder, 'state.json'), '{"servers":{"root":');
    await expect(startPractice({ folder })).rejects.toThrow('ended with 1');
    expect(await readFile(join(folder, 'state.json'), 'utf8')).toBe('{"servers":{"root":');
  });

  it('holds the letters as the post brings them', async () => {
    const { pin, oauth2, apigw } = (await practice.control.post())['skatteverket-org'].test;
    const letter = (name: string) => readFile(join(practice.ready.post, name), 'utf8');
    expect(await letter('bolag-a PIN-kod.txt')).toContain(`PIN-kod: ${pin}`);
    expect(await letter('API-nycklar OAuth2.txt')).toContain(`OAuth2 client secret: ${oauth2.clientSecret}`);
    expect(await letter('API-nycklar APIgw.txt')).toContain(`APIgw client secret: ${apigw.clientSecret}`);
    expect(await letter('API-nycklar APIgw.txt')).not.toContain(oauth2.clientId);
    expect(pin).toMatch(/^\d+$/);
  });

  it('is a world of its own for each process', async () => {
    const other = await startPractice();
    try {
      const [here, there] = [await orgDriver(practice, 'test'), await orgDriver(other, 'test')];
      expect((await there.get(there.authorizeUrl(), here.identity)).headers['location']).toContain('access_denied');
      await expect(send(there.authorizeUrl(), { caPem: here.ready.caPem })).rejects.toThrow();
    } finally {
      await other.stop();
    }
  });
});

describe('the control channel', () => {
  it('refuses whoever lacks its token', async () => {
    const { control, controlToken } = practice.ready;
    for (const headers of [{}, { Authorization: 'Bearer x' }, { Authorization: `Basic ${controlToken}` }]) {
      for (const path of ['/log', '/post', '/nothing']) {
        const answer = await fetch(control + path, { headers });
        expect(answer.status).toBe(401);
        expect(await answer.text()).toBe('{"error":"unauthorized"}');
      }
    }
  });

  it('shows the log from a number on, whole and in order, and forgets it', async () => {
    const org = await orgDriver(practice, 'test');
    await practice.control.clearLog();
    await org.get(org.authorizeUrl({ state: 'a b' }));
    await org.get(org.authorizeUrl());
    const [first, second, ...more] = await practice.control.log();
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      authority: 'skatteverket-org',
      environment: 'test',
      endpoint: 'authorize',
      method: 'GET',
      path: '/oauth2/v1/org/authorize',
      body: '',
      outcome: { status: 302, error: null, reason: null },
    });
    expect(first?.query.map(([name]) => name)).toEqual([
      'client_id',
      'response_type',
      'state',
      'redirect_uri',
      'scope',
    ]);
    expect(first?.query[2]).toEqual(['state', 'a b']);
    expect(first?.rawQuery).toContain('state=a%20b');
    expect(first?.rawHeaders[0]).toBe('Host');
    expect(first?.tlsVersion).toMatch(/^TLSv1\.[23]$/);
    expect(first?.clientCertificate).toBe(second?.clientCertificate);
    expect((await practice.control.log(first?.seq)).map(({ seq }) => seq)).toEqual([second?.seq]);
    await practice.control.clearLog();
    expect(await practice.control.log()).toEqual([]);
  });

  it('starts servers that a strict client refuses, and one that it should not show its certificate to', async () => {
    const { identity, ready } = await orgDriver(practice, 'test');
    await practice.control.clearLog();
    for (const [kind, message] of [
      ['unknown-ca', /unable to|self.signed/i],
      ['wrong-host', /altnames/i],
      ['expired', /expired/i],
    ] as const) {
      const origin = await practice.control.rogueServer(kind);
      expect(new URL(origin).hostname).toBe(new URL(ready.token).hostname);
      await expect(send(origin, { identity, caPem: ready.caPem })).rejects.toThrow(message);
    }
    expect(await practice.control.log()).toEqual([]);
    const origin = await practice.control.rogueServer('other-host');
    expect((await send(origin, { identity, caPem: ready.caPem })).status).toBe(200);
    const [entry] = await practice.control.log();
    expect(entry).toMatchObject({ authority: 'rogue', endpoint: 'rogue:other-host' });
    expect(entry?.clientCertificate).toMatch(/^[0-9a-f]{64}$/);
  });

  it('makes P12s of every kind', async () => {
    for (const kind of ['valid', 'expired', 'not-yet-valid', 'ec', 'unknown-ca', 'no-key'] as const) {
      const { path, fingerprint } = await practice.control.issue('production', kind, 'x');
      expect(path.startsWith(join(practice.folder, 'issued'))).toBe(true);
      expect((await readFile(path)).length).toBeGreaterThan(1000);
      expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('can withhold the token answer, and still ends', async () => {
    const own = await startPractice({ switches: { hangToken: true } });
    const org = await orgDriver(own, 'test');
    const asked = org.postToken(org.tokenBody(await org.code()));
    asked.catch(() => undefined);
    await expect.poll(async () => (await own.control.log()).at(-1)?.outcome.status).toBe(null);
    await own.stop();
    await expect(asked).rejects.toThrow();
  });
});

describe('the process', () => {
  it('ends when its stdin ends', async () => {
    const { process: child, stop } = await startPractice();
    const exited = once(child, 'exit');
    child.stdin?.end();
    expect(await exited).toEqual([0, null]);
    await stop();
  });

  it('ends when its IPC channel is gone, and does not mind a stdin that is no pipe', async () => {
    const bundle = await bundlePractice(directory);
    const child = fork(bundle, ['--folder', join(directory, 'forked')], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...process.env, ...electronEnv },
    });
    await readReadyLine(child);
    const exited = once(child, 'exit');
    child.disconnect();
    expect(await exited).toEqual([0, null]);
  });

  it('does not start without a folder or with an unknown switch', async () => {
    const bundle = await bundlePractice(directory);
    for (const args of [[], ['--folder', join(directory, 'never'), '--switches', '{"nothing":1}']]) {
      const child = spawn(process.execPath, [bundle, ...args], {
        stdio: 'ignore',
        env: { ...process.env, ...electronEnv },
      });
      expect(await once(child, 'exit')).toEqual([1, null]);
    }
  });
});
