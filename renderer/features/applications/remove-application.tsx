import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView, ApplicationView, ProfileView, RecipientView } from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { renewableUntil } from '../../state/lifetime.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { DangerButton } from '../../ui/confirm.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { shownSerial } from '../../ui/shown-serial.ts';
import { Notice } from '../../ui/notice.tsx';
import { FilesLeft } from '../hand-over/files-left-note.tsx';
import { useAccountName } from '../accounts/use-account.ts';
import { useUntilWords } from '../accounts/use-until-words.ts';
import { useApplicationName } from './telling-apart.ts';

type Ending =
  | { readonly kind: 'asked' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'files-left'; readonly paths: readonly string[] };

/** Asks before an application is removed, naming every account that goes with it and what it still holds (R2). */
export function RemoveApplication(props: {
  readonly application: ApplicationView;
  readonly profile: ProfileView | undefined;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { application, profile, onDone, onClose } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const name = useApplicationName()(application);
  const all = useSnapshot((snapshot) => snapshot.accounts);
  const announce = useAnnounce();
  const [isPending, setPending] = useState(false);
  const [ending, setEnding] = useState<Ending>({ kind: 'asked' });
  const accounts = Object.values(all).filter(({ applicationId }) => applicationId === application.id);

  async function remove(): Promise<void> {
    setPending(true);
    const alsoAccounts = accounts.map(({ id }) => id);
    const answer = await bridge.call('applications.remove', { applicationId: application.id, alsoAccounts });
    setPending(false);
    if (!answer.ok) setEnding({ kind: 'failed', failure: answer.failure });
    else if (answer.value.outcome === 'declined') {
      announce(t('accounts.declined'));
      onClose();
    } else if (answer.value.filesLeft.length === 0) onDone();
    else setEnding({ kind: 'files-left', paths: answer.value.filesLeft });
  }

  return (
    <Modal
      title={t('applications.removeTitle')}
      role="alertdialog"
      size={accounts.length > 0 ? 'wide' : 'narrow'}
      onClose={ending.kind === 'files-left' ? onDone : onClose}
    >
      {ending.kind === 'asked' && (
        <>
          <Consequences name={name} profile={profile} accounts={accounts} />
          <ModalButtons>
            <Button onPress={onClose} autoFocus>
              {t('common.cancel')}
            </Button>
            <DangerButton isPending={isPending} onPress={() => void remove()}>
              {accounts.length === 0
                ? t('applications.removeConfirm')
                : t('applications.removing.confirm', { count: accounts.length })}
            </DangerButton>
          </ModalButtons>
        </>
      )}
      {ending.kind === 'failed' && <FailureNote failure={ending.failure} />}
      {ending.kind === 'files-left' && <FilesLeft title={t('applications.removing.filesLeft')} paths={ending.paths} />}
      {ending.kind !== 'asked' && (
        <ModalButtons>
          <Button onPress={ending.kind === 'files-left' ? onDone : onClose} autoFocus>
            {t('common.close')}
          </Button>
        </ModalButtons>
      )}
    </Modal>
  );
}

function Consequences(props: {
  readonly name: string;
  readonly profile: ProfileView | undefined;
  readonly accounts: readonly AccountView[];
}) {
  const { name, profile, accounts } = props;
  const { t } = useTranslation();
  const authority = profile === undefined ? '' : t(`authorities.${profile.authority}.name`);
  return (
    <>
      <p>{t('applications.removeText', { name, authority })}</p>
      {accounts.length > 0 && (
        <section className="block" aria-labelledby="dying-accounts">
          <h3 id="dying-accounts">{t('applications.removing.accounts', { count: accounts.length })}</h3>
          <div className="dying-accounts" tabIndex={0} role="group" aria-labelledby="dying-accounts">
            {byHolder(accounts).map(([who, own]) => (
              <DyingAccounts key={who} accounts={own} />
            ))}
          </div>
        </section>
      )}
      {accounts.length > 0 && <p>{t('applications.removing.copies')}</p>}
      {profile !== undefined && (
        <Notice kind="warning" title={t('applications.removing.atAuthority', { authority })}>
          <p>{t(`applications.removing.${profile.authority}`)}</p>
        </Notice>
      )}
    </>
  );
}

/** The accounts of each holder together, so that the name stands there once. */
function byHolder(accounts: readonly AccountView[]): ReadonlyArray<readonly [string, readonly AccountView[]]> {
  const groups = new Map<string, AccountView[]>();
  for (const account of accounts) {
    const { holder, certificateSerial, id } = account;
    const who = holder || (certificateSerial ?? id);
    groups.set(who, [...(groups.get(who) ?? []), account]);
  }
  return [...groups];
}

/** The accounts of one holder, each with what tells it from the others. */
function DyingAccounts({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const { t } = useTranslation();
  const [first] = accounts;
  if (first === undefined) return null;
  const { holder, certificateSerial } = first;
  const serial =
    certificateSerial === null ? null : t('holders.unknown.title', { serial: shownSerial(certificateSerial) });
  const who = holder === '' ? serial : holder;
  return (
    <div>
      {who !== null && <p className="dying-account">{who}</p>}
      <ul>
        {accounts.map((account) => (
          <DyingAccount key={account.id} account={account} isNamed={who !== null && accounts.length === 1} />
        ))}
      </ul>
    </div>
  );
}

/** One account, and what it holds that goes with it. `isNamed`: who it is of is enough of a name. */
function DyingAccount({ account, isNamed }: { readonly account: AccountView; readonly isNamed: boolean }) {
  const { t } = useTranslation();
  const { accessToken, companies, recipients } = account;
  const until = renewableUntil(account);
  const { name, under } = useAccountName(account);
  const label = companies.length > 0 ? name : isNamed ? null : (under.at(-1) ?? name);
  return (
    <li>
      {label !== null && label !== account.holder && <p className="dying-account">{label}</p>}
      {accessToken === null && until === null && <p className="hint">{t('applications.removing.noToken')}</p>}
      {accessToken !== null && <HeldToken what="accessToken" at={accessToken.expiresAt} />}
      {until !== null && <HeldToken what="refreshToken" at={until} />}
      {companies.length > 0 && (
        <p className="hint">{t('applications.removing.companies', { count: companies.length })}</p>
      )}
      {recipients.map((recipient) => (
        <HeldToken key={recipient.id} what={recipient.way} at={recipient.copyExpiresAt} recipient={recipient.name} />
      ))}
    </li>
  );
}

function HeldToken(props: {
  readonly what: 'accessToken' | 'refreshToken' | RecipientView['way'];
  readonly at: number;
  readonly recipient?: string;
}) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { at, what, recipient = '' } = props;
  const until = useUntilWords(at);
  const words = useClock((now) =>
    at <= now
      ? t(`applications.removing.ended.${what}`, { relative: formats.relative(at, now), recipient })
      : t(`applications.removing.held.${what}`, { until, recipient }),
  );
  return (
    <p className="hint">
      <Instant time={at}>{words}</Instant>
    </p>
  );
}
