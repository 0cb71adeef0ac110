import type { Notes } from '../activity/notes.ts';
import { done, type Noting, type Unended } from '../activity/noting.ts';
import type { CallInput, CallName, CallOutput, Handlers } from '../contract/contract.ts';
import { aboutAccountId, aboutApplication, aboutCertificate, aboutNobody } from './about.ts';
import type { NamingStore } from './account-name.ts';
import type { BackupEnding } from './backup.ts';
import type { RenewalOutcome } from './renewal.ts';
import { isPassing } from './sign-in.ts';

/**
 * What a call is noted as. Asked before the call, so that what it removes can still be named; the answer is told
 * afterwards, undefined where the call failed. Null where there is nothing to note.
 */
type Teller<Name extends CallName> = (
  input: CallInput<Name>,
  store: NamingStore,
) => (answer: CallOutput<Name> | undefined) => Unended | null;

const who = 'person';

/** The person thought better of it: then nothing was done, and nothing is noted. */
function isDeclined(answer: { readonly outcome: string } | undefined): boolean {
  return answer?.outcome === 'declined';
}

function handOver(means: 'clipboard' | 'file'): Teller<'handOver.copy' | 'handOver.toFile'> {
  return ({ accountId, recipientName: recipient }, store) =>
    (answer) =>
      isDeclined(answer) ? null : { act: 'hand-over', who, ...aboutAccountId(store, accountId), recipient, means };
}

function passphraseChange(): () => Unended {
  return () => ({ act: 'passphrase-change', who, ...aboutNobody });
}

/** The acts that a person begins; renewals are told of by {@link renewalEnded}, whoever began them. */
const tellers: { readonly [Name in CallName]?: Teller<Name> } = {
  'certificates.import': (_input, store) => (answer) => {
    const certificate = answer && store.findCertificate(answer.certificateId);
    return { act: 'certificate-import', who, ...aboutCertificate(certificate) };
  },
  'certificates.remove': ({ certificateId }, store) => {
    const about = aboutCertificate(store.findCertificate(certificateId));
    return () => ({ act: 'certificate-removal', who, ...about });
  },
  'applications.save': (input) => () => ({ act: 'application-save', who, ...aboutApplication(input) }),
  'applications.remove': ({ applicationId }, store) => {
    const about = aboutApplication(store.findApplication(applicationId));
    return (answer) => (isDeclined(answer) ? null : { act: 'application-removal', who, ...about });
  },
  'accounts.signIn':
    ({ accountId, applicationId }, store) =>
    (answer) => {
      if (answer?.isShared === true) return null;
      const id = answer?.accountId ?? accountId;
      const about = id === null ? aboutApplication(store.findApplication(applicationId)) : aboutAccountId(store, id);
      return { act: 'sign-in', who, ...about };
    },
  'accounts.revoke':
    ({ accountId }, store) =>
    (answer) => {
      if (isDeclined(answer)) return null;
      return {
        act: 'revocation',
        who,
        ...aboutAccountId(store, accountId),
        isAccepted: answer?.outcome === 'accepted',
      };
    },
  'accounts.remove': ({ accountId }, store) => {
    const about = aboutAccountId(store, accountId);
    return (answer) => (isDeclined(answer) ? null : { act: 'account-removal', who, ...about });
  },
  'takeOver.import': (_input, store) => (answer) => ({
    ...{ act: 'token-takeover', who, ...aboutAccountId(store, answer?.accountId ?? null) },
  }),
  'handOver.copy': handOver('clipboard'),
  'handOver.toFile': handOver('file'),
  'handOver.stop': ({ accountId, recipientId }, store) => {
    const account = store.accounts().find(({ id }) => id === accountId);
    const recipient = account?.recipients.find(({ id }) => id === recipientId);
    const about = aboutAccountId(store, accountId);
    if (recipient === undefined) return () => null;
    const means = recipient.way.by === 'clipboard' ? 'clipboard' : 'file';
    return () => ({ act: 'hand-over-stop', who, ...about, recipient: recipient.name, means });
  },
  'compromised.saveReport':
    ({ accountId }, store) =>
    (answer) =>
      isDeclined(answer) ? null : { act: 'compromise-report', who, ...aboutAccountId(store, accountId) },
  'compromised.saveRemovedReport': () => (answer) =>
    isDeclined(answer) ? null : { act: 'compromise-report', who, ...aboutNobody },
  'companies.set': ({ accountId }, store) => {
    const about = aboutAccountId(store, accountId);
    return () => ({ act: 'companies-change', who, ...about });
  },
  'transfer.bringBack':
    ({ accountId }, store) =>
    () => ({ act: 'bring-back', who, ...aboutAccountId(store, accountId) }),
  'vault.usePassphrase': passphraseChange,
  'vault.useKeychain': passphraseChange,
  'vault.setRecovery': passphraseChange,
  'transfer.export':
    ({ accountIds }) =>
    (answer) =>
      isDeclined(answer) ? null : { act: 'export', who, ...aboutNobody, accounts: accountIds.length },
  'transfer.import': () => (answer) => ({ act: 'import', who, ...aboutNobody, accounts: answer?.accounts.length ?? 0 }),
  'requests.send':
    ({ accountId, method, url }, store) =>
    (answer) => {
      // The query may hold anything; where there is no address nothing was sent.
      if (!URL.canParse(url)) return null;
      const { host, pathname: path } = new URL(url);
      const sent = { status: answer?.status ?? null, correlationId: answer?.correlationId ?? null };
      return { act: 'request', who, ...aboutAccountId(store, accountId), method, host, path, ...sent };
    },
};

