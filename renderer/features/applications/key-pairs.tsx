import type { Ref } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { SecretField, TextField } from '../../ui/fields.tsx';
import type { ApplicationDraft } from './application-draft.ts';

type KeyPair = ProfileView['keyPairs'][number];

/** Where each pair stands in a draft and in what is stored. */
const places = {
  oauth2: { id: 'clientId', hasSecret: 'hasClientSecret' },
  apigw: { id: 'apigwClientId', hasSecret: 'hasApigwClientSecret' },
} as const satisfies Record<KeyPair, { id: keyof ApplicationDraft; hasSecret: keyof ApplicationView }>;

/** The keys of an application; where there is only one pair, it needs no name. */
export function KeyPairs(props: {
  readonly profile: ProfileView;
  readonly application: ApplicationView | null;
  readonly draft: ApplicationDraft;
  readonly onChange: (part: Partial<ApplicationDraft>) => void;
  readonly secrets: Readonly<Record<KeyPair, Ref<HTMLInputElement>>>;
}) {
  const { profile, application, draft, onChange, secrets } = props;
  const { t } = useTranslation();
  const words = `profiles.${profile.id}.application` as const;
  const isOnly = profile.keyPairs.length === 1;

  return (
    <>
      {!isOnly && <p className="hint">{t(`${words}.keysHint`)}</p>}
      <div className="key-pairs">
        {profile.keyPairs.map((pair) => {
          const { id, hasSecret } = places[pair];
          return (
            <fieldset key={pair} className="group">
              <legend>{isOnly ? t('applications.keys.heading') : t(`applications.keys.${pair}`)}</legend>
              <p className="hint">{isOnly ? t(`${words}.keysHint`) : t(`applications.keys.${pair}Hint`)}</p>
              <TextField
                label={t(`${words}.clientId`)}
                value={draft[id]}
                onChange={(value) => onChange({ [id]: value })}
                isCode
              />
              <SecretField
                ref={secrets[pair]}
                label={t(`${words}.clientSecret`)}
                hint={application?.[hasSecret] === true ? t('applications.keys.secretStored') : undefined}
              />
            </fieldset>
          );
        })}
      </div>
    </>
  );
}
