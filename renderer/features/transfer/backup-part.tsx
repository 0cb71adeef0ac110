import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { BackupView } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmRemoval } from '../../ui/confirm.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BackupDialog } from './backup-dialog.tsx';

type Plan = NonNullable<BackupView>;

/** The daily backup: how it stands, and setting it up. */
export function BackupPart() {
  const { t } = useTranslation();
  const { projection } = useDesk();
  const announce = useAnnounce();
  const plan = useSnapshot((snapshot) => snapshot.backup);
  const [isAsking, setAsking] = useState(false);

  function started(): void {
    setAsking(false);
    const failed = projection.get()?.backup?.lastFailure != null;
    announce(t(failed ? 'transfer.backup.notWritten' : 'transfer.backup.written'));
  }

  return (
    <section className="stack">
      <h3>{t('transfer.backup.heading')}</h3>
      {plan === null ? (
        <>
          <p className="lead">{t('transfer.backup.off')}</p>
          <div>
            <Button onPress={() => setAsking(true)}>{t('transfer.backup.setUp')}</Button>
          </div>
        </>
      ) : (
        <Planned plan={plan} onChange={() => setAsking(true)} />
      )}
      {isAsking && <BackupDialog onClose={() => setAsking(false)} onStarted={started} />}
    </section>
  );
}

function Planned({ plan, onChange }: { readonly plan: Plan; readonly onChange: () => void }) {
  const { t } = useTranslation();
  const { bridge, formats, clock, projection } = useDesk();
  const announce = useAnnounce();
  const [isStopping, setStopping] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { folder, lastAt, lastFailure } = plan;

  async function backUp(): Promise<void> {
    setBusy(true);
    const answer = await bridge.call('transfer.backUpNow', {});
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    const failed = projection.get()?.backup?.lastFailure != null;
    if (answer.ok) announce(t(failed ? 'transfer.backup.notWritten' : 'transfer.backup.written'));
  }

  return (
    <>
      {lastFailure !== null && (
        <Notice kind="warning" title={t('transfer.backup.failed.title')}>
          <p>{t(`transfer.backup.failed.${lastFailure.reason}`)}</p>
          <p>{t('transfer.backup.failed.since', { time: formats.clock(lastFailure.at, clock.now()) })}</p>
        </Notice>
      )}
      <Facts>
        <Fact name={t('transfer.backup.folder')} isCode>
          {folder}
        </Fact>
        <Fact name={t('transfer.backup.last')}>
          {lastAt === null ? (
            t('transfer.backup.never')
          ) : (
            <Instant time={lastAt}>
              {t('time.inBrackets', {
                time: formats.clock(lastAt, clock.now()),
                relative: formats.relative(lastAt, clock.now()),
              })}
            </Instant>
          )}
        </Fact>
      </Facts>
      <div className="line">
        <Button isPending={isBusy} onPress={() => void backUp()}>
          {t('transfer.backup.now')}
        </Button>
        <Button onPress={onChange}>{t('transfer.backup.change')}</Button>
        <Button look="quiet" onPress={() => setStopping(true)}>
          {t('transfer.backup.stop')}
        </Button>
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      {isStopping && (
        <ConfirmRemoval
          title={t('transfer.backup.stopTitle')}
          confirm={t('transfer.backup.stopConfirm')}
          onConfirm={() => bridge.call('transfer.stopBackup', {})}
          onDone={() => announce(t('transfer.backup.stopped'))}
          onClose={() => setStopping(false)}
        >
          {t('transfer.backup.stopText')}
        </ConfirmRemoval>
      )}
    </>
  );
}
