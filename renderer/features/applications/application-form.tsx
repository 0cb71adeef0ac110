import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApplicationInput } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { RadioChoice, TextField } from '../../ui/fields.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import {
  draftOf,
  inputOf,
  isComplete,
  newDraft,
  redirectUrisOf,
  scopesOf,
  type ApplicationDraft,
} from './application-draft.ts';
import { FlowWarning } from './flow-warning.tsx';
import { KeyPairs } from './key-pairs.tsx';
import { KnownChoices } from './known-choices.tsx';
import { RedirectUriFields } from './redirect-uri-fields.tsx';
import { SharedBy } from './shared-by.tsx';
import { sameRegistration, useApplicationName } from './telling-apart.ts';

/**
 * Entering or editing an application. It may be saved with whatever is there: an authority sends its keys in parts.
 * The secrets stay in their inputs and are emptied once they are saved.
 */
export function ApplicationForm(props: {
  readonly profile: ProfileView;
  readonly application: ApplicationView | null;
  readonly onSaved: (applicationId: string, saved: ApplicationInput, isComplete: boolean) => void;
  /** Told when something is typed, and when all of it is saved. */
  readonly onTyped: (isTyped: boolean) => void;
  readonly saveText: string;
  /** A second way to save, after which nothing else is to follow: its words, and what to do then. */
  readonly later?: { readonly text: string; readonly onKept: (saved: ApplicationInput) => void } | undefined;
  /** What stands above the buttons, by the redirect URIs typed so far. */
  readonly foot?: (redirectUris: readonly string[]) => ReactNode;
  readonly buttons: ReactNode;
}) {
  const { profile, application } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [draft, setDraft] = useState<ApplicationDraft>(() =>
    application === null
      ? newDraft(profile, t(`profiles.${profile.id}.application.suggestedName`))
      : draftOf(application, profile),
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isPending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const clientSecret = useRef<HTMLInputElement>(null);
  const apigwClientSecret = useRef<HTMLInputElement>(null);
  const change = (part: Partial<ApplicationDraft>): void => setDraft((before) => ({ ...before, ...part }));

  async function save(isForLater: boolean): Promise<void> {
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
    props.onTyped(false);
    if (isForLater) props.later?.onKept(input);
    else props.onSaved(answer.value.applicationId, input, isComplete(input, application, profile));
  }

  /** Swaps the two pairs in the form; what is stored follows its ID when that is saved. */
  function swap(): void {
    setFailure(null);
    const [oauth2, apigw] = [clientSecret.current, apigwClientSecret.current];
    if (oauth2 !== null && apigw !== null) [oauth2.value, apigw.value] = [apigw.value, oauth2.value];
    setDraft((before) => ({ ...before, clientId: before.apigwClientId, apigwClientId: before.clientId }));
    props.onTyped(true);
    announce(t('applications.swapped'));
  }

  return (
    <form
      ref={form}
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
      onChange={() => props.onTyped(true)}
    >
      {profile.environments.length > 1 && (
        <RadioChoice
          legend={t('applications.environment')}
          hint={t('applications.environmentHint')}
          value={draft.environment}
          options={profile.environments.map(({ name }) => ({ value: name, text: t(`common.environment.${name}`) }))}
          onChange={(environment) => change({ environment })}
          isRow
        />
      )}
      <TextField
        label={t(`profiles.${profile.id}.application.name`)}
        hint={t(`profiles.${profile.id}.application.nameHint`)}
        value={draft.name}
        onChange={(name) => change({ name })}
        isRequired
      />
      {profile.hasRedirectUris && (
        <RedirectUriFields
          profile={profile}
          redirectUris={draft.redirectUris}
          onChange={(redirectUris) => change({ redirectUris })}
        />
      )}
      {profile.knownServices.length > 0 && (
        <KnownChoices
          kind="services"
          legend={t(`profiles.${profile.id}.application.services`)}
          known={profile.knownServices}
          chosen={draft.chosenServices}
          onChosen={(chosenServices) => change({ chosenServices })}
          otherLabel={t('applications.otherServices')}
          otherHint={t('applications.otherServicesHint')}
          other={draft.otherServices}
          onOther={(otherServices) => change({ otherServices })}
        />
      )}
      {profile.scope === 'list' && (
        <KnownChoices
          kind="scopes"
          legend={t('applications.scopes')}
          known={profile.knownScopes}
          chosen={draft.chosenScopes}
          onChosen={(chosenScopes) => change({ chosenScopes })}
          otherLabel={t('applications.otherScopes')}
          otherHint={t('applications.otherScopesHint')}
          other={draft.otherScopes}
          onOther={(otherScopes) => change({ otherScopes })}
        />
      )}
      <FlowWarning profile={profile} scopes={scopesOf(draft)} />
      <KeyPairs
        profile={profile}
        application={application}
        draft={draft}
        onChange={change}
        secrets={{ oauth2: clientSecret, apigw: apigwClientSecret }}
      />
      {profile.keyPairs.length > 1 && (application !== null || failure?.code === 'keys-swapped') && (
        <div>
          <Button onPress={swap}>{t('applications.swap')}</Button>
        </div>
      )}
      {application !== null && <SharedBy application={application} draft={draft} />}
      <AlreadyThere draft={draft} />
      {failure !== null && <FailureNote failure={failure} />}
      {props.foot?.(redirectUrisOf(draft))}
      <ModalButtons>
        {props.buttons}
        {props.later !== undefined && (
          <Button isDisabled={isPending} onPress={() => form.current?.reportValidity() === true && void save(true)}>
            {props.later.text}
          </Button>
        )}
        <Button type="submit" look="primary" isPending={isPending}>
          {props.saveText}
        </Button>
      </ModalButtons>
    </form>
  );
}

/** Says that the registration typed here is entered already. Nobody is kept from entering it again. */
function AlreadyThere({ draft }: { readonly draft: ApplicationDraft }) {
  const { t } = useTranslation();
  const nameOf = useApplicationName();
  const same = useSnapshot(({ applications }) => sameRegistration(draft, applications));
  const place = useRef<HTMLDivElement>(null);
  const sameId = same?.id;
  useEffect(() => {
    if (sameId !== undefined) place.current?.scrollIntoView({ block: 'nearest' });
  }, [sameId]);
  return (
    <div ref={place} className="already-there" aria-live="polite">
      {same !== undefined && (
        <Notice kind="info" title={t('applications.alreadyThere', { name: nameOf(same) })}>
          <p>{t('applications.alreadyThereText')}</p>
        </Notice>
      )}
    </div>
  );
}
