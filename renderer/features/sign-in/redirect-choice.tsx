import { useTranslation } from '../../i18n/use-translation.ts';
import { arrivalOf, type Route } from '../../../electron/contract/route.ts';
import { RadioChoice } from '../../ui/fields.tsx';

/**
 * Which of an application's redirect URIs a sign-in uses, and how its callback comes home from there. Where there is no
 * choice only that is said, and nothing where the person has no part in it.
 */
export function RedirectChoice(props: {
  readonly route: Route;
  readonly redirectUris: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (redirectUri: string) => void;
}) {
  const { route, redirectUris, chosen, onChoose } = props;
  const { t } = useTranslation();
  const [sole] = redirectUris;
  if (sole === undefined) return null;
  if (redirectUris.length === 1) {
    const arrival = arrivalOf(route, sole);
    return arrival === 'caught' ? null : <p className="hint">{t(`signIn.arrival.${arrival}`)}</p>;
  }
  return (
    <RadioChoice
      legend={t('signIn.redirectLegend')}
      value={chosenAmong(redirectUris, chosen)}
      options={redirectUris.map((uri) => ({
        value: uri,
        text: <span className="code">{uri}</span>,
        note: t(`signIn.arrival.${arrivalOf(route, uri)}`),
      }))}
      onChange={onChoose}
    />
  );
}

/** The one chosen while it is still among them, else the first. */
export function chosenAmong(redirectUris: readonly string[], chosen: string | null): string | null {
  return chosen !== null && redirectUris.includes(chosen) ? chosen : (redirectUris[0] ?? null);
}
