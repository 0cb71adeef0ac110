import { useRef, useState, useSyncExternalStore, type SubmitEvent } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApiAnswer, CallInput } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView, ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import type { en } from '../../i18n/en/index.ts';
import { hasText } from '../../i18n/has-text.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Choice, TextArea, TextField } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RenewButton } from '../accounts/acts.tsx';
import { missingToSignIn } from '../../state/lifetime.ts';
import { useApplication, useCertificate, useProfile } from '../accounts/use-account.ts';
import { AnswerView } from './answer-view.tsx';
import { fetchesFirst } from './fetches-first.ts';
import { withOnlyCompany } from './company-fill.ts';
import { FillFields } from './fill-fields.tsx';
import { KeysMissing } from './keys-missing.tsx';
import { isPlainYes } from './plain-yes.ts';
import { SentRequest, sentNow, type Sent } from './sent-request.tsx';
import { urlProblem } from './url-problem.ts';
import { isSameAddress, queryValue } from './url-query.ts';

type Method = CallInput<'requests.send'>['method'];
type Environment = ProfileView['environments'][number];
type Preset = Environment['presets'][number];
type PresetName = keyof typeof en.requests.presets;

const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'DELETE'];
/** Stands for "your own request" in the list of presets. */
const OWN = '';

function isPresetName(id: string, t: TFunction): id is PresetName {
  return hasText(t, `requests.presets.${id}`);
}

type HintedBody = keyof typeof en.requests.bodyHints;

function isHintedBody(presetId: string, t: TFunction): presetId is HintedBody {
  return hasText(t, `requests.bodyHints.${presetId}`);
}

/** Tries the authority's APIs with the account's token. */
export function RequestsTab({ account }: { readonly account: AccountView }) {
  const application = useApplication(account);
  const profile = useProfile(account);
  const environment = profile?.environments.find(({ name }) => name === application?.environment);
  if (application === undefined || profile === undefined || environment === undefined) return null;
  return (
    <div className="stack">
      <KeysMissing account={account} application={application} profile={profile} />
      <RequestForm
        key={`${account.id} ${environment.name}`}
        account={account}
        application={application}
        environment={environment}
        profile={profile}
      />
    </div>
  );
}

/** A preset's own name, or what it asks for where it has none here. */
function usePresetName(): (preset: Preset) => string {
  const { t } = useTranslation();
  return ({ id, method, url }) =>
    isPresetName(id, t)
      ? t(`requests.presets.${id}`)
      : t('requests.unnamedPreset', { method, path: URL.canParse(url) ? new URL(url).pathname : url });
}

