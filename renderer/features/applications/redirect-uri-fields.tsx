import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CopyAddress } from './redirect-uri-copy.tsx';

/** Whether what is typed has nothing like `https://` in front; `localhost:9002/x` has a port there, no scheme. */
export function lacksScheme(uri: string): boolean {
  const typed = uri.trim();
  return typed !== '' && !/^[a-z][a-z0-9+.-]*:\//i.test(typed);
}

/** The redirect URIs of an application: one field, or as many as the authority lets register. */
export function RedirectUriFields(props: {
  readonly profile: ProfileView;
  readonly redirectUris: readonly string[];
  readonly onChange: (redirectUris: string[]) => void;
}) {
  const { profile, redirectUris, onChange } = props;
  const { t } = useTranslation();
  const [hasAdded, setAdded] = useState(false);
  const hint = t(`profiles.${profile.id}.application.redirectUriHint`);
  const problemOf = (uri: string): string | undefined => (lacksScheme(uri) ? t('applications.lacksScheme') : undefined);
  const put = (index: number, value: string): void =>
    onChange(redirectUris.map((uri, position) => (position === index ? value : uri)));
  // A suggestion takes the place of an empty line before it makes one of its own.
  const add = (uri: string): void => onChange([...redirectUris.filter((other) => uri === '' || other !== ''), uri]);

  if (!profile.allowsSeveralRedirectUris) {
    const [redirectUri = ''] = redirectUris;
    return (
      <div className="redirect-uri">
        <TextField
          label={t(`profiles.${profile.id}.application.redirectUri`)}
          hint={hint}
          problem={problemOf(redirectUri)}
          value={redirectUri}
          onChange={(value) => onChange([value])}
          isCode
        />
        {redirectUri !== '' && <CopyAddress address={redirectUri} />}
      </div>
    );
  }

  return (
    <fieldset className="group">
      <legend>{t(`profiles.${profile.id}.application.redirectUris`)}</legend>
      <p className="hint">{hint}</p>
      {redirectUris.map((uri, index) => (
        <div key={index} className="field-and-button">
          <TextField
            label={t(`profiles.${profile.id}.application.redirectUriNumber`, { number: index + 1 })}
            problem={problemOf(uri)}
            value={uri}
            onChange={(value) => put(index, value)}
            autoFocus={hasAdded && uri === ''}
            isCode
          />
          {uri !== '' && <CopyAddress address={uri} />}
          {redirectUris.length > 1 && (
            <Button
              label={t(`profiles.${profile.id}.application.removeRedirectUri`, { number: index + 1 })}
              onPress={() => onChange(redirectUris.filter((_uri, position) => position !== index))}
            >
              <Icon name="minus" />
            </Button>
          )}
        </div>
      ))}
      <div className="line">
        <Button
          onPress={() => {
            setAdded(true);
            add('');
          }}
        >
          <Icon name="plus" />
          {t(`profiles.${profile.id}.application.addRedirectUri`)}
        </Button>
        {profile.suggestedRedirectUris
          .filter((uri) => !redirectUris.includes(uri))
          .map((uri) => (
            <Button key={uri} look="quiet" onPress={() => add(uri)}>
              {t('applications.addSuggestion', { uri })}
            </Button>
          ))}
      </div>
    </fieldset>
  );
}
