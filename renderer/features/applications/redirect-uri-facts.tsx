import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApplicationView } from '../../../electron/contract/snapshot.ts';
import { Fact } from '../../ui/facts.tsx';

/** The redirect URIs of an application, one below the other, by the authority's own name for them. */
export function RedirectUriFacts({ application }: { readonly application: ApplicationView }) {
  const { t } = useTranslation();
  const { redirectUris, profile } = application;
  const words = redirectUris.length > 1 ? 'redirectUris' : 'redirectUri';
  return (
    <Fact name={t(`profiles.${profile}.application.${words}`)} isCode={redirectUris.length > 0}>
      {redirectUris.length === 0
        ? t('applications.noRedirectUri')
        : redirectUris.map((uri) => (
            <span key={uri} className="one-a-line">
              {uri}
            </span>
          ))}
    </Fact>
  );
}
