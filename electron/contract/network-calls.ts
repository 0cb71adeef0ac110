import { z } from 'zod';
import { Id, Nothing, Secret, type Calls } from './call-parts.ts';

/** `host:port` of a proxy. */
const Proxy = z.string().max(300);
/** Kinds that are given a login; to an `http` one it goes open, so that one entered for an `https` one is not for it. */
const LoginKind = z.enum(['http', 'https']);

/** How the network stands: the ways to the authorities, and whom this program trusts besides the usual roots. */
export const NetworkView = z.strictObject({
  /** Each authority's server, and through which proxies it is reached, best first; empty: straight. */
  servers: z.array(z.strictObject({ host: z.string(), proxies: z.array(z.string()) })),
  proxies: z.array(
    z.strictObject({
      proxy: z.string(),
      /** `unsupported`: of a kind that is not spoken here. */
      kind: z.enum(['http', 'https', 'socks5', 'unsupported']),
      /** Who logs in there; null where no login was entered. The password stays in main. */
      username: z.string().nullable(),
      /** The proxy refused that login since it was entered. */
      isRefused: z.boolean(),
    }),
  ),
  authorities: z.array(
    z.strictObject({
      id: z.string(),
      subject: z.string(),
      issuer: z.string(),
      notAfter: z.number(),
      fingerprint: z.string(),
      addedAt: z.number(),
    }),
  ),
  /** Whether the roots of the operating system count too: not every runtime can read them. */
  usesSystemRoots: z.boolean(),
});
export type NetworkView = z.infer<typeof NetworkView>;

export const networkCalls = {
  'settings.network': { input: Nothing, output: NetworkView, errors: [] },
  /** Main asks for the file and then natively whether it is to be trusted; `added` is 0 where that was declined. */
  'settings.trustCaFile': {
    input: Nothing,
    output: z.strictObject({ added: z.number() }),
    errors: ['ca-file-refused', 'file-unreadable'],
  },
  'settings.distrustCa': { input: z.strictObject({ id: Id }), output: Nothing, errors: [] },
  /** For a proxy that the system names now, and of that kind; `input-refused` for any other. */
  'settings.setProxyLogin': {
    input: z.strictObject({
      kind: LoginKind,
      proxy: Proxy,
      // A colon would end it (RFC 7617, section 2).
      username: z
        .string()
        .min(1)
        .max(200)
        .regex(/^[^:\p{Cc}]*$/u),
      password: Secret.regex(/^\P{Cc}*$/u),
    }),
    output: Nothing,
    errors: [],
  },
  'settings.forgetProxyLogin': {
    input: z.strictObject({ kind: LoginKind, proxy: Proxy }),
    output: Nothing,
    errors: [],
  },
} as const satisfies Calls;
