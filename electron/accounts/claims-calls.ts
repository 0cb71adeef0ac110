import type { Profile } from '../authorities/schema.ts';
import type { TokenDifference, TokenMatch, TokenSource } from '../contract/claims-calls.ts';
import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import type { TokenReading } from '../contract/token-reading.ts';
import type { Verification } from '../contract/token-verification.ts';
import { tokenDifference } from '../tokens/claim-difference.ts';
import { unwrapToken } from '../tokens/claim-paste.ts';
import { readTokenBeside } from '../tokens/claims.ts';
import { verifyToken } from '../tokens/verify.ts';
import type { PastedToken } from './pasted-token.ts';
import type { AccountRecord } from './records.ts';
import type { Store } from './store.ts';
import { tokenKnown } from './token-known.ts';
import { tokenMatch } from './token-match.ts';
import { tokenSecrets } from './token-secrets.ts';

/** The system's dialog for a file with a public key; null when it was closed. Fails with `file-unreadable`. */
export type ChooseKeyFile = () => Promise<Uint8Array | 'too-large' | null>;

/** The most replaced tokens that are looked through for the one before. */
const MOST_EARLIER = 50;

/** Reading, explaining and verifying tokens (R13, R16, R22). No token goes to the window, and no key is kept. */
export function claimsCalls(deps: {
  readonly store: () => Store;
  readonly profiles: () => readonly Profile[];
  readonly pastedToken: PastedToken;
  readonly chooseKeyFile: ChooseKeyFile;
  readonly writeClipboard: (text: string) => void;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
}): Pick<Handlers, Extract<keyof Handlers, `claims.${string}`>> {
  function tokenOf(of: TokenSource): string {
    return 'draftId' in of ? deps.pastedToken.get(of.draftId) : accessTokenOf(deps.store().account(of.accountId));
  }

  /** What must not be seen in a token of that account. */
  function secretsBeside(of: TokenSource | TokenMatch | null): readonly string[] {
    return of !== null && 'accountId' in of ? tokenSecrets(deps.store().account(of.accountId)) : [];
  }

  function verify(of: TokenSource, key: string | Uint8Array): Verification {
    const token = tokenOf(of);
    return verifyToken(token, key, deps.now(), secretsBeside(ownerOf(of, token)));
  }

  /** Of a pasted token the account it is one of, if any. */
  function ownerOf(of: TokenSource, token: string): TokenSource | TokenMatch | null {
    return 'accountId' in of ? of : tokenMatch(deps.store(), token);
  }

  return {
    'claims.read'({ token: pasted }) {
      const store = deps.store();
      const token = unwrapToken(pasted).text;
      const match = tokenMatch(store, token);
      const reading = readTokenBeside(pasted, secretsBeside(match));
      // One at a time: whoever pastes another is done with the last.
      deps.pastedToken.discardAll();
      return {
        draftId: reading.form === 'jwt' ? deps.pastedToken.keep(token) : null,
        reading,
        known: tokenKnown(store, deps.profiles(), token, reading),
        match,
      };
    },

    'claims.discard'({ draftId }) {
      deps.pastedToken.discard(draftId);
      return {};
    },

    'claims.about'({ accountId }) {
      const store = deps.store();
      const account = store.account(accountId);
      const token = accessTokenOf(account);
      const secrets = tokenSecrets(account);
      const reading = readTokenBeside(token, secrets);
      return {
        known: tokenKnown(store, deps.profiles(), token, reading),
        difference: differenceToEarlier(account, token, reading, secrets),
      };
    },

    'claims.verify': ({ of, key }) => verify(of, key),

    async 'claims.verifyByFile'({ of }): Promise<Verification | null> {
      tokenOf(of);
      const file = await deps.chooseKeyFile();
      if (file === null) return null;
      if (file === 'too-large') return { outcome: 'key-unreadable', reason: 'too-large' };
      // It may have been replaced, or taken away, while the dialog stood there.
      return verify(of, file);
    },

    'claims.copyRaw'({ of }) {
      const token = tokenOf(of);
      const reading = readTokenBeside(token, secretsBeside(ownerOf(of, token)));
      if (reading.form !== 'jwt') return fail({ code: 'no-access-token' });
      deps.writeClipboard(`${reading.headerJson}\n${reading.payloadJson}\n`);
      return {};
    },
  };
}

function accessTokenOf({ grant }: AccountRecord): string {
  return grant?.accessToken ?? fail({ code: 'no-access-token' });
}

/** Against the newest of the replaced access tokens that can be read; null where none is kept any more. */
function differenceToEarlier(
  account: AccountRecord,
  token: string,
  reading: TokenReading,
  secrets: readonly string[],
): TokenDifference | null {
  if (reading.form !== 'jwt') return null;
  const { superseded, earlier } = account;
  const replaced = [...superseded, ...earlier.map(({ grant }) => grant)].slice(-MOST_EARLIER);
  const readings = replaced
    .filter(({ accessToken }) => accessToken !== token)
    .flatMap(({ accessToken }) => {
      const read = readTokenBeside(accessToken, secrets);
      return read.form === 'jwt' ? [read] : [];
    });
  const newest = readings.reduce<(typeof readings)[number] | null>(
    (best, one) => (best === null || (one.issuedAt ?? 0) >= (best.issuedAt ?? 0) ? one : best),
    null,
  );
  return newest && tokenDifference(newest, reading);
}
