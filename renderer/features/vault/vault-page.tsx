import type { ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from '../../i18n/use-translation.ts';
import { PASSPHRASE_MINIMUM } from '../../../electron/contract/limits.ts';
import type { VaultView } from '../../../electron/contract/vault-view.ts';
import { useDesk } from '../../state/context.ts';
import { HelpInPlace } from '../help/help-in-place.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import type { en } from '../../i18n/en/index.ts';
import { hasText } from '../../i18n/has-text.ts';
import { OtherComputer } from './other-computer.tsx';
import { NewPassphraseForm, PassphraseForm } from './passphrase-forms.tsx';
import { useAct } from './use-act.ts';
import { VaultCard } from './vault-card.tsx';

type NotReady = Exclude<VaultView, { state: 'ready' }>;

/** What stands in the window while the sealed storage cannot be used: what is wrong, why, and what to do. */
export function VaultPage({ vault }: { readonly vault: NotReady }) {
  const { t } = useTranslation();
  switch (vault.state) {
    case 'opening':
      return (
        <main className="vault-page">
          <div role="status">
            <h1 className="hint">{t('vault.opening')}</h1>
          </div>
        </main>
      );
    case 'no-vault-yet':
      return <NoVaultYet reason={vault.reason} />;
    case 'locked':
      return <Locked what={vault.what} />;
    case 'unavailable': {
      const isDisk = !vault.reason.startsWith('keychain') && vault.reason !== 'no-keychain';
      return (
        <Trouble title={t(isDisk ? 'vault.disk.title' : 'vault.unavailable.title')}>
          <p>{t(isDisk ? 'vault.disk.why' : 'vault.unavailable.why')}</p>
          <Reason reason={vault.reason} />
          {isDisk ? <p>{t('vault.disk.now')}</p> : <KeychainHelp />}
          <TryAgain look={!isDisk && vault.hasRecovery ? 'plain' : 'primary'} />
          {!isDisk && <Recovery isSet={vault.hasRecovery} />}
        </Trouble>
      );
    }
    case 'corrupt':
      return (
        <Trouble title={t('vault.corrupt.title')}>
          <p>{t('vault.corrupt.why')}</p>
          <p>{t('vault.corrupt.now')}</p>
          <Folder path={vault.folder} />
          <details>
            <summary>{t('vault.corrupt.problems')}</summary>
            <ul className="code">
              {vault.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </details>
          <TryAgain />
        </Trouble>
      );
    case 'backend-changed':
      return (
        <Trouble title={t('vault.backend-changed.title')}>
          <p>{t('vault.backend-changed.why', { was: vault.was, is: vault.is })}</p>
          <p>{t('vault.backend-changed.now')}</p>
          <TryAgain look={vault.hasRecovery ? 'plain' : 'primary'} />
          <Recovery isSet={vault.hasRecovery} />
        </Trouble>
      );
    case 'wrong-key':
      return vault.against === 'key-file' ? (
        <Trouble title={t('vault.wrong-key.title')}>
          <p>{t('vault.wrong-key.keyFile')}</p>
          <p>{t('vault.backend-changed.now')}</p>
          <TryAgain look={vault.hasRecovery ? 'plain' : 'primary'} />
          <Recovery isSet={vault.hasRecovery} />
        </Trouble>
      ) : (
        <Trouble title={t('vault.wrong-key.title')}>
          <p>{t('vault.wrong-key.records')}</p>
          <p>{t('vault.wrong-key.now')}</p>
          <Folder path={vault.folder} />
          <TryAgain />
        </Trouble>
      );
    case 'in-use':
      return (
        <Trouble title={t('vault.in-use.title')}>
          <p>{vault.isElsewhere ? t('vault.in-use.elsewhere', { host: vault.host }) : t('vault.in-use.here', vault)}</p>
          <p>{t('vault.in-use.now')}</p>
          <details className="quiet-details">
            <summary>{t('vault.in-use.stale')}</summary>
            <div className="stack">
              <p>{t('vault.in-use.removeFile')}</p>
              <p className="code selectable">{vault.file}</p>
              <Folder path={vault.folder} />
            </div>
          </details>
          <TryAgain />
        </Trouble>
      );
    case 'other-computer':
      return <OtherComputer />;
    case 'newer-version':
      return (
        <Trouble title={t('vault.newer-version.title')}>
          <p>{t('vault.newer-version.why', { version: vault.version })}</p>
          <p>{t('vault.newer-version.now')}</p>
          <TryAgain />
        </Trouble>
      );
  }
}

function Trouble(props: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <VaultCard title={props.title}>
      <p>
        <strong>{t('vault.nothingDeleted')}</strong>
      </p>
      {props.children}
    </VaultCard>
  );
}

/** Not the page's main button where a passphrase can be typed instead. */
function TryAgain({ look = 'primary' }: { readonly look?: 'primary' | 'plain' }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const { isPending, failure, run } = useAct();
  return (
    <>
      {failure !== null && <FailureNote failure={failure} />}
      <div>
        <Button look={look} isPending={isPending} onPress={() => void run(() => bridge.call('vault.retry', {}))}>
          {t('common.tryAgain')}
        </Button>
      </div>
    </>
  );
}

function NoVaultYet({ reason }: { readonly reason: string }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const { isPending, failure, run } = useAct();
  return (
    <VaultCard title={t('vault.no-vault-yet.title')}>
      <p>{t('vault.no-vault-yet.why')}</p>
      <Reason reason={reason} />
      <KeychainHelp />
      <TryAgain look="plain" />
      <p>{t('vault.no-vault-yet.choice')}</p>
      <p>{t('vault.no-vault-yet.renewal')}</p>
      <p>{t('vault.no-vault-yet.lost')}</p>
      <HelpInPlace topic="storage" level={1} />
      <NewPassphraseForm
        label={t('vault.passphrase.label')}
        minimum={PASSPHRASE_MINIMUM}
        submit={t('vault.no-vault-yet.create')}
        isPending={isPending}
        failure={failure}
        onPassphrase={(passphrase) => void run(() => bridge.call('vault.create', { passphrase }))}
      />
    </VaultCard>
  );
}

function Locked({ what }: { readonly what: 'storage' | 'window' }) {
  const { t } = useTranslation();
  const isWindow = what === 'window';
  return (
    <VaultCard title={t(isWindow ? 'vault.locked.windowTitle' : 'vault.locked.title')}>
      <p>{t(isWindow ? 'vault.locked.windowWhy' : 'vault.locked.why')}</p>
      {!isWindow && <p className="hint">{t('vault.locked.recovery')}</p>}
      <Unlock label={t('vault.passphrase.label')} submit={t('vault.locked.unlock')} autoFocus />
    </VaultCard>
  );
}

function Unlock(props: { readonly label: string; readonly submit: string; readonly autoFocus?: boolean }) {
  const { bridge } = useDesk();
  const { isPending, failure, run } = useAct();
  return (
    <PassphraseForm
      {...props}
      isPending={isPending}
      failure={failure}
      onPassphrase={(passphrase) => void run(() => bridge.call('vault.unlock', { passphrase }))}
    />
  );
}

/** The way back where a keychain is lost. */
function Recovery({ isSet }: { readonly isSet: boolean }) {
  const { t } = useTranslation();
  if (!isSet) return <p className="hint">{t('vault.recovery.none')}</p>;
  return (
    <section className="stack">
      <h2>{t('vault.recovery.heading')}</h2>
      <p>{t('vault.recovery.text')}</p>
      <Unlock label={t('vault.passphrase.recovery')} submit={t('vault.recovery.open')} />
    </section>
  );
}

function isKnownReason(reason: string, t: TFunction): reason is keyof typeof en.vault.reasons {
  return hasText(t, `vault.reasons.${reason}`);
}

function Reason({ reason }: { readonly reason: string }) {
  const { t } = useTranslation();
  return <p>{isKnownReason(reason, t) ? t(`vault.reasons.${reason}`) : t('vault.reason', { reason })}</p>;
}

function KeychainHelp() {
  const { t } = useTranslation();
  return <p>{t(navigator.userAgent.includes('Linux') ? 'vault.keychainHelp.linux' : 'vault.keychainHelp.other')}</p>;
}

function Folder({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  return (
    <p>
      {t('vault.folder')} <span className="code selectable">{path}</span>
    </p>
  );
}
