import { useTranslation } from 'react-i18next';
import type { EnvironmentName } from '../../electron/contract/snapshot.ts';

/** Which environment something is for. Test never looks like production. */
export function EnvironmentTag({ environment }: { readonly environment: EnvironmentName }) {
  const { t } = useTranslation();
  return <span className={`tag tag-${environment}`}>{t(`common.environment.${environment}`)}</span>;
}
