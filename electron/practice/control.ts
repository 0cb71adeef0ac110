import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { certificateKinds, environments } from './environment.ts';
import type { PracticeContext, RunningAuthority } from './environment.ts';
import type { RunningServer } from './https-server.ts';
import { rogueKinds, startRogueServer } from './rogue-server.ts';
import { writeFileAtomically } from './state-file.ts';
import { switchesChangeSchema } from './switches.ts';
import type { Switches } from './switches.ts';

/** The channel by which a test or the app asks the practice what happened and makes it misbehave. */
export interface ControlChannel {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Every request carries it as `Authorization: Bearer`; new at each start. */
  readonly token: string;
  readonly close: () => Promise<void>;
}

/** What the channel steers. */
export interface ControlOptions {
  readonly context: PracticeContext;
  readonly authorities: ReadonlyArray<RunningAuthority>;
  readonly setSwitches: (next: Switches) => void;
}

const issueSchema = z.strictObject({
  authority: z.string().default('skatteverket-org'),
  environment: z.enum(environments),
  kind: z.enum(certificateKinds),
  password: z.string(),
});
const applicationSchema = z.strictObject({ authority: z.string() });
const redirectUriSchema = z.strictObject({ authority: z.string(), redirectUri: z.url() });
const rogueSchema = z.strictObject({
  kind: z.enum(rogueKinds),
  host: z.string().default('orgoauth2.test.skatteverket.localhost'),
});

class RefusedRequest extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Starts the channel on 127.0.0.1; closing it also ends the rogue servers it started. */
export async function startControl(options: ControlOptions): Promise<ControlChannel> {
  const token = randomBytes(32).toString('hex');
  const rogues: RunningServer[] = [];
  const server = createServer((request, response) => {
    const reply = (status: number, value: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json; charset=UTF-8', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify(value));
    };
    if (!isBearer(request.headers.authorization, token)) {
      reply(401, { error: 'unauthorized' });
      return;
    }
    answer(options, rogues, request).then(
      (value) => reply(200, value),
      (error: unknown) => {
        const known = error instanceof RefusedRequest;
        reply(known ? error.status : 500, { error: known ? error.message : 'internal error' });
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    close: async () => {
      await Promise.all(rogues.map((rogue) => rogue.close()));
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function answer(options: ControlOptions, rogues: RunningServer[], request: IncomingMessage): Promise<unknown> {
  const { context, authorities } = options;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /log': {
      const since = z.coerce
        .number()
        .int()
        .min(0)
        .safeParse(url.searchParams.get('since') ?? '0');
      if (!since.success) throw new RefusedRequest(400, 'since is not a sequence number');
      return { last: context.log.last(), entries: context.log.since(since.data) };
    }
    case 'DELETE /log':
      context.log.clear();
      return { last: context.log.last() };
    case 'GET /post':
      return Object.fromEntries(authorities.map(({ name, post }) => [name, post]));
    case 'GET /switches':
      return context.switches();
    case 'POST /switches':
      options.setSwitches(mergeSwitches(context.switches(), await readJson(request, switchesChangeSchema)));
      return context.switches();
    case 'POST /rogue-server': {
      const order = await readJson(request, rogueSchema);
      const rogue = await startRogueServer(order.kind, order.host, context);
      rogues.push(rogue);
      return { origin: rogue.origin };
    }
    case 'POST /issue':
      return issue(options, await readJson(request, issueSchema));
    case 'POST /delete-application':
    case 'POST /restore-application': {
      const order = await readJson(request, applicationSchema);
      const authority = authorities.find(({ name }) => name === order.authority);
      if (authority?.deleteApplication === undefined) throw new RefusedRequest(400, 'no application to delete there');
      const deleted = url.pathname === '/delete-application';
      authority.deleteApplication(deleted);
      return { deleted };
    }
    case 'POST /redirect-uri': {
      const order = await readJson(request, redirectUriSchema);
      const authority = authorities.find(({ name }) => name === order.authority);
      if (authority?.addRedirectUri === undefined) throw new RefusedRequest(400, 'no application to add to there');
      authority.addRedirectUri(order.redirectUri);
      return {};
    }
    case 'GET /key':
      return Object.fromEntries(
        authorities.flatMap(({ name, publicKeyPem }) => (publicKeyPem === undefined ? [] : [[name, publicKeyPem]])),
      );
    case 'POST /revoke-tokens':
      return { revoked: authorities.reduce((sum, authority) => sum + authority.revokeTokens(), 0) };
    default:
      throw new RefusedRequest(404, 'no such control');
  }
}

async function issue(options: ControlOptions, order: z.infer<typeof issueSchema>): Promise<unknown> {
  const authority = options.authorities.find(({ name }) => name === order.authority);
  if (authority === undefined) throw new RefusedRequest(400, 'no such authority');
  if (authority.issueCertificate === null) throw new RefusedRequest(400, 'this authority takes no certificates');
  const { p12, fingerprint } = await authority.issueCertificate(order.environment, order.kind, order.password);
  const directory = join(options.context.folder, 'issued');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, `${order.environment}-${order.kind}-${fingerprint.slice(0, 8)}.p12`);
  writeFileAtomically(path, p12);
  return { path, fingerprint };
}

/** The switches with some of them changed; a key that is given as undefined stays as it was. */
export function mergeSwitches(before: Switches, change: z.infer<typeof switchesChangeSchema>): Switches {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(given) };
}

async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  let value: unknown;
  try {
    value = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new RefusedRequest(400, 'body is not JSON');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new RefusedRequest(400, z.prettifyError(parsed.error));
  return parsed.data;
}

function isBearer(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
