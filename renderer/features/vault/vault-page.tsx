import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { VaultView } from '../../../electron/contract/vault-view.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';

type NotReady = Exclude<VaultView, { state: 'ready' }>;

/** What stands in the window while the sealed storage cannot be used: what is wrong and what to do. */
export function VaultPage({ vault }: { readonly vault: NotReady }) {
  const { t } = useTranslation();
  switch (vault.state) {
    case 'opening':
      return (
        <main className="vault-page">
          <p className="hint" role="status">
            {t('vault.opening')}
          </p>
        </main>
      );
    case 'unavailable':
      return (
        <Trouble title={t('vault.unavailable.title')}>
          <p>{t('vault.unavailable.why')}</p>
          <p>{navigator.userAgent.includes('Linux') ? t('vault.unavailable.linux') : t('vault.unavailable.other')}</p>
          <p className="hint">{t('vault.unavailable.reason', { reason: vault.reason })}</p>
        </Trouble>
      );
    case 'corrupt':
      return (
        <Trouble title={t('vault.corrupt.title')}>
          <p>{t('vault.corrupt.why')}</p>
          <p>{t('vault.corrupt.now')}</p>
          <p>
            {t('vault.corrupt.folder')} <span className="code selectable">{vault.folder}</span>
          </p>
          <details>
            <summary>{t('vault.corrupt.problems')}</summary>
            <ul className="code">
              {vault.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </details>
        </Trouble>
      );
    case 'backend-changed':
      return (
        <Trouble title={t('vault.backend-changed.title')}>
          <p>{t('vault.backend-changed.why', { was: vault.was, is: vault.is })}</p>
          <p>{t('vault.backend-changed.now')}</p>
        </Trouble>
      );
    case 'newer-version':
      return (
        <Trouble title={t('vault.newer-version.title')}>
          <p>{t('vault.newer-version.why', { version: vault.version })}</p>
          <p>{t('vault.newer-version.now')}</p>
        </Trouble>
      );
  }
}

function Trouble(props: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function retry(): Promise<void> {
    setPending(true);
    const answer = await bridge.call('vault.retry', {});
    setPending(false);
    setFailure(answer.ok ? null : answer.failure);
  }

  return (
    <main className="vault-page">
      <div className="vault-card">
        <h1>{props.title}</h1>
        <p>
          <strong>{t('vault.nothingDeleted')}</strong>
        </p>
        {props.children}
        {failure !== null && <FailureNote failure={failure} />}
        <div>
          <Button look="primary" isPending={isPending} onPress={() => void retry()}>
            {t('common.tryAgain')}
          </Button>
        </div>
      </div>
    </main>
  );
}