function RequestForm(props: {
  readonly account: AccountView;
  readonly application: ApplicationView;
  readonly environment: Environment;
  readonly profile: ProfileView;
}) {
  const { account, application, environment, profile } = props;
  const { t } = useTranslation();
  const { bridge, projection } = useDesk();
  const presetName = usePresetName();
  const first = environment.presets[0];
  const urlOf = (preset: Preset | undefined): string =>
    preset === undefined ? `${environment.apiOrigin}/` : withOnlyCompany(preset.url, preset.fill, account.companies);
  const [presetId, setPresetId] = useState(first?.id ?? OWN);
  const [method, setMethod] = useState<Method>(first?.method ?? 'GET');
  const [url, setUrl] = useState(urlOf(first));
  const [body, setBody] = useState('');
  const [contentType, setContentType] = useState('application/json');
  const [isPending, setPending] = useState(false);
  const [result, setResult] = useState<{
    readonly sent: Sent;
    readonly answer: ApiAnswer | Failure;
    readonly tokenAt: number | null;
  } | null>(null);
  const [isJudged, setJudged] = useState(false);
  const problem = isJudged ? urlProblem(url) : null;
  const isLiving = useClock((now) => account.accessToken !== null && account.accessToken.expiresAt > now);
  const certificate = useCertificate(account);
  const willFetch = useClock((now) => fetchesFirst(account, profile, certificate, now));
  const lacksKeys = missingToSignIn(application.missing).length < application.missing.length;
  const chosen = environment.presets.find(({ id }) => id === presetId);
  const scope = chosen?.scope ?? null;
  const fill = chosen !== undefined && isSameAddress(url, chosen.url) ? chosen.fill : [];
  const emptyFill = useRef<HTMLInputElement>(null);
  const isOfOther =
    result !== null && (result.sent.method !== method || result.sent.url !== url || result.sent.body !== body);

  function choosePreset(id: string): void {
    const preset = environment.presets.find((candidate) => candidate.id === id);
    setPresetId(id);
    setMethod(preset?.method ?? 'GET');
    setUrl(urlOf(preset));
    setJudged(false);
  }

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isPending || lacksKeys) return;
    setJudged(true);
    if (urlProblem(url) !== null) return;
    if (fill.some((name) => queryValue(url, name) === '')) {
      emptyFill.current?.focus();
      return;
    }
    const sent = sentNow({ method, url, body });
    setPending(true);
    const answer = await bridge.call('requests.send', { accountId: account.id, method, url, body, contentType });
    setPending(false);
    // The request may have fetched a new token first.
    const tokenAt = projection.get()?.accounts[account.id]?.accessToken?.obtainedAt ?? null;
    setResult({ sent, answer: answer.ok ? answer.value : answer.failure, tokenAt });
  }

  return (
    <form className="stack" onSubmit={(event) => void send(event)}>
      <Choice
        label={t('requests.preset')}
        value={presetId}
        options={[
          ...environment.presets.map((preset) => ({ value: preset.id, text: presetName(preset) })),
          { value: OWN, text: t('requests.ownRequest') },
        ]}
        hint={scope === null ? undefined : t('requests.scopeNeeded', { scope })}
        onChange={choosePreset}
      />
      <FillFields
        names={fill}
        url={url}
        companies={account.companies}
        onChange={setUrl}
        isJudged={isJudged}
        emptyRef={emptyFill}
      />
      <div className="method-and-url">
        <Choice
          label={t('requests.method')}
          value={method}
          options={methods.map((value) => ({ value, text: value }))}
          onChange={setMethod}
        />
        <TextField
          label={t('requests.url')}
          hint={t('requests.urlHint', { origin: environment.apiOrigin })}
          problem={problem === null ? undefined : t(`requests.${problem}`)}
          value={url}
          onChange={setUrl}
          isCode
          isRequired
        />
      </div>
      {method !== 'GET' && (
        <>
          <TextField label={t('requests.contentType')} value={contentType} onChange={setContentType} isCode />
          <TextArea
            label={t('requests.body')}
            hint={isHintedBody(presetId, t) ? t(`requests.bodyHints.${presetId}`) : undefined}
            value={body}
            onChange={setBody}
          />
        </>
      )}
      {!isLiving && (willFetch ? <p>{t('requests.fetchesFirst')}</p> : <NoToken account={account} profile={profile} />)}
      <div className="line">
        <Button
          type="submit"
          look={isLiving || willFetch ? 'primary' : 'plain'}
          isPending={isPending}
          isDisabled={lacksKeys}
        >
          {isPending ? t('requests.sending') : t('requests.send')}
        </Button>
        {(lacksKeys || isLiving || willFetch) && (
          <p className="hint">
            {lacksKeys ? t('requests.sendNeedsKeys') : t(`profiles.${profile.id}.requestsSentAlong`)}
          </p>
        )}
      </div>
      <section className="answer-place" aria-label={t('requests.answer')} aria-live="polite" aria-busy={isPending}>
        {result !== null && (
          <div className="stack">
            <SentRequest
              sent={result.sent}
              hasAnswer={!('code' in result.answer)}
              isOfOther={isOfOther}
              isOfEarlierToken={result.tokenAt !== (account.accessToken?.obtainedAt ?? null)}
            />
            {'code' in result.answer ? (
              <FailureNote failure={result.answer} />
            ) : (
              <AnswerView
                answer={result.answer}
                account={account}
                authority={t(`authorities.${profile.authority}.name`)}
                isTokenTaken={showsTokenWorks(environment.presets, result.sent, result.answer)}
              />
            )}
          </div>
        )}
      </section>
    </form>
  );
}

/** Whether a request whose answer is known, a preset, was answered with a plain yes: then the token was taken. */
function showsTokenWorks(presets: readonly Preset[], sent: Sent, answer: ApiAnswer): boolean {
  const isPreset = presets.some(({ method, url }) => method === sent.method && isSameAddress(url, sent.url));
  return isPreset && isPlainYes(answer);
}

/** Says that a request needs a token first, with the button that gets one. */
function NoToken({ account, profile }: { readonly account: AccountView; readonly profile: ProfileView }) {
  const { t } = useTranslation();
  const { fetches } = useDesk();
  const failure = useSyncExternalStore(fetches.subscribe, () => fetches.failure(account.id));
  return (
    <>
      <Notice kind="info">
        <div className="line">
          <p>{t('requests.noToken')}</p>
          <RenewButton account={account} profile={profile} />
        </div>
      </Notice>
      {failure !== null && <FailureNote failure={failure} />}
    </>
  );
}
