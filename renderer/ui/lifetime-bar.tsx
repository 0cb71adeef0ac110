import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../electron/contract/snapshot.ts';
import { lifeLeft } from '../state/lifetime.ts';
import { useClock, useDesk } from '../state/context.ts';

/** How much of the access token's life is left, as a bar; the words beside it say the same. */
export function LifetimeBar({ token }: { readonly token: NonNullable<AccountView['accessToken']> }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const percent = useClock((now) => Math.round(lifeLeft(token, now) * 100));
  return (
    <div
      className="bar"
      role="meter"
      aria-label={t('accounts.lifetimeBar')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={t('accounts.lifetimeLeft', { percent: formats.percent(percent / 100) })}
    >
      <div className="bar-mark" style={{ transform: `scaleX(${percent / 100})` }} />
    </div>
  );
}
