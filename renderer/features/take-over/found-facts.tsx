import { useTranslation } from '../../i18n/use-translation.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import type { TakeOverCandidate } from '../../../electron/contract/take-over-calls.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/instant.tsx';
import { shownSerial } from '../../ui/shown-serial.ts';
import { BytePairs } from '../certificates/byte-pairs.tsx';

/** What is known of a pair before it is taken over. */
export function FoundFacts(props: {
  readonly candidate: TakeOverCandidate;
  readonly profile: ProfileView | undefined;
}) {
  const { candidate, profile } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { accessToken, refreshToken, serial, roles, clientId } = candidate;
  return (
    <section aria-label={t('takeOver.found')}>
      <Facts>
        {profile !== undefined && (
          <Fact name={t('takeOver.facts.authority')}>{t(`authorities.${profile.authority}.name`)}</Fact>
        )}
        <Fact name={t('takeOver.facts.accessToken')}>
          {accessToken === null ? (
            t('takeOver.facts.accessMissing')
          ) : (
            <End time={accessToken.expiresAt} unsaid={t('takeOver.facts.accessUnsaid')} />
          )}
        </Fact>
        <Fact name={t('takeOver.facts.refreshToken')}>
          {refreshToken === null ? (
            t('takeOver.facts.refreshMissing')
          ) : (
            <End time={refreshToken.expiresAt} unsaid={t('takeOver.facts.refreshUnsaid')} />
          )}
        </Fact>
        {serial !== null && (
          <Fact name={t('takeOver.facts.serial')} isCode>
            <BytePairs digits={shownSerial(serial)} />
          </Fact>
        )}
        {roles.length > 0 && <Fact name={t('takeOver.facts.roles')}>{formats.list(roles)}</Fact>}
        {clientId !== null && (
          <Fact name={t('takeOver.facts.clientId')} isCode>
            {clientId}
          </Fact>
        )}
      </Facts>
    </section>
  );
}

function End(props: { readonly time: number | null; readonly unsaid: string }) {
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const { time } = props;
  const relative = useClock((now) => (time === null ? '' : formats.relative(time, now)));
  const hasEnded = useClock((now) => time !== null && time <= now);
  if (time === null) return props.unsaid;
  return (
    <Instant time={time}>
      {hasEnded
        ? t('takeOver.facts.ended', { relative })
        : t('takeOver.facts.until', { time: formats.end(time, clock.now()), relative })}
    </Instant>
  );
}
