import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openP12 } from '../../electron/certificates/p12.ts';
import { chromiumFolder } from '../fixtures/chromium-browser.ts';
import { authoritiesFolder, dataFolder } from '../fixtures/launch.ts';
import { browserFolder } from '../fixtures/system-browser.ts';
import { encodingsOf, filePlaces, findSecrets, processPlaces, type Place, type Secret } from './secret-search.ts';
import type { Tour } from './tour.ts';

/** Collects what the authorities have seen and sent by post so far; their log goes with their process. */
export async function rememberSecrets(tour: Tour): Promise<void> {
  const remember = (name: string, value: string | Buffer): void => {
    if (value.length >= 4) tour.secrets.set(value.toString(), { name, value });
  };
  for (const [name, target] of Object.entries(tour.targets)) {
    if (!target) continue;
    remember(`client secret, ${name}`, target.clientSecret);
    remember(`APIgw secret, ${name}`, target.apigwClientSecret);
    remember(`PIN, ${name}`, target.p12Password);
    if (target.p12 === '') continue;
    const { keyPem } = await openP12(readFileSync(target.p12), target.p12Password);
    // One whole line of the key's base64, and the same bytes raw, are as telling as the key.
    const line = keyPem.split('\n')[4] ?? '';
    remember(`private key, PEM, ${name}`, line);
    remember(`private key, DER, ${name}`, Buffer.from(line, 'base64'));
  }
  for (const { rawHeaders, body } of (await tour.control()?.log()) ?? []) {
    for (const value of rawHeaders) {
      const bearer = /^Bearer (.+)$/.exec(value)?.[1];
      if (bearer !== undefined) remember('access token', bearer);
    }
    const fields = new URLSearchParams(body);
    for (const name of ['code', 'refresh_token', 'code_verifier', 'client_secret']) {
      const value = fields.get(name);
      if (value !== null) remember(name, value);
    }
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
  if (tour.control() && tokens < 3) throw new Error(`only ${tokens} access tokens are known: the tour was cut short`);
  const { desktop } = tour;
  const { home } = desktop;
  // The authorities', the browsers' and the token's own folders are theirs, not the app's.
  const ofToken = tour.token instanceof Error ? [] : [tour.token.folder];
  const skipped = [authoritiesFolder(desktop), browserFolder(desktop), chromiumFolder(desktop), ...ofToken];

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
