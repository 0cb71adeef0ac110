import type { Ref } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import type { TakeOverCandidate } from '../../../electron/contract/take-over-calls.ts';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { RadioChoice, SecretField, TextField } from '../../ui/fields.tsx';

/** What is typed of a new application; its secret stays in its input. */
export type NewApplication = { readonly name: string; readonly clientId: string };

/** Stands for an application that is entered here. */
export const ANOTHER = 'another';

/** The applications that tokens may belong to: those of their client ID, or all where the tokens name none. */
export function applicationsFor(
  candidate: TakeOverCandidate,
  profile: ProfileView,
  environment: ApplicationView['environment'],
  applications: Readonly<Record<string, ApplicationView>>,
): ApplicationView[] {
  return Object.values(applications).filter(
    (application) =>
      application.profile === profile.id &&
      (candidate.clientId === null
        ? application.clientId !== '' && application.environment === environment
        : candidate.applicationIds.includes(application.id)),
  );
}

/** Which application the tokens belong to: one that is here, or one that is entered now. */
export function ApplicationChoice(props: {
  readonly candidate: TakeOverCandidate;
  readonly profile: ProfileView;
  readonly known: readonly ApplicationView[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly typed: NewApplication;
  readonly onType: (typed: NewApplication) => void;
  readonly secret: Ref<HTMLInputElement>;
}) {
  const { candidate, profile, known, chosen, onChoose, typed, onType, secret } = props;
  const { t } = useTranslation();
  // Tokens that name their client ID have no other application than those of that ID.
  const another = candidate.clientId === null ? [{ value: ANOTHER, text: t('takeOver.application.other') }] : [];
  return (
    <>
      {known.length > 0 && (
        <RadioChoice
          legend={t('takeOver.application.legend')}
          value={chosen}
          options={[
            ...known.map((application) => ({
              value: application.id,
              text: (
                <>
                  {application.name === '' ? t('applications.unnamed') : application.name}{' '}
                  <EnvironmentTag application={application} />
                </>
              ),
              ...(application.hasClientSecret || candidate.hasClientSecret
                ? {}
                : { note: t('takeOver.application.secretNeeded') }),
            })),
            ...another,
          ]}
          onChange={onChoose}
        />
      )}
      {chosen === ANOTHER && (
        <fieldset className="group">
          <legend>{t('takeOver.application.heading')}</legend>
          <TextField
            label={t(`profiles.${profile.id}.application.name`)}
            hint={t(`profiles.${profile.id}.application.nameHint`)}
            value={typed.name}
            onChange={(name) => onType({ ...typed, name })}
            isRequired
          />
          {candidate.clientId === null && (
            <TextField
              label={t('takeOver.application.clientId')}
              value={typed.clientId}
              onChange={(clientId) => onType({ ...typed, clientId })}
              isCode
              isRequired
            />
          )}
          <SecretField
            ref={secret}
            label={t('takeOver.application.clientSecret')}
            hint={t(
              candidate.hasClientSecret ? 'takeOver.application.secretFound' : 'takeOver.application.secretNeeded',
            )}
          />
        </fieldset>
      )}
    </>
  );
}
