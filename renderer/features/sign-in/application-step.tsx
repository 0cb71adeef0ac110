import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApplicationInput } from '../../../electron/contract/contract.ts';
import type { Route } from '../../../electron/contract/route.ts';
import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { missingParts } from '../../i18n/failure-sentences.ts';
import { shortName } from '../../i18n/short-name.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { missingToSignIn } from '../../state/lifetime.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { RadioChoice } from '../../ui/fields.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Unsaved } from '../../ui/unsaved.tsx';
import { ApplicationForm } from '../applications/application-form.tsx';
import { clientIdTail, useApplicationName, useUsers } from '../applications/telling-apart.ts';
import { chosenAmong, RedirectChoice } from './redirect-choice.tsx';
import { RouteChoice } from './route-choice.tsx';

/** An application already entered, or one entered now; saved even when incomplete. */
export function ApplicationStep(props: {
  readonly profile: ProfileView;
  readonly route: Route;
  /** The ways open to what was chosen before; one of them is no choice. */
  readonly routes: readonly Route[];
  readonly onRoute: (route: Route) => void;
  readonly chosen: string | null;
  readonly onChoose: (applicationId: string) => void;
  /** Null where this is the first step. */
  readonly onBack: (() => void) | null;
  /** The way out, to stand first in the row of buttons. */
  readonly cancel: ReactNode;
  readonly onSignIn: (applicationId: string, redirectUri: string | null) => void;
  /** What is there was saved, to go on with another day; without it that is not offered. */
  readonly onKept?: () => void;
  /** Opens with the form of the chosen application. */
  readonly startsEditing: boolean;
  readonly unsaved: Unsaved;
}) {
  const { profile, route, chosen, onChoose, onBack, cancel, onSignIn, onKept, unsaved } = props;
  const asksNobody = route === 'client-credentials';
  const { t } = useTranslation();
  const { formats } = useDesk();
  const announce = useAnnounce();
  const all = useSnapshot((snapshot) => snapshot.applications);
  const applications = Object.values(all).filter((application) => application.profile === profile.id);
  const [form, setForm] = useState<'new' | 'edit' | null>(
    applications.length === 0 ? 'new' : props.startsEditing ? 'edit' : null,
  );
  const [redirectUri, setRedirectUri] = useState<string | null>(null);
  const application = chosen === null ? null : (all[chosen] ?? null);
  const missing = application?.missing ?? [];
  const missingNow = missingToSignIn(missing);

  function saved(applicationId: string, input: ApplicationInput, isComplete: boolean): void {
    onChoose(applicationId);
    setForm(null);
    if (isComplete) onSignIn(applicationId, chosenAmong(input.redirectUris, redirectUri));
    else announce(t('applications.saved', { name: shortName(input.name) }));
  }

  function signIn(event: SubmitEvent): void {
    event.preventDefault();
    if (application === null || missingNow.length > 0) return;
    onSignIn(application.id, chosenAmong(application.redirectUris, redirectUri));
  }

  const back = onBack !== null && <Button onPress={() => unsaved.leave(onBack)}>{t('common.back')}</Button>;
  const redirectChoice = (redirectUris: readonly string[]) => (
    <RedirectChoice route={route} redirectUris={redirectUris} chosen={redirectUri} onChoose={setRedirectUri} />
  );
  const before = (
    <>
      {!asksNobody && <RouteChoice profile={profile} route={route} routes={props.routes} onRoute={props.onRoute} />}
      <p className="hint">{t(`profiles.${profile.id}.beforeSignIn`)}</p>
    </>
  );

  const incomplete = missing.length > 0 && (
    <Notice kind="info">
      <p>
        {missingNow.length > 0
          ? t('applications.neededToSignIn', { parts: missingParts(missingNow, profile, t, formats) })
          : t('applications.neededForApis', { parts: missingParts(missing, profile, t, formats) })}
      </p>
    </Notice>
  );

  // A system's first step says so before anything is asked; further down, where it is chosen, it would be read too late.
  const opening = onBack === null && asksNobody && <p>{t('signIn.ways.client-credentials.note')}</p>;

  if (form !== null) {
    return (
      <div className="stack">
        {opening}
        {applications.length > 0 && (
          <div>
            <Button look="quiet" onPress={() => unsaved.leave(() => setForm(null))}>
              {t('signIn.useExisting')}
            </Button>
          </div>
        )}
        <ApplicationForm
          profile={profile}
          application={form === 'edit' ? application : null}
          saveText={t(asksNobody ? 'signIn.saveAndFetch' : 'signIn.saveAndSignIn')}
          onSaved={saved}
          later={
            onKept && {
              text: t('firstRun.saveForLater'),
              onKept({ name }) {
                announce(t('firstRun.savedForLater', { name: shortName(name) }));
                onKept();
              },
            }
          }
          onTyped={unsaved.setTyped}
          foot={(redirectUris) => (
            <>
              {redirectChoice(redirectUris)}
              {before}
            </>
          )}
          buttons={
            <>
              {cancel}
              {back}
            </>
          }
        />
      </div>
    );
  }

  return (
    <form className="stack" onSubmit={signIn}>
      {opening}
      <RadioChoice
        legend={t('signIn.applicationLegend')}
        value={chosen}
        options={applications.map((option) => ({
          value: option.id,
          text: <ApplicationName application={option} />,
          note: <ApplicationNote application={option} profile={profile} />,
        }))}
        onChange={onChoose}
        autoFocus
      />
      {application !== null && missingNow.length === 0 && redirectChoice(application.redirectUris)}
      {incomplete}
      <div className="line">
        <Button look="quiet" onPress={() => setForm('new')}>
          {t('signIn.enterNew')}
        </Button>
        {application !== null && (
          <Button look="quiet" onPress={() => setForm('edit')}>
            {t('signIn.editApplication')}
          </Button>
        )}
      </div>
      {before}
      <ModalButtons>
        {cancel}
        {back}
        <Button type="submit" look="primary" isDisabled={application === null || missingNow.length > 0}>
          {t(asksNobody ? 'signIn.fetch' : 'signIn.signIn')}
        </Button>
      </ModalButtons>
    </form>
  );
}

function ApplicationName({ application }: { readonly application: ApplicationView }) {
  const nameOf = useApplicationName();
  return (
    <>
      {nameOf(application)} <EnvironmentTag application={application} />
    </>
  );
}

/** What it opens or still lacks, and by what it is told from another: its client ID, its address, its accounts. */
function ApplicationNote(props: { readonly application: ApplicationView; readonly profile: ProfileView }) {
  const { application, profile } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const users = useUsers()(application);
  const { missing, services, scopes, clientId, redirectUris } = application;
  const facts = [
    ...(clientId === '' ? [] : [t('applications.option.clientId', { clientId: clientIdTail(clientId) })]),
    ...redirectUris,
    ...(users.count === 0 ? [] : [t('applications.option.usedBy', { users: users.names })]),
  ];
  return (
    <>
      <span className="one-a-line">
        {missing.length === 0
          ? formats.list([...services, ...scopes])
          : t('applications.waitingFor', { parts: missingParts(missing, profile, t, formats) })}
      </span>
      <span className="one-a-line">{facts.join(' · ')}</span>
    </>
  );
}
