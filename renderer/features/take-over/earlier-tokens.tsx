import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { needsSignIn } from '../../state/lifetime.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { toldApart } from '../../ui/told-apart.ts';
import { Notice } from '../../ui/notice.tsx';

type Pair = AccountView['earlier'][number];

/**
 * The pairs whose place others took here while they lived: what came from elsewhere may not be what it said. Pressing is
 * no peril: the present pair is kept in its turn. Nothing where there are none, or where another computer renews the account.
 */
export function EarlierTokens({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { bridge, formats, clock } = useDesk();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const living = useClock((now) => account.earlier.filter(({ expiresAt }) => expiresAt > now).length);
  if (living === 0 || account.standing !== 'here') return null;

  async function use({ id }: Pair): Promise<void> {
    setBusy(true);
    setFailure(null);
    const answer = await bridge.call('takeOver.useEarlier', { accountId: account.id, pairId: id });
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
    else announce(t('takeOver.earlier.done'));
  }

  const told = toldApart(
    account.earlier.flatMap(({ obtainedAt, replacedAt }) => [obtainedAt, replacedAt]),
    clock.now(),
    formats,
  );
  const pairs = (
    <>
      {[...account.earlier].reverse().map((pair) => (
        <EarlierPair key={pair.id} pair={pair} told={told} isBusy={isBusy} onUse={() => void use(pair)} />
      ))}
      {failure !== null && <FailureNote failure={failure} />}
    </>
  );
  if (needsSignIn(account)) {
    return (
      <Notice kind="warning" title={t('takeOver.earlier.refusedTitle')}>
        <p>{t('takeOver.earlier.refused')}</p>
        {pairs}
      </Notice>
    );
  }
  return (
    <section className="block" aria-labelledby="earlier-tokens">
      <h2 id="earlier-tokens">{t('takeOver.earlier.heading')}</h2>
      <p className="hint">{t('takeOver.earlier.what')}</p>
      {pairs}
    </section>
  );
}

function EarlierPair(props: {
  readonly pair: Pair;
  /** How its times are said. */
  readonly told: (time: number) => string;
  readonly isBusy: boolean;
  readonly onUse: () => void;
}) {
  const { pair, told, isBusy, onUse } = props;
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const hasEnded = useClock((now) => pair.expiresAt <= now);
  if (hasEnded) return null;
  const obtained = told(pair.obtainedAt);
  return (
    <>
      <p>
        {t('takeOver.earlier.pair', {
          obtained,
          replaced: told(pair.replacedAt),
          until: formats.end(pair.expiresAt, clock.now()),
        })}
      </p>
      <div>
        <Button isPending={isBusy} label={t('takeOver.earlier.useFor', { obtained })} onPress={onUse}>
          {t('takeOver.earlier.use')}
        </Button>
      </div>
    </>
  );
}
