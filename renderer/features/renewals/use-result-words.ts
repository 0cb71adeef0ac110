import { useTranslation } from '../../i18n/use-translation.ts';
import type { RenewalRunView } from '../../../electron/contract/renewal-view.ts';

/** How renewing all that were due has ended, in one sentence; null before it has. */
export function useResultWords(run: RenewalRunView | null): string | null {
  const { t } = useTranslation();
  if (run === null || run.state === 'running') return null;
  const { total, renewed } = run;
  const failed = run.failed.length;
  const left = total - renewed - failed;
  if (total === 0) return t('renewals.result.none');
  if (left > 0) {
    return t(`renewals.result.${failed === 0 ? 'cancelled' : 'cancelledWithFailures'}`, { renewed, failed, left });
  }
  return failed === 0 ? t('renewals.result.all', { count: renewed }) : t('renewals.result.some', { renewed, failed });
}
