import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import type { Places } from './notice-bar.tsx';
import type { ListedNotice } from './notice-item.tsx';

/** What comes after each threshold, in days before the end. */
const nextStage = { 60: 30, 30: 14, 14: 7, 7: 1, 1: 0 } as const;

type Act = { readonly words: string; readonly onPress: () => void; readonly isRemedy?: true };

/** What can be done about a notice, and putting it off. `title` tells its buttons from those of the others. */
export function NoticeActs(props: Places & { readonly notice: ListedNotice; readonly title: string }) {
  const { notice, title } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const remedy = useRemedy(props);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function snooze(until: 'tomorrow' | 'next-threshold'): Promise<void> {
    const answer = await bridge.call('notices.snooze', { noticeId: notice.id, until });
    setFailure(answer.ok ? null : answer.failure);
  }

  const next = nextThreshold(notice);
  const acts: readonly Act[] = [
    ...(remedy === null ? [] : [{ ...remedy, isRemedy: true as const }]),
    ...(notice.snooze === null ? [] : [{ words: t('notices.act.tomorrow'), onPress: () => void snooze('tomorrow') }]),
    ...(next === null ? [] : [{ words: nextWords(next), onPress: () => void snooze('next-threshold') }]),
  ];

  function nextWords(days: number): string {
    if (days === 0) return t('notices.act.nextThresholdEnd');
    return t('notices.act.nextThreshold', { count: days });
  }

  return (
    <>
      <div className="acts">
        {acts.map(({ words, onPress, isRemedy }) => (
          <Button
            key={words}
            look={isRemedy === true ? 'plain' : 'quiet'}
            label={t('notices.act.about', { act: words, notice: title })}
            onPress={onPress}
          >
            {words}
          </Button>
        ))}
      </div>
      {failure !== null && <FailureNote failure={failure} />}
    </>
  );
}

function nextThreshold(notice: ListedNotice): number | null {
  if (notice.snooze !== 'next-threshold' || !('stage' in notice) || notice.stage === 0) return null;
  return nextStage[notice.stage];
}

/** The one thing that helps; null where it is done for each of several accounts, or outside the program. */
function useRemedy({ notice, onAccount, onPage }: Places & { readonly notice: ListedNotice }): Act | null {
  const { t } = useTranslation();
  const { bridge, fetches } = useDesk();
  if (notice.kind === 'clock-behind') return null;
  if (notice.kind === 'backup-failing') {
    return { words: t('notices.act.openSettings'), onPress: () => onPage('settings') };
  }
  if (notice.kind === 'certificate-ends') {
    return { words: t('notices.act.openCertificates'), onPress: () => onPage('certificates') };
  }
  if (notice.kind === 'renewal-failing' && notice.accounts.length > 1) {
    return { words: t('notices.act.renewDue'), onPress: () => void bridge.call('renewals.start', {}) };
  }
  const [accountId] = notice.accounts;
  if (accountId === undefined || notice.accounts.length > 1) return null;
  const fetch = (): void => {
    onAccount(accountId);
    fetches.fetch(accountId);
  };
  if (notice.kind === 'sign-in-needed') return { words: t('notices.act.signIn'), onPress: fetch };
  if (notice.kind === 'renewal-failing' || notice.kind === 'answer-lost') {
    return { words: t('notices.act.renew'), onPress: fetch };
  }
  return { words: t('notices.act.openAccount'), onPress: () => onAccount(accountId) };
}
