import type { AriaAttributes } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { lifeLeft } from '../state/lifetime.ts';
import { useClock, useDesk } from '../state/context.ts';

type Life = { readonly from: number; readonly until: number };

/**
 * How much of a time is left, as a bar; the words beside it say the same. `name` says of what ("Programs work until"),
 * `from` and `until` are epoch ms.
 */
export function LifetimeBar({ name, from, until }: Life & { readonly name: string }) {
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const percent = usePercentLeft({ from, until });
  return (
    <Bar
      percent={percent}
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
    />
  );
}

/** The same to be seen only, where what is read out has said it. */
export function SeenLifetimeBar(life: Life) {
  return <Bar percent={usePercentLeft(life)} aria-hidden="true" />;
}

function usePercentLeft({ from, until }: Life): number {
  return useClock((now) => Math.round(lifeLeft(from, until, now) * 100));
}

function Bar({ percent, ...said }: { readonly percent: number } & AriaAttributes & { readonly role?: string }) {
  return (
    <div className="bar" {...said}>
      <div className="bar-mark" style={{ transform: `scaleX(${percent / 100})` }} />
    </div>
  );
}
