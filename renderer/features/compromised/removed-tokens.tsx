import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Instant } from '../../ui/instant.tsx';
import { toldApart } from '../../ui/told-apart.ts';
import { LivingTokens } from './living-tokens.tsx';
import './compromised.css';

type Removed = CallOutput<'compromised.listRemoved'>['removed'][number];

/**
 * The access tokens of removed accounts that still live, to be reported as compromised (R19); nothing where there are
 * none. With `clientId` only those of that registration.
 */
export function RemovedTokens({ clientId = null }: { readonly clientId?: string | null }) {
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const removed = useRemoved().filter((one) => clientId === null || one.clientId === clientId);
  const authority = profiles.find(({ id }) => id === removed[0]?.profile)?.authority;
  if (authority === undefined) return null;
  const when = toldApart(
    removed.map(({ removedAt }) => removedAt),
    clock.now(),
    formats,
  );
  return (
    <section className="block" aria-labelledby="removed-tokens">
      <h2 id="removed-tokens">{t('compromised.removed.heading')}</h2>
      <p>{t('compromised.removed.what', { authority: t(`authorities.${authority}.name`) })}</p>
      {removed.map((one) => (
        <RemovedAccount key={one.id} removed={one} when={when(one.removedAt)} authority={authority} />
      ))}
    </section>
  );
}

function RemovedAccount(props: {
  readonly removed: Removed;
  /** When it was removed, as told apart from when others were. */
  readonly when: string;
  readonly authority: ProfileView['authority'];
}) {
  const { removed, when, authority } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const [isPending, setPending] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const application = removed.application === '' ? t('applications.unnamed') : removed.application;
  const { holder, removedAt } = removed;
  const name = holder === '' ? application : t('compromised.removed.title', { holder, application });
  // One may have been removed several times: under the same name each time.
  const account = t('compromised.removed.named', { account: name, time: when });

  async function save(): Promise<void> {
    setPending(true);
    setSaid(null);
    setFailure(null);
    const answer = await bridge.call('compromised.saveRemovedReport', { id: removed.id });
    setPending(false);
    const words = { authority: t(`authorities.${authority}.name`) };
    if (!answer.ok) setFailure(answer.failure);
    else setSaid(t(answer.value.outcome === 'done' ? 'compromised.saved' : 'compromised.declined', words));
  }

  return (
    <div className="stack">
      <h3>
        <Instant time={removedAt}>{account}</Instant>
      </h3>
      <LivingTokens tokens={removed.tokens} isRemoved />
      <div>
        <Button label={t('compromised.removed.saveFor', { account })} isPending={isPending} onPress={() => void save()}>
          {t('compromised.save')}
        </Button>
      </div>
      <p role="status">{isPending ? t('compromised.asking') : said}</p>
      {failure !== null && <FailureNote failure={failure} />}
    </div>
  );
}

/** Asked again when an account has come or gone, and when the next of these tokens ends. */
function useRemoved(): readonly Removed[] {
  const { bridge } = useDesk();
  const [removed, setRemoved] = useState<readonly Removed[]>([]);
  const accounts = useSnapshot((snapshot) => Object.keys(snapshot.accounts).length);
  const ended = useClock(
    (now) => removed.flatMap(({ tokens }) => tokens).filter(({ expiresAt }) => expiresAt <= now).length,
  );
  useEffect(() => {
    let isWanted = true;
    void bridge.call('compromised.listRemoved', {}).then((answer) => {
      if (isWanted && answer.ok) setRemoved(answer.value.removed);
    });
    return () => {
      isWanted = false;
    };
  }, [bridge, accounts, ended]);
  return removed;
}
