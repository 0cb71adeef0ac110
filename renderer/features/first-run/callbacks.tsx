import { useTranslation } from '../../i18n/use-translation.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { CopyAddress } from '../applications/redirect-uri-copy.tsx';
import { homecoming } from './begin.ts';

/** The addresses to register for a way to sign in, to be copied character for character (S5, S8), and why to take which. */
export function Callbacks({ profile }: { readonly profile: ProfileView }) {
  const { t } = useTranslation();
  return (
    <div className="stack-close">
      <h3>{t(`firstRun.callback.${profile.authority}`)}</h3>
      <ul className="callbacks">
        {profile.suggestedRedirectUris.map((uri) => (
          <li key={uri}>
            <div className="callback">
              <span className="code selectable">{uri}</span>
              <CopyAddress address={uri} />
            </div>
            <p className="hint">{t(`firstRun.callback.why.${homecoming(profile, uri)}`)}</p>
          </li>
        ))}
      </ul>
      <p className="hint">{t('firstRun.callback.exactly')}</p>
      {profile.allowsSeveralRedirectUris && profile.suggestedRedirectUris.length > 1 && (
        <p className="hint">{t('firstRun.callback.several')}</p>
      )}
    </div>
  );
}