type Noted = { readonly notes: Notes; readonly store: () => NamingStore };

/** The same calls, each noted in the activity log when it has ended; what it answers or fails with is unchanged. */
export function notedCalls<C extends Partial<Handlers>>(calls: C, { notes, store }: Noted): C {
  const noted = Object.entries(calls).map(([name, handler]) => {
    const teller = tellers[name as CallName] as Teller<CallName> | undefined;
    const act = handler as (input: unknown) => unknown;
    if (teller === undefined) return [name, handler];
    return [
      name,
      (input: CallInput<CallName>) => {
        if (notes.activity() === null) return act(input);
        return notes.around(async () => (await act(input)) as CallOutput<CallName>, teller(input, store()));
      },
    ];
  });
  return Object.fromEntries(noted) as C;
}

/** Removes an account that goes with its application, noted as if it had been removed by itself. */
export async function removalNoted(
  { notes, store }: Noted,
  accountId: string,
  remove: (accountId: string) => Promise<string[]>,
): Promise<string[]> {
  if (notes.activity() === null) return remove(accountId);
  const about = aboutAccountId(store(), accountId);
  return notes.around(
    () => remove(accountId),
    () => ({ act: 'account-removal', who, ...about }),
  );
}

/** Notes how a renewal ended, by the program or by click; never fails. */
export async function renewalEnded({ notes, store }: Noted, { accountId, by, failure }: RenewalOutcome): Promise<void> {
  // A question that was asked back is no renewal that failed.
  if (failure !== null && isPassing(failure)) return;
  const authorityError = failure?.code === 'authority-refused' ? failure.error : null;
  const ending = failure === null ? done : { result: failure.code, authorityError };
  await notes.note({ act: 'renewal', who: by, ...aboutAccountId(store(), accountId), ...ending });
}

/** How a backup ended, by the program or by click. */
export function backupEnded({ by, trouble }: BackupEnding): Noting {
  const ending = trouble === null ? done : ({ result: 'transfer-write-failed', authorityError: null } as const);
  return { act: 'backup', who: by, ...aboutNobody, ...ending };
}

/** The sealed storage was opened, whoever gave the key. */
export const vaultOpened: Noting = { act: 'vault-open', who: 'program', ...aboutNobody, ...done };

/** A vault that was last used on another computer was opened here, and somebody said what that means. */
export function settledIn(as: 'moved' | 'only-looking'): Noting {
  return { act: as === 'moved' ? 'vault-moved' : 'vault-look-only', who, ...aboutNobody, ...done };
}
