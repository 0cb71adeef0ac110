import { randomUUID, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { Notes } from '../activity/notes.ts';
import type { Profile } from '../authorities/schema.ts';
import { describeCertificate } from '../certificates/describe.ts';
import type { Handlers } from '../contract/contract.ts';
import { fingerprintText } from '../contract/fingerprint.ts';
import { fail } from '../contract/failure.ts';
import type { networkCalls, NetworkView } from '../contract/network-calls.ts';
import { isPracticeCa, readCaFile } from '../network/ca-file.ts';
import { inTime } from '../network/in-time.ts';
import { createLoginTurns, loginKey } from '../network/login-turns.ts';
import { readProxyList, type ProxyChoice } from '../network/proxy-list.ts';
import { CONNECT_TIMEOUT_MS } from '../network/tunnel.ts';
import type { LoginProxy, NetworkWays } from '../network/ways.ts';
import { isDiskErrorCode, VaultError } from '../vault/errors.ts';
import type { Vault } from '../vault/vault.ts';
import { proxyLoginId, proxyLoginKind, trustedCaKind } from './network-records.ts';
import { plainName } from './plain-name.ts';

/** Asked before a certificate authority is trusted. */
export type NetworkQuestion = {
  readonly about: 'trust-ca';
  readonly subject: string;
  readonly issuer: string;
  readonly until: string;
  readonly fingerprint: string;
};

type Deps = {
  /** What the system's settings say for an origin, in the words of a PAC script. */
  readonly resolveProxy: (origin: string) => Promise<string>;
  /** PEM of the operating system's roots; null where the runtime cannot read them. */
  readonly readSystemRoots: () => readonly string[] | null;
  readonly profiles: () => readonly Profile[];
  /** The system's file dialog; null when it was closed. Fails with `file-unreadable` or `ca-file-refused`. */
  readonly chooseCaFile: () => Promise<Uint8Array | null>;
  readonly confirm: (question: NetworkQuestion) => Promise<boolean>;
  /** Does an act and notes it in the activity log. */
  readonly around: Notes['around'];
  /** Epoch ms. */
  readonly now: () => number;
};

export type NetworkDesk = {
  readonly ways: NetworkWays;
  readonly calls: Pick<Handlers, keyof typeof networkCalls>;
  /** Takes in the vault once it is open, and null when it is not any more. */
  settle(vault: Vault | null): void;
};

type NamedProxy = Exclude<ProxyChoice, { kind: 'direct' }>;

/** The office's network: its proxies and their logins, and whom to trust besides the usual roots. */
export function createNetworkDesk(deps: Deps): NetworkDesk {
  let vault: Vault | null = null;
  /** Logins a proxy did not take, until they are entered anew. */
  const refused = new Set<string>();
  const turns = createLoginTurns();
  let systemRoots: readonly string[] | null | undefined;
  let roots: { readonly pems: readonly string[] | null } | null = null;

  const theVault = (): Vault => vault ?? fail({ code: 'vault-not-ready', state: 'locked' });
  const trusted = () => (vault?.list(trustedCaKind) ?? []).map(({ value }) => value);
  const login = (proxy: LoginProxy) => vault?.read(proxyLoginKind, proxyLoginId(proxy)) ?? null;
  const ofSystem = (): readonly string[] | null => (systemRoots ??= deps.readSystemRoots());

  function readRoots(): readonly string[] | null {
    const besides = [...(ofSystem() ?? []), ...trusted().map(({ pem }) => pem)].filter(isRealRoot);
    return besides.length === 0 ? null : [...new Set([...rootCertificates, ...besides])];
  }

  /** The proxies for each authority's server. */
  async function servers(): Promise<ReadonlyArray<{ host: string; choices: readonly NamedProxy[] }>> {
    const origins = [...new Set(deps.profiles().flatMap(originsOf))];
    return Promise.all(
      origins.map(async (origin) => {
        // A PAC script that never answers must not keep the settings away.
        const answer = await inTime(deps.resolveProxy(origin), CONNECT_TIMEOUT_MS).catch(() => 'DIRECT');
        const choices = readProxyList(answer);
        return { host: new URL(origin).host, choices: choices.filter((choice) => choice.kind !== 'direct') };
      }),
    );
  }

  /** Changes whom this program trusts; that holds from the change on, however long a slow disk keeps its note waiting. */
  function noted(act: 'ca-trust' | 'ca-removal', pem: string, change: () => Promise<void>): Promise<void> {
    const { subject: name } = namesOf(pem);
    const changeRoots = async (): Promise<void> => {
      try {
        await written(change());
      } finally {
        roots = null;
      }
    };
    return deps.around(changeRoots, () => ({ act, who: 'person', profile: null, accountId: null, name }));
  }

  return {
    ways: {
      proxiesFor: deps.resolveProxy,
      loginFor: (proxy) => (refused.has(loginKey(proxy)) ? null : login(proxy)),
      inLoginTurn: turns.take,
      onLoginRefused(proxy) {
        refused.add(loginKey(proxy));
        turns.doubt(proxy);
      },
      roots: () => (roots ??= { pems: readRoots() }).pems,
    },

    settle(opened) {
      vault = opened;
      roots = null;
    },

    calls: {
      async 'settings.network'() {
        const found = await servers();
        const proxies = new Map<string, NamedProxy>();
        for (const { choices } of found) {
          for (const choice of choices) proxies.set(JSON.stringify([choice.kind, choice.proxy]), choice);
        }
        return {
          servers: found.map(({ host, choices }) => ({ host, proxies: choices.map(({ proxy }) => proxy) })),
          proxies: [...proxies.values()].map(({ proxy, kind }) => ({
            proxy,
            kind,
            ...(kind === 'http' || kind === 'https'
              ? {
                  username: login({ kind, proxy })?.username ?? null,
                  isRefused: refused.has(loginKey({ kind, proxy })),
                }
              : { username: null, isRefused: false }),
          })),
          authorities: trusted().map(authorityView),
          usesSystemRoots: ofSystem() !== null,
        };
      },

      async 'settings.trustCaFile'() {
        theVault();
        const bytes = await deps.chooseCaFile();
        if (bytes === null) return { added: 0 };
        const known = new Set(trusted().map(({ pem }) => new X509Certificate(pem).fingerprint256));
        const found = readCaFile(bytes, deps.now()).filter(({ fingerprint256 }) => !known.has(fingerprint256));
        if (found.length === 0) fail({ code: 'ca-file-refused', reason: 'known' });
        let added = 0;
        for (const certificate of found) {
          const pem = certificate.toString();
          if (!(await deps.confirm(trustQuestion(pem)))) continue;
          const id = randomUUID();
          const record = { id, pem, addedAt: deps.now() };
          await noted('ca-trust', pem, () => theVault().write(trustedCaKind, id, record));
          added += 1;
        }
        return { added };
      },

      async 'settings.distrustCa'({ id }) {
        const record = theVault().read(trustedCaKind, id);
        // Whoever presses twice removes it once.
        if (!record) return {};
        await noted('ca-removal', record.pem, () => theVault().remove(trustedCaKind, id));
        return {};
      },

      async 'settings.setProxyLogin'({ kind, proxy, username, password }) {
        const named = (await servers())
          .flatMap(({ choices }) => choices)
          .some((choice) => choice.kind === kind && choice.proxy === proxy);
        if (!named) fail({ code: 'input-refused', field: 'proxy' });
        await written(
          theVault().write(proxyLoginKind, proxyLoginId({ kind, proxy }), { kind, proxy, username, password }),
        );
        refused.delete(loginKey({ kind, proxy }));
        turns.doubt({ kind, proxy });
        return {};
      },

      async 'settings.forgetProxyLogin'(proxy) {
        await written(theVault().remove(proxyLoginKind, proxyLoginId(proxy)));
        refused.delete(loginKey(proxy));
        return {};
      },
    },
  };
}

/** The origins of an authority that this program connects to. */
function originsOf({ environments }: Profile): string[] {
  const addresses = environments.flatMap(({ authorize, token, api }) => [authorize, token, api]);
  return addresses.flatMap((address) => (address === null ? [] : [new URL(address).origin]));
}

/** Whoever got a practice CA into the system's store still must not have it vouch for a real server. */
function isRealRoot(pem: string): boolean {
  try {
    return !isPracticeCa(new X509Certificate(pem));
  } catch {
    return false;
  }
}

function authorityView({ id, pem, addedAt }: { id: string; pem: string; addedAt: number }) {
  const { notAfter, fingerprint } = describeCertificate(pem);
  return { id, ...namesOf(pem), notAfter, fingerprint, addedAt } satisfies NetworkView['authorities'][number];
}

function trustQuestion(pem: string): NetworkQuestion {
  const { notAfter, fingerprint } = describeCertificate(pem);
  const until = new Date(notAfter).toISOString().slice(0, 10);
  return { about: 'trust-ca', ...namesOf(pem), until, fingerprint: fingerprintText(fingerprint) };
}

function namesOf(pem: string): { subject: string; issuer: string } {
  const facts = describeCertificate(pem);
  const named = (...names: readonly (string | null)[]): string =>
    names
      .filter((name) => name !== null && name !== '')
      .map((name) => plainName(name ?? ''))
      .join(', ')
      .slice(0, 120);
  return {
    subject: named(facts.commonName, facts.organisation),
    issuer: named(facts.issuerCommonName, facts.issuerOrganisation),
  };
}

/** Waits for a change in the vault; what the disk says against it becomes a failure with a name. */
async function written(act: Promise<void>): Promise<void> {
  try {
    await act;
  } catch (error) {
    if (error instanceof VaultError && (isDiskErrorCode(error.code) || error.code === 'record-unreadable')) {
      fail({ code: 'vault-write-failed', reason: error.code }, error);
    }
    throw error;
  }
}
