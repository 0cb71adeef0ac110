import { useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Checkbox, RadioChoice, SecretField, TextField } from '../../ui/fields.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { draftOf, inputOf, isComplete, newDraft, type ApplicationDraft } from './application-draft.ts';

/**
 * Entering or editing an application. It may be saved with whatever is there: an authority sends its keys in parts.
 * The secrets stay in their inputs and are emptied once they are saved.
 */
export function ApplicationForm(props: {
  readonly profile: ProfileView;
  readonly application: ApplicationView | null;
  readonly onSaved: (applicationId: string, name: string, isComplete: boolean) => void;
  readonly saveText: string;
  readonly buttons: ReactNode;
}) {
  const { profile, application } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [draft, setDraft] = useState<ApplicationDraft>(() =>
    application === null ? newDraft(profile, t('applications.suggestedName')) : draftOf(application, profile),
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isPending, setPending] = useState(false);
  const clientSecret = useRef<HTMLInputElement>(null);
  const apigwClientSecret = useRef<HTMLInputElement>(null);
  const change = (part: Partial<ApplicationDraft>): void => setDraft((before) => ({ ...before, ...part }));

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setFailure(null);
    const secrets = [clientSecret.current, apigwClientSecret.current];
    const input = inputOf(draft, secrets[0]?.value ?? '', secrets[1]?.value ?? '');
    const answer = await bridge.call('applications.save', input);
    setPending(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    for (const field of secrets) if (field !== null) field.value = '';
    change({ id: answer.value.applicationId });
    props.onSaved(answer.value.applicationId, draft.name, isComplete(input, application));
  }

  /** Swaps what is typed; where nothing was typed, what is stored. */
  async function swap(): Promise<void> {
    setFailure(null);
    const [oauth2, apigw] = [clientSecret.current, apigwClientSecret.current];
    const typed = (oauth2?.value ?? '') + (apigw?.value ?? '');
    const idsAreStored =
      application !== null &&
      draft.clientId === application.clientId &&
      draft.apigwClientId === application.apigwClientId;
    if (idsAreStored && typed === '') {
      const answer = await bridge.call('applications.swapKeys', { applicationId: application.id });
      if (!answer.ok) {
        setFailure(answer.failure);
        return;
      }
    } else if (oauth2 !== null && apigw !== null) {
      [oauth2.value, apigw.value] = [apigw.value, oauth2.value];
    }
    setDraft((before) => ({ ...before, clientId: before.apigwClientId, apigwClientId: before.clientId }));
    announce(t('applications.swapped'));
  }

  const stored = (hasSecret: boolean | undefined) =>
    hasSecret === true ? t('applications.keys.secretStored') : undefined;

  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <RadioChoice
        legend={t('applications.environment')}
        hint={t('applications.environmentHint')}
        value={draft.environment}
        options={profile.environments.map(({ name }) => ({ value: name, text: t(`common.environment.${name}`) }))}
        onChange={(environment) => change({ environment })}
        isRow
      />
      <TextField
        label={t('applications.name')}
        hint={t('applications.nameHint')}
        value={draft.name}
        onChange={(name) => change({ name })}
        isRequired
      />
      <TextField
        label={t('applications.redirectUri')}
        hint={t('applications.redirectUriHint')}
        value={draft.redirectUri}
        onChange={(redirectUri) => change({ redirectUri })}
        isCode
      />
      <fieldset className="group">
        <legend>{t('applications.scopes')}</legend>
        <div className="scope-grid">
          {profile.knownScopes.map((scope) => (
            <Checkbox
              key={scope}
              label={scope}
              isSelected={draft.chosenScopes.includes(scope)}
              onChange={(isSelected) =>
                change({
                  chosenScopes: profile.knownScopes.filter((known) =>
                    known === scope ? isSelected : draft.chosenScopes.includes(known),
                  ),
                })
              }
            />
          ))}
        </div>
        <TextField
          label={t('applications.otherScopes')}
          hint={t('applications.otherScopesHint')}
          value={draft.otherScopes}
          onChange={(otherScopes) => change({ otherScopes })}
          isCode
        />
      </fieldset>
      <p className="hint">{t('applications.keys.hint')}</p>
      <div className="key-pairs">
        <fieldset className="group">
          <legend>{t('applications.keys.oauth2')}</legend>
          <p className="hint">{t('applications.keys.oauth2Hint')}</p>
          <TextField
            label={t('applications.keys.clientId')}
            value={draft.clientId}
            onChange={(clientId) => change({ clientId })}
            isCode
          />
          <SecretField
            ref={clientSecret}
            label={t('applications.keys.clientSecret')}
            hint={stored(application?.hasClientSecret)}
          />
        </fieldset>
        <fieldset className="group">
          <legend>{t('applications.keys.apigw')}</legend>
          <p className="hint">{t('applications.keys.apigwHint')}</p>
          <TextField
            label={t('applications.keys.clientId')}
            value={draft.apigwClientId}
            onChange={(apigwClientId) => change({ apigwClientId })}
            isCode
          />
          <SecretField
            ref={apigwClientSecret}
            label={t('applications.keys.clientSecret')}
            hint={stored(application?.hasApigwClientSecret)}
          />
        </fieldset>
      </div>
      {(application !== null || failure?.code === 'keys-swapped') && (
        <div>
          <Button onPress={() => void swap()}>{t('applications.swap')}</Button>
        </div>
      )}
      {failure !== null && <FailureNote failure={failure} />}
      <ModalButtons>
        {props.buttons}
        <Button type="submit" look="primary" isPending={isPending}>
          {props.saveText}
        </Button>
      </ModalButtons>
    </form>
  );
}
