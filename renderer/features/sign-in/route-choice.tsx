import { useTranslation } from '../../i18n/use-translation.ts';
import type { Route } from '../../../electron/contract/route.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { RadioChoice } from '../../ui/fields.tsx';

/** How a sign-in goes, said; another way can be chosen where there is one. */
export function RouteChoice(props: {
  readonly profile: ProfileView;
  readonly route: Route;
  readonly routes: readonly Route[];
  readonly onRoute: (route: Route) => void;
}) {
  const { profile, route, routes, onRoute } = props;
  const { t } = useTranslation();
  const authority = t(`authorities.${profile.authority}.name`);
  if (routes.length < 2) return <p className="hint">{t(`signIn.ways.${route}.note`, { authority })}</p>;
  return (
    <>
      <p className="hint">{t(`signIn.ways.${route}.note`, { authority })}</p>
      <details className="quiet-details">
        <summary>{t('signIn.anotherWay')}</summary>
        <RadioChoice
          legend={t('signIn.wayLegend')}
          value={route}
          options={routes.map((value) => ({
            value,
            text: t(`signIn.ways.${value}.name`),
            note: t(`signIn.ways.${value}.note`, { authority }),
          }))}
          onChange={onRoute}
        />
      </details>
    </>
  );
}
