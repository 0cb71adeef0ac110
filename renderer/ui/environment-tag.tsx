import { useTranslation } from '../i18n/use-translation.ts';
import type { ApplicationView } from '../../electron/contract/snapshot.ts';
import { useSnapshot } from '../state/context.ts';

/** Which environment an application is for, where there is more than one. Test never looks like production. */
export function EnvironmentTag({ application }: { readonly application: ApplicationView }) {
  const { t } = useTranslation();
  const { environment, profile } = application;
  const count = useSnapshot(({ profiles }) => profiles.find(({ id }) => id === profile)?.environments.length ?? 0);
  if (count < 2) return null;
  return <span className={`tag tag-${environment}`}>{t(`common.environment.${environment}`)}</span>;
}
