import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FailureError } from '../../electron/contract/failure.ts';
import { readCaFile } from '../../electron/network/ca-file.ts';
import { readProxyList } from '../../electron/network/proxy-list.ts';
import { readSystemRoots } from '../../electron/network/system-roots.ts';
import { untrustedChain } from '../../electron/network/untrusted-chain.ts';
import { makeCertificate, makeKey } from '../../electron/practice/certificate.ts';

const NOW = Date.now();
const DAY_MS = 86_400_000;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taxpass-trust-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function caPem(commonName: string, days = 1, organization = 'Office'): Promise<string> {
  const subject = { commonName, organization };
  const [notBefore, notAfter] = [new Date(NOW - 3 * DAY_MS), new Date(NOW + days * DAY_MS)];
  return makeCertificate({ subject, subjectKey: await makeKey('ec'), purpose: { kind: 'ca' }, notBefore, notAfter });
}

describe('a file with certificate authorities', () => {
  const reasonOf = (bytes: Uint8Array): string => {
    try {
      return readCaFile(bytes, NOW).length.toString();
    } catch (error) {
      if (error instanceof FailureError && error.failure.code === 'ca-file-refused') return error.failure.reason;
      throw error;
    }
  };

  test('is read as PEM with words around it, as several, and as DER', async () => {
    const [one, two] = [await caPem('One'), await caPem('Two')];
    const words = Buffer.from(`Bag Attributes\r\n  friendlyName: office\r\n${one.replaceAll('\n', '\r\n')}\n${two}`);
    expect(readCaFile(words, NOW).map(({ subject }) => subject)).toEqual(['O=Office\nCN=One', 'O=Office\nCN=Two']);
    expect(readCaFile(new X509Certificate(one).raw, NOW).map((each) => each.toString())).toEqual([one]);
  });

  test('is refused whole where one of it may not be trusted', async () => {
    const good = await caPem('Good');
    const key = await makeKey('ec');
    const [notBefore, notAfter] = [new Date(NOW - DAY_MS), new Date(NOW + DAY_MS)];
    const purpose = { kind: 'server', hosts: ['a'] } as const;
    const leaf = makeCertificate({ subject: { commonName: 'a' }, subjectKey: key, purpose, notBefore, notAfter });
    expect(reasonOf(Buffer.from(good + leaf))).toBe('not-an-authority');
    expect(reasonOf(Buffer.from(good + (await caPem('Old', -1))))).toBe('expired');
    expect(reasonOf(Buffer.from(good.repeat(9)))).toBe('too-many');
    expect(reasonOf(Buffer.from(good.replace('MII', 'XXX')))).toBe('not-a-certificate');
    expect(reasonOf(Buffer.from('not one'))).toBe('not-a-certificate');
    expect(reasonOf(Buffer.alloc(0))).toBe('not-a-certificate');
  });

  test.each([
    ['Practice Server Root CA', 'Practice'],
    ['Practice certSIGN Root CA', 'Practice CERTSIGN SA'],
    ['Any name', 'Practice Expisoft AB'],
  ])('of the practice authorities is refused: %s, %s', async (name, organisation) => {
    expect(reasonOf(Buffer.from(await caPem(name, 1, organisation)))).toBe('practice');
  });

  test('of an office whose name only looks alike is taken', async () => {
    expect(reasonOf(Buffer.from(await caPem('Dental Practice CA', 1, 'Practices & Co')))).toBe('1');
  });
});

describe('a lone certificate', () => {
  /** A leaf under a CA that is not there, with these lines of OpenSSL's extensions. */
  function leafWith(extensions: string): X509Certificate {
    const at = (name: string): string => join(folder, name);
    const openssl = (...args: readonly string[]): void => void execFileSync('openssl', args, { stdio: 'ignore' });
    writeFileSync(at('ext'), `subjectAltName=DNS:localhost\n${extensions}\n`);
    const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    openssl('req', '-x509', ...ec, '-keyout', at('ca.key'), '-out', at('ca.pem'), '-subj', '/CN=An Issuing CA');
    openssl('req', ...ec, '-keyout', at('leaf.key'), '-out', at('leaf.csr'), '-subj', '/CN=localhost');
    const by = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-extfile', at('ext')];
    const der = execFileSync('openssl', ['x509', '-req', '-in', at('leaf.csr'), ...by, '-outform', 'DER'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return new X509Certificate(der);
  }

  test.each([
    ['an address of its issuer’s', 'authorityInfoAccess=caIssuers;URI:http://crt.example/ca.cer', true],
    ['timestamps of Certificate Transparency', '1.3.6.1.4.1.11129.2.4.2=DER:04020000', true],
    ['only a responder', 'authorityInfoAccess=OCSP;URI:http://ocsp.example', false],
  ])('with %s: whether it is certain that a public authority made it', (_name, extensions, isPublic) => {
    const chain = [leafWith(extensions)];
    const told = untrustedChain({ host: 'h', detail: 'd', chain }, [], true);
    expect(told).toEqual({ code: 'authority-certificate-incomplete', host: 'h', issuer: 'An Issuing CA', isPublic });
  });
});

test('nothing seen is nothing told', () => {
  const told = untrustedChain({ host: 'h', detail: 'CERT_UNTRUSTED', chain: [] }, [], true);
  expect(told).toEqual({ code: 'authority-certificate-untrusted', host: 'h', detail: 'CERT_UNTRUSTED' });
});

test('the system’s roots are read where the runtime can, and are none where it cannot or fails', () => {
  const asked: string[] = [];
  const getCACertificates = (type: string): string[] => {
    asked.push(type);
    return ['pem'];
  };
  expect(readSystemRoots({ getCACertificates })).toEqual(['pem']);
  expect(asked).toEqual(['system']);
  expect(readSystemRoots({})).toBeNull();
  const failing = (): never => {
    throw new Error('not here');
  };
  expect(readSystemRoots({ getCACertificates: failing })).toBeNull();
});

describe('the words of a PAC script', () => {
  const place = (kind: string, hostname: string, port: number, proxy = `${hostname}:${port}`) => ({
    kind,
    hostname,
    port,
    proxy,
  });
  test.each([
    ['', [{ kind: 'direct' }]],
    ['DIRECT', [{ kind: 'direct' }]],
    ['PROXY a:8080; DIRECT', [place('http', 'a', 8080), { kind: 'direct' }]],
    [
      ' proxy A.Example:1 ;HTTPS b;socks5 c ; ',
      [place('http', 'a.example', 1), place('https', 'b', 443), place('socks5', 'c', 1080)],
    ],
    ['PROXY [2001:db8::1]:3128', [place('http', '2001:db8::1', 3128, '[2001:db8::1]:3128')]],
    ['SOCKS a:1', [{ kind: 'unsupported', name: 'SOCKS', proxy: 'a:1' }]],
    ['QUIC a:1; DIRECT', [{ kind: 'unsupported', name: 'QUIC', proxy: 'a:1' }, { kind: 'direct' }]],
    ['PROXY', [{ kind: 'direct' }]],
    ['PROXY a:0', [{ kind: 'direct' }]],
    ['PROXY a:99999', [{ kind: 'direct' }]],
    ['PROXY u:p@a:1', [{ kind: 'direct' }]],
    ['PROXY a b', [{ kind: 'direct' }]],
    ['PROXY [a]:1', [{ kind: 'direct' }]],
  ])('%s', (answer, expected) => {
    expect(readProxyList(answer)).toEqual(expected);
  });
});
