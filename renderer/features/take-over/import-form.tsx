import { useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import type { TakeOverCandidate } from '../../../electron/contract/take-over-calls.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Checkbox, RadioChoice } from '../../ui/fields.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ANOTHER, ApplicationChoice, applicationsFor, type NewApplication } from './application-choice.tsx';
import { FoundFacts } from './found-facts.tsx';
import type { TakenOver } from './found-step.tsx';

type EnvironmentName = ApplicationView['environment'];

/** One pair: whose it is, which application it belongs to, who renews it from now on. */
export function ImportForm(props: {
  readonly candidate: TakeOverCandidate;
  readonly draftId: string;
  readonly buttons: ReactNode;
  readonly onDone: (done: TakenOver) => void;
}) {
  const { candidate, draftId } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const applications = useSnapshot((snapshot) => snapshot.applications);
  const [profileId, setProfileId] = useState(candidate.profile);
  const [environmentName, setEnvironment] = useState(candidate.environment);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [typed, setTyped] = useState<NewApplication>({ name: '', clientId: '' });
  const [isSole, setSole] = useState(false);
  const [keepsBoth, setKeepsBoth] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const clientSecret = useRef<HTMLInputElement>(null);

  const profile = profiles.find(({ id }) => id === profileId);
  const environment = environmentName ?? profile?.environments[0]?.name ?? 'production';
  const known = profile === undefined ? [] : applicationsFor(candidate, profile, environment, applications);
  const chosen = known.some(({ id }) => id === chosenId) || chosenId === ANOTHER ? chosenId : (known[0]?.id ?? ANOTHER);
  const hindrance = useHindrance(candidate);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy || profile === undefined || hindrance !== null || chosen === null) return;
    setBusy(true);
    setFailure(null);
    const secret = clientSecret.current?.value ?? '';
    const answer = await bridge.call('takeOver.import', {
      draftId,
      candidate: candidate.index,
      application:
        chosen === ANOTHER
          ? { profile: profile.id, environment, ...typed, clientSecret: secret === '' ? null : secret }
          : { id: chosen },
      otherProgramUses: candidate.refreshToken !== null && !isSole,
      keepsBoth,
    });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    if (clientSecret.current !== null) clientSecret.current.value = '';
    props.onDone({ ...answer.value, expiresAt: candidate.accessToken?.expiresAt ?? null });
  }

  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <FoundFacts candidate={candidate} profile={profile} />
      {candidate.profile === null && (
        <RadioChoice
          legend={t('takeOver.profile')}
          value={profileId}
          options={possibleProfiles(candidate, profiles).map(({ id }) => ({
            value: id,
            text: t(`profiles.${id}.name`),
          }))}
          onChange={setProfileId}
        />
      )}
      {profile !== undefined && candidate.environment === null && profile.environments.length > 1 && (
        <RadioChoice<EnvironmentName>
          legend={t('takeOver.environment')}
          value={environment}
          options={profile.environments.map(({ name }) => ({ value: name, text: t(`common.environment.${name}`) }))}
          onChange={setEnvironment}
          isRow
        />
      )}
      <AccountNotice candidate={candidate} />
      {hindrance === null && candidate.account?.canKeepBoth === true && (
        <RadioChoice
          legend={t('takeOver.both.legend')}
          value={keepsBoth ? 'second' : 'replace'}
          options={(['replace', 'second'] as const).map((value) => ({
            value,
            text: t(`takeOver.both.${value}`),
            note: t(`takeOver.both.${value}Note`),
          }))}
          onChange={(value) => setKeepsBoth(value === 'second')}
        />
      )}
      {hindrance !== null && hindrance !== 'older' && (
        <Notice kind="warning">
          <p>{t(`takeOver.${hindrance}`)}</p>
        </Notice>
      )}
      {profile !== undefined && hindrance === null && (
        <>
          <ApplicationChoice
            candidate={candidate}
            profile={profile}
            known={known}
            chosen={chosen ?? ANOTHER}
            onChoose={setChosenId}
            typed={typed}
            onType={setTyped}
            secret={clientSecret}
          />
          {candidate.refreshToken !== null && candidate.account?.relation !== 'same' && (
            <Checkbox
              label={t('takeOver.sole.label')}
              hint={t('takeOver.sole.hint')}
              isSelected={isSole}
              onChange={setSole}
            />
          )}
        </>
      )}
      {failure !== null && <FailureNote failure={failure} />}
      <ModalButtons>
        {props.buttons}
        <Button
          type="submit"
          look="primary"
          isPending={isBusy}
          isDisabled={profile === undefined || hindrance !== null}
        >
          {isBusy ? t('takeOver.takingOver') : t('takeOver.takeOver')}
        </Button>
      </ModalButtons>
    </form>
  );
}

/** Why a pair cannot be taken over, as far as the window can tell. */
function useHindrance(candidate: TakeOverCandidate): 'incomplete' | 'allEnded' | 'older' | null {
  const { accessToken, refreshToken, account } = candidate;
  return useClock((now) => {
    if (accessToken === null) return 'incomplete';
    if (account?.relation === 'older') return 'older';
    const renews = refreshToken !== null && (refreshToken.expiresAt === null || refreshToken.expiresAt > now);
    return renews || (accessToken.expiresAt ?? 0) > now ? null : 'allEnded';
  });
}

/** Says that the holder has an account here already, and what becomes of it. */
function AccountNotice({ candidate }: { readonly candidate: TakeOverCandidate }) {
  const { t } = useTranslation();
  const accountId = candidate.account?.id ?? '';
  const name = useSnapshot(({ accounts, applications }) => {
    const account = accounts[accountId];
    if (account === undefined) return '';
    return account.holder === '' ? (applications[account.applicationId]?.name ?? '') : account.holder;
  });
  if (candidate.account === null) return null;
  const { relation, canKeepBoth } = candidate.account;
  const words = relation === 'newer' && !canKeepBoth ? 'completes' : relation;
  return (
    <Notice kind={relation === 'older' ? 'warning' : 'info'}>
      <p>{t(`takeOver.account.${words}`, { account: name === '' ? t('applications.unnamed') : name })}</p>
    </Notice>
  );
}

/** A refresh token comes only from authorities that give them. */
function possibleProfiles(candidate: TakeOverCandidate, profiles: readonly ProfileView[]): readonly ProfileView[] {
  return profiles.filter(({ renewal }) => candidate.refreshToken === null || renewal === 'refresh-token');
}
