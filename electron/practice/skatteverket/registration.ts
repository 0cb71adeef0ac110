import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { environments } from '../environment.ts';
import type { Environment, PracticeContext } from '../environment.ts';
import type { StateSection } from '../state-file.ts';

const keyPairSchema = z.object({ clientId: z.string(), clientSecret: z.string() });

/** A client id with its secret, whichever of the two letters it came in (S16). */
export type KeyPair = z.infer<typeof keyPairSchema>;

const flowSchema = z.enum(['org', 'per', 'sysorg', 'sys']);

/**
 * Skatteverket's flows: organisation certificate; a person's e-legitimation; and, with nobody signing in, an organisation
 * certificate with its keys, or keys alone. Keys are made for one of them.
 */
export type Flow = z.infer<typeof flowSchema>;

const oauth2ClientSchema = keyPairSchema.extend({
  flow: flowSchema,
  scopes: z.array(z.string()),
  redirectUris: z.array(z.string()),
});

/** One registration of API keys. */
export type OAuth2Client = z.infer<typeof oauth2ClientSchema>;

const tokenSchema = z.object({
  /** SHA-256 of the token, hex: the token itself is kept nowhere. */
  digest: z.string(),
  flow: flowSchema,
  clientId: z.string(),
  /** Who signed in: the certificate's fingerprint, or the person. */
  holder: z.string(),
  scopes: z.array(z.string()),
  /** Epoch ms. */
  expiresAt: z.number(),
  revoked: z.boolean(),
});

/** One access token that was given out. */
export type StoredToken = z.infer<typeof tokenSchema>;

const environmentSchema = z.object({
  clients: z.array(oauth2ClientSchema),
  apigw: keyPairSchema,
  tokens: z.array(tokenSchema),
  /** The newest correlation ids the API gateway has seen, oldest first. */
  correlationIds: z.array(z.string()),
});
type EnvironmentState = z.infer<typeof environmentSchema>;

const stateSchema = z.object({ test: environmentSchema, production: environmentSchema });

/** What Skatteverket knows in one environment, shared by its flows. */
export interface Registry {
  readonly environment: Environment;
  readonly apigw: KeyPair;
  readonly clientOf: (flow: Flow) => OAuth2Client;
  /** The registration with this client id in any environment. */
  readonly find: (clientId: string) => { readonly environment: Environment; readonly client: OAuth2Client } | undefined;
  readonly tokens: { readonly read: () => ReadonlyArray<StoredToken>; readonly write: (next: StoredToken[]) => void };
  /** Notes a correlation id; false if it was used before. */
  readonly useCorrelationId: (id: string) => boolean;
}

const rememberedCorrelationIds = 5000;

/** `foo` is the scope of the seed's own curl lines. */
const signInScopes = ['foo', 'momsdeklaration', 'agd', 'skattekonto'];
const scopes: Record<Flow, string[]> = {
  org: signInScopes,
  per: signInScopes,
  sysorg: ['fbfuppgoffakt'],
  sys: ['bilforman'],
};
const redirectUris: Record<Flow, string[]> = {
  sysorg: [],
  sys: [],
  org: ['https://localhost/test'],
  per: ['https://localhost/my-redirect-uri', 'taxpass-practice://oauth/callback', 'taxpass://oauth/callback'],
};

/** Opens both environments' registrations from the practice folder, or makes new keys. */
export async function openRegistries(context: PracticeContext): Promise<Readonly<Record<Environment, Registry>>> {
  const create = () => Promise.resolve({ test: newEnvironment(), production: newEnvironment() });
  const section = await context.state.section('skatteverket', stateSchema, create);
  const { test, production } = section.read();
  // A folder that an older version began has fewer redirect URIs, and fewer flows.
  section.write({ test: broughtUpToDate(test), production: broughtUpToDate(production) });
  return { test: registry('test', section), production: registry('production', section) };
}

function broughtUpToDate(state: EnvironmentState): EnvironmentState {
  const clients = flowSchema.options.map((flow) => ({
    ...(state.clients.find((client) => client.flow === flow) ?? newClient(flow)),
    redirectUris: redirectUris[flow],
  }));
  return { ...state, clients };
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

function newClient(flow: Flow): OAuth2Client {
  return {
    clientId: hex(24),
    clientSecret: hex(24),
    flow,
    scopes: scopes[flow],
    redirectUris: redirectUris[flow],
  };
}

function newEnvironment(): EnvironmentState {
  return {
    clients: flowSchema.options.map(newClient),
    apigw: { clientId: hex(16), clientSecret: hex(16) },
    tokens: [],
    correlationIds: [],
  };
}

function registry(environment: Environment, section: StateSection<Record<Environment, EnvironmentState>>): Registry {
  const read = () => section.read()[environment];
  const change = (part: Partial<EnvironmentState>) => {
    section.write({ ...section.read(), [environment]: { ...read(), ...part } });
  };
  return {
    environment,
    apigw: read().apigw,
    clientOf: (flow) => {
      const client = read().clients.find((candidate) => candidate.flow === flow);
      if (client === undefined) throw new Error(`no registration for flow ${flow}`);
      return client;
    },
    find: (clientId) => {
      for (const candidate of environments) {
        const client = section.read()[candidate].clients.find((registered) => registered.clientId === clientId);
        if (client !== undefined) return { environment: candidate, client };
      }
      return undefined;
    },
    tokens: { read: () => read().tokens, write: (tokens) => change({ tokens }) },
    useCorrelationId: (id) => {
      const { correlationIds } = read();
      if (correlationIds.includes(id)) return false;
      change({ correlationIds: [...correlationIds, id].slice(-rememberedCorrelationIds) });
      return true;
    },
  };
}
