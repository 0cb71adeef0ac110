import { useTranslation } from '../../i18n/use-translation.ts';
import { useClock, useDesk } from '../../state/context.ts';

/**
 * "17 Jan 2027, in 56 days"; the hour in place of the day where the end (epoch ms) is near; "Ended 3 days ago" once
 * it is past.
 */
export function useUntilWords(until: number): string {
  const { t } = useTranslation();
  const { formats } = useDesk();
  return useClock((now) => {
    // In one piece: a line does not end within "in 90 days".
    const relative = formats.relative(until, now).replaceAll(' ', '\u00a0');
    if (until <= now) return t('accounts.deadlines.ended', { relative });
    return t('accounts.deadlines.until', { time: formats.end(until, now), relative });
  });
}
