import { useTranslation } from '../../i18n/use-translation.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { Notice } from '../../ui/notice.tsx';

/**
 * Says before a sign-in which scopes it cannot serve: an API is tied to its flows (S1). Where nobody signs in, it also
 * says of which scopes no page tells whether this flow serves them.
 */
export function FlowWarning({
  profile,
  scopes,
}: {
  readonly profile: ProfileView;
  readonly scopes: readonly string[];
}) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { elsewhere, unknown } = flowsOf(profile, scopes);
  if (elsewhere.length + unknown.length === 0) return null;
  return (
    <Notice kind="warning" title={t('applications.flows.title')}>
      {elsewhere.map(({ scope, flows }) => (
        <p key={scope}>
          {t('applications.flows.elsewhere', {
            scope,
            flows: formats.list(flows.map((flow) => t(`profiles.${flow}.name`))),
          })}
        </p>
      ))}
      {unknown.length > 0 && <p>{t('applications.flows.unknown', { scopes: formats.list(unknown) })}</p>}
    </Notice>
  );
}

/** The scopes that another flow serves, and those of which it is not known whether this one does. */
export function flowsOf(profile: ProfileView, scopes: readonly string[]) {
  const flowsOfScope = (scope: string) => profile.scopeFlows[scope] ?? null;
  const signsIn = profile.hasRedirectUris;
  return {
    elsewhere: scopes.flatMap((scope) => {
      const flows = flowsOfScope(scope);
      return flows === null || flows.includes(profile.id) ? [] : [{ scope, flows }];
    }),
    unknown: signsIn ? [] : scopes.filter((scope) => flowsOfScope(scope) === null),
  };
}
