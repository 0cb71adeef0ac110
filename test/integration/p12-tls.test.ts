import { build } from 'esbuild';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { afterAll, expect, test } from 'vitest';
import { openP12 } from '../../electron/certificates/p12.ts';
import type { OpenedP12 } from '../../electron/certificates/p12.ts';
import { makeCertificate, opensslP12, toBer } from '../fixtures/make-p12.ts';
import type { Certified, KeyKind } from '../fixtures/make-p12.ts';

const password = 'lösenåäöșț';
const root = makeCertificate({ subject: '/CN=Test Root', authority: true });
const middle = makeCertificate({ subject: '/CN=Test Issuing', authority: true, issuer: root });
const server = makeCertificate({ subject: '/CN=localhost', issuer: root });

const folder = mkdtempSync(join(tmpdir(), 'taxpass-p12-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Signs in at a server that knows the root only, and gives the name and fingerprint it saw. */
async function signIn(opened: OpenedP12): Promise<{ subject: string; fingerprint256: string }> {
  const listener = createServer(
    { key: server.keyPem, cert: server.certPem, ca: root.certPem, requestCert: true, rejectUnauthorized: true },
    (incoming, response) => {
      if (!(incoming.socket instanceof TLSSocket)) throw new Error('not TLS');
      const seen = incoming.socket.getPeerCertificate();
      response.end(JSON.stringify({ subject: seen.subject.CN, fingerprint256: seen.fingerprint256 }));
    },
  );
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(
        {
          ...{ host: '127.0.0.1', port, path: '/', agent: false, ca: root.certPem, key: opened.keyPem },
          cert: [opened.certPem, ...opened.chainPem.slice(0, opened.issuerCount)].join('\n'),
        },
        resolve,
      )
        .on('error', reject)
        .end();
    });
    let body = '';
    for await (const chunk of response) body += String(chunk);
    return JSON.parse(body) as { subject: string; fingerprint256: string };
  } finally {
    listener.closeAllConnections();
    await new Promise((resolve) => listener.close(resolve));
  }
}

async function expectSignIn(opened: OpenedP12, leaf: Certified): Promise<void> {
  const seen = await signIn(opened);
  expect(seen.subject).toBe('Holder');
  expect(seen.fingerprint256).toBe(new X509Certificate(leaf.certPem).fingerprint256);
}

// Not P-521: BoringSSL, here also the server, does not offer it.
test.each<KeyKind>(['rsa', 'P-256', 'P-384'])('what is opened signs in at a real TLS server: %s', async (key) => {
  const leaf = makeCertificate({ subject: '/CN=Holder', key, issuer: middle });
  const modern = opensslP12(leaf, password, [], [root, middle]);
  const old = opensslP12(leaf, password, ['-legacy'], [root, middle]);
  for (const file of [modern, old, toBer(modern), toBer(old)]) {
    await expectSignIn(await openP12(file, password), leaf);
  }
});

test('one CommonJS file of it opens a file without electron, a worker or import.meta', async () => {
  const outfile = join(folder, 'p12.cjs');
  const { metafile, warnings } = await build({
    entryPoints: [new URL('../../electron/certificates/p12.ts', import.meta.url).pathname],
    ...{ bundle: true, platform: 'node', format: 'cjs', outfile, metafile: true, logLevel: 'silent' },
  });
  expect(warnings).toEqual([]);
  const output = Object.values(metafile.outputs)[0];
  const external = new Set(output?.imports.filter((each) => each.external).map((each) => each.path));
  for (const name of ['electron', 'node:worker_threads', 'worker_threads']) expect([...external]).not.toContain(name);

  const bundle = createRequire(import.meta.url)(outfile) as { openP12: typeof openP12 };
  const leaf = makeCertificate({ subject: '/CN=Holder', key: 'P-256', issuer: middle });
  // The old form too: its RC2 is loaded only then.
  for (const options of [[], ['-legacy']]) {
    const file = opensslP12(leaf, password, options, [middle, root]);
    await expectSignIn(await bundle.openP12(file, password), leaf);
    await expect(bundle.openP12(file, 'wrong')).rejects.toMatchObject({ code: 'wrong-password' });
  }
});
