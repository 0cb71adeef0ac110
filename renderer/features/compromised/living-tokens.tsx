import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import { useDesk } from '../../state/context.ts';
import { Instant } from '../../ui/instant.tsx';

/** The access tokens that still work, by what tells them apart; never a token. */
export function LivingTokens({ tokens }: { readonly tokens: CallOutput<'compromised.list'>['tokens'] }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
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
            <th scope="row">{t(isCurrent ? 'compromised.current' : 'compromised.replaced')}</th>
            <td>
              {issuedAt === null ? (
                t('compromised.notSaid')
              ) : (
                <Instant time={issuedAt}>{formats.shortDate(issuedAt)}</Instant>
              )}
            </td>
            <td>
              <Instant time={expiresAt}>{formats.shortDate(expiresAt)}</Instant>
            </td>
            <td className="code">{serial ?? t('compromised.notSaid')}</td>
            <td className="code">{fingerprint}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
