import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { RadioChoice } from '../../ui/fields.tsx';

/** How a callback reaches us: the app catches it, the browser hands it over, or its address is pasted. */
export type Arrival = 'caught' | 'handed-over' | 'pasted';

/** How a callback to `redirectUri` arrives by that route: only a browser leaves an https address to nobody (S8). */
export function arrivalOf(route: ProfileView['route'], redirectUri: string): Arrival {
  if (route !== 'browser') return 'caught';
  return /^https?:/i.test(redirectUri) ? 'pasted' : 'handed-over';
}

/** Which of an application's redirect URIs a sign-in uses; nothing where there is no choice. */
export function RedirectChoice(props: {
  readonly profile: ProfileView;
  readonly redirectUris: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (redirectUri: string) => void;
}) {
  const { profile, redirectUris, chosen, onChoose } = props;
  const { t } = useTranslation();
  if (redirectUris.length < 2) return null;
  return (
    <RadioChoice
      legend={t('signIn.redirectLegend')}
      value={chosenAmong(redirectUris, chosen)}
      options={redirectUris.map((uri) => ({
        value: uri,
        text: <span className="code">{uri}</span>,
        note: t(`signIn.arrival.${arrivalOf(profile.route, uri)}`),
      }))}
      onChange={onChoose}
    />
  );
}

/** The one chosen while it is still among them, else the first. */
export function chosenAmong(redirectUris: readonly string[], chosen: string | null): string | null {
  return chosen !== null && redirectUris.includes(chosen) ? chosen : (redirectUris[0] ?? null);
}
