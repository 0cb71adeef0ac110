import { useTranslation } from '../../i18n/use-translation.ts';
import type { TokenReading } from '../../../electron/contract/token-reading.ts';

/** Why a token could not be read, and where in it. */
export function MalformedProblem(props: { readonly reading: Extract<TokenReading, { form: 'malformed' }> }) {
  const { problem, part } = props.reading;
  const { t } = useTranslation();
  return (
    <>
      <p>{t(`claims.malformed.problems.${problem}`)}</p>
      {part !== null && <p>{t('claims.malformed.part', { part: t(`claims.malformed.parts.${part}`) })}</p>}
    </>
  );
}
