import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import { useDesk } from '../../state/context.ts';
import { Instant } from '../../ui/instant.tsx';
import { shownSerial } from '../../ui/shown-serial.ts';
import { BytePairs } from '../certificates/byte-pairs.tsx';

/** The access tokens that still work, by what tells them apart; never a token. `isRemoved`: of an account that is gone. */
export function LivingTokens(props: {
  readonly tokens: CallOutput<'compromised.list'>['tokens'];
  readonly isRemoved?: boolean;
}) {
  const { tokens, isRemoved = false } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  // With the day also where it is today: the table is compared with the authority's log.
  const minute = (time: number) => (
    <>
      <span className="one-a-line">
        <Instant time={time}>{formats.shortDate(time)}</Instant>
      </span>
      <span className="one-a-line">{formats.clock(time, time)}</span>
    </>
  );
  if (tokens.length === 0) return <p>{t('compromised.none')}</p>;
  return (
    <table className="living-tokens">
      <caption>{t('compromised.tokens')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('compromised.which')}</th>
          <th scope="col">{t('compromised.issued')}</th>
          <th scope="col">{t('compromised.ends')}</th>
          <th scope="col">{t('compromised.serial')}</th>
          <th scope="col">{t('compromised.fingerprint')}</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map(({ fingerprint, isCurrent, issuedAt, expiresAt, serial }) => (
          <tr key={fingerprint}>
            <th scope="row">
              {t(isRemoved ? 'compromised.gone' : isCurrent ? 'compromised.current' : 'compromised.replaced')}
            </th>
            <td>{issuedAt === null ? t('compromised.notSaid') : minute(issuedAt)}</td>
            <td>{minute(expiresAt)}</td>
            <td className="code">
              {serial === null ? t('compromised.notSaid') : <BytePairs digits={shownSerial(serial)} />}
            </td>
            <td className="code">
              <BytePairs digits={fingerprint} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
