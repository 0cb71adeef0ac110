import { useTranslation } from '../i18n/use-translation.ts';
import { lifeLeft } from '../state/lifetime.ts';
import { useClock, useDesk } from '../state/context.ts';

/**
 * How much of a time is left, as a bar; the words beside it say the same. `name` says of what ("Programs work until"),
 * `from` and `until` are epoch ms.
 */
export function LifetimeBar(props: { readonly name: string; readonly from: number; readonly until: number }) {
  const { name, from, until } = props;
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const percent = useClock((now) => Math.round(lifeLeft(from, until, now) * 100));
  return (
    <div
      className="bar"
      role="meter"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={t('accounts.deadlines.leftOf', {
        name,
        time: formats.clock(until, clock.now()),
        percent: formats.percent(percent / 100),
      })}
    >
      <div className="bar-mark" style={{ transform: `scaleX(${percent / 100})` }} />
    </div>
  );
}
