import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createNotes } from '../../electron/activity/notes.ts';
import { createOffice, type Office } from '../../electron/accounts/office.ts';
import {
  freshAccount,
  recordKinds,
  type AccountRecord,
  type ApplicationRecord,
} from '../../electron/accounts/records.ts';
import type { Profile } from '../../electron/authorities/schema.ts';
import type { Change } from '../../electron/contract/snapshot.ts';
import { en } from '../../electron/desktop/words/en.ts';
import { icaclsOwnerOnly } from '../../electron/handover/owner-only.ts';
import { createTokenFiles, type TokenFiles } from '../../electron/handover/token-file.ts';
import { nodeFileSystem, type VaultFileSystem } from '../../electron/vault/file-system.ts';
import { newDerivation } from '../../electron/transfer/passphrase-key.ts';
import type { Keychain } from '../../electron/vault/key-file.ts';
import { openVault, type VaultOpening } from '../../electron/vault/vault.ts';
import { tokenTimes } from '../../electron/tokens/token-times.ts';

/** A keychain that only obscures: every process of a run must open what another sealed. */
export const soakKeychain: Keychain = {
  backend: 'soak',
  seal: (text) => Promise.resolve(Buffer.from(text).toString('base64')),
  open: (sealed) => Promise.resolve({ text: Buffer.from(sealed, 'base64').toString(), reseal: false }),
};

/** Main's own part over a vault folder: no window, no Electron. */
export type SoakOffice = {
  readonly office: Office;
  readonly opening: VaultOpening;
  /** Renews by the call that the window's button makes; the result is what the window would get. */
  renew(accountId: string): Promise<unknown>;
  close(): Promise<void>;
};

export async function openSoakOffice(options: {
  readonly vaultFolder: string;
  readonly profiles: () => readonly Profile[];
  readonly fs?: VaultFileSystem;
  readonly keychain?: Keychain | 'unavailable';
  readonly announce?: (changes: readonly Change[]) => void;
  readonly tokenFiles?: TokenFiles;
}): Promise<SoakOffice> {
  const { vaultFolder: folder, profiles, fs, keychain = soakKeychain, announce = () => undefined } = options;
  const refused = (what: string) => () => Promise.reject(new Error(`no ${what} here`));
  const noTokenFiles: TokenFiles = {
    settle: refused('token file'),
    create: refused('token file'),
    replace: refused('token file'),
    remove: refused('token file'),
  };
  const notes = createNotes({
    folder: activityFolder(folder),
    announce,
    reportFault: () => '',
    now: () => Date.now(),
  });
  const office = createOffice({
    vaultFolder: folder,
    announce,
    profiles,
    openP12: refused('P12'),
    chooseFile: () => Promise.resolve(null),
    chooseTokenFile: () => Promise.resolve(null),
    chooseKeyFile: () => Promise.resolve(null),
    openSignInWindow: refused('window'),
    scheme: 'taxpass-practice',
    words: () => en,
    openDeviceWindow: refused('window'),
    openBrowser: refused('browser'),
    writeClipboard: () => undefined,
    saveText: () => Promise.resolve(false),
    handOver: {
      tokenFiles: options.tokenFiles ?? noTokenFiles,
      clipboard: { writeSecret: refused('clipboard'), readText: refused('clipboard'), clear: () => undefined },
      confirm: () => Promise.resolve(false),
      chooseNewFile: () => Promise.resolve(null),
    },
    confirm: () => Promise.resolve(false),
    isWatched: () => true,
    notes,
    transfer: {
      dialogs: {
        chooseTarget: () => Promise.resolve(null),
        chooseFile: () => Promise.resolve(null),
        chooseFolder: () => Promise.resolve(null),
        confirmMove: () => Promise.resolve(false),
      },
      fs: nodeFileSystem(),
      newDerivation,
    },
    version: '0.0.0',
    now: () => Date.now(),
  });
  const opening = await openVault({ folder, keychain, kinds: recordKinds, ...(fs ? { fs } : {}) });
  office.workspace.settle(opening);
  notes.settle(opening.state === 'ready' ? opening.vault.sealer : null);
  await office.resume();
  await office.freshenFiles();
  return {
    office,
    opening,
    renew: async (accountId) => office.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null }),
    close: () => office.https.close(),
  };
}

/** The token files of a user whose home this is; only below it do they lie. */
export function soakTokenFiles(home: string): TokenFiles {
  const place = {
    platform: process.platform,
    home,
    env: {},
    temporaryFolders: [tmpdir()],
    ownFolder: join(home, 'own'),
  };
  return createTokenFiles(place, (path) => icaclsOwnerOnly(path, { env: process.env, name: userInfo().username }));
}

/** Where the activity log of the vault in `folder` lies. */
export function activityFolder(folder: string): string {
  return `${folder}-activity`;
}

/** A token pair as an authority's answer has it. */
export type Pair = { readonly access_token: string; readonly refresh_token: string };

/** The record of an application at the practice ANAF. */
export function anafApplication(
  id: string,
  post: {
    readonly oauth2: { readonly clientId: string; readonly clientSecret: string };
    readonly redirectUris: readonly string[];
    readonly services: readonly string[];
  },
): ApplicationRecord {
  return {
    id,
    profile: 'anaf',
    environment: 'production',
    name: 'Cabinet Popescu',
    redirectUris: [...post.redirectUris],
    services: [...post.services],
    scopes: [],
    ...post.oauth2,
    apigwClientId: '',
    apigwClientSecret: '',
  };
}

/** The record of an account whose tokens were taken over: no certificate is known, so each is a holder of its own. */
export function accountOf(id: string, application: ApplicationRecord, pair: Pair, nowMs: number): AccountRecord {
  const { profile, environment, clientId } = application;
  const endOf = (token: string): number | null => tokenTimes(token).expiresAt;
  return {
    ...freshAccount,
    id,
    applicationId: application.id,
    certificateId: null,
    redirectUri: application.redirectUris[0] ?? '',
    grant: {
      issuedTo: { profile, environment, clientId },
      accessToken: pair.access_token,
      obtainedAt: nowMs,
      expiresAt: endOf(pair.access_token) ?? nowMs,
      refreshToken: {
        value: pair.refresh_token,
        expiresAt: endOf(pair.refresh_token) ?? nowMs + 365 * 86_400_000,
        isCertain: endOf(pair.refresh_token) !== null,
        ordinal: 1,
      },
      scopeAsked: [],
      scopeGiven: null,
    },
  };
}
