import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openP12 } from '../../electron/certificates/p12.ts';
import { authoritiesFolder, dataFolder } from '../fixtures/launch.ts';
import { encodingsOf, filePlaces, findSecrets, processPlaces, type Place, type Secret } from './secret-search.ts';
import type { Tour } from './tour.ts';

/** Collects what the authorities have seen and sent by post so far; their log goes with their process. */
export async function rememberSecrets(tour: Tour): Promise<void> {
  const remember = (name: string, value: string | Buffer): void =>
    void tour.secrets.set(value.toString(), { name, value });
  const { test, production } = (await tour.control().post())['skatteverket-org'];
  for (const [name, post] of Object.entries({ test, production })) {
    remember(`PIN, ${name}`, post.pin);
    remember(`OAuth2 secret, ${name}`, post.oauth2.clientSecret);
    remember(`APIgw secret, ${name}`, post.apigw.clientSecret);
  }
  const { keyPem } = await openP12(readFileSync(test.p12), test.pin);
  // One whole line of the key's base64, and the same bytes raw, are as telling as the key.
  const line = keyPem.split('\n')[4] ?? '';
  remember('private key, PEM', line);
  remember('private key, DER', Buffer.from(line, 'base64'));
  for (const { rawHeaders, body } of await tour.control().log()) {
    for (const value of rawHeaders) {
      const bearer = /^Bearer (.+)$/.exec(value)?.[1];
      if (bearer !== undefined) remember('access token', bearer);
    }
    const code = new URLSearchParams(body).get('code');
    if (code !== null) remember('authorization code', code);
  }
}

/**
 * Searches every place the app could have left a secret in. A canary is planted in each kind of place in each encoding,
 * and one that is not found fails the step: a search that finds nothing must be able to find something.
 */
export async function noSecretInPlaintext(tour: Tour): Promise<string> {
  await rememberSecrets(tour);
  const secrets = [...tour.secrets.values()];
  const tokens = secrets.filter(({ name }) => name === 'access token').length;
  if (tokens < 3) throw new Error(`only ${tokens} access tokens are known: the tour was cut short`);
  const { home } = tour.desktop;
  const skipped = [authoritiesFolder(tour.desktop)];

  const places = [
    ...filePlaces(home, skipped),
    ...processPlaces(home),
    { kind: 'output', name: 'output', bytes: Buffer.from(tour.output()) } as const,
  ];
  const findings = findSecrets(secrets, places);
  if (findings.length > 0) throw new Error(findings.map((finding) => JSON.stringify(finding)).join('\n'));
  if (!places.some(({ kind, name }) => kind === 'file' && name.startsWith(join(dataFolder(tour.desktop), 'vault')))) {
    throw new Error('the vault was not among the places searched');
  }

  await findCanaries(tour, skipped);
  const count = (kind: Place['kind']): number => places.filter((place) => place.kind === kind).length;
  return `${secrets.length} secrets (${tokens} access tokens) in ${count('file')} files, ${count('arguments')} processes and the output; every canary found`;
}

async function findCanaries(tour: Tour, skipped: readonly string[]): Promise<void> {
  const { home, env } = tour.desktop;
  const value = `kanarie+/${randomBytes(12).toString('hex')}`;
  const canary: Secret = { name: 'canary', value };
  const encodings = encodingsOf(value);
  const folder = join(dataFolder(tour.desktop), 'canary');
  await mkdir(folder);
  await Promise.all(encodings.map(([, bytes], index) => writeFile(join(folder, String(index)), bytes)));
  const decoy = spawn(process.execPath, ['-e', 'console.log(process.argv[1]); setInterval(() => {}, 1000)', value], {
    env: { ...env, CANARY: value },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const output = await firstLine(decoy);
    const places: Place[] = [
      ...filePlaces(home, skipped),
      ...processPlaces(home),
      { kind: 'output', name: 'output', bytes: Buffer.from(tour.output() + output) },
    ];
    const found = findSecrets([canary], places);
    for (const kind of ['file', 'output', 'arguments', 'environment'] as const) {
      if (!found.some((finding) => finding.kind === kind)) throw new Error(`the canary in the ${kind} was not found`);
    }
    const inFiles = new Set(found.filter(({ kind }) => kind === 'file').map(({ encoding }) => encoding));
    const missed = encodings.filter(([name]) => !inFiles.has(name)).map(([name]) => name);
    if (missed.length > 0) throw new Error(`the canary was not found as ${missed.join(', ')}`);
  } finally {
    decoy.kill('SIGKILL');
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString()));
  });
}
