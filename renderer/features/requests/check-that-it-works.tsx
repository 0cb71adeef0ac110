import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApiAnswer } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView, ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useExplanation } from '../../i18n/failure-sentences.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { missingToSignIn } from '../../state/lifetime.ts';
import { isBenign } from '../../state/explanation-of.ts';
import { useFailureFacts } from '../../state/use-failure-facts.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useCertificate } from '../accounts/use-account.ts';
import { asksForCompany, checkOf } from './check-of.ts';
import { ExplainedAnswer } from './explained-answer.tsx';
import { fetchesFirst } from './fetches-first.ts';
import { isPlainYes } from './plain-yes.ts';
import { KeysMissing } from './keys-missing.tsx';

type Checked = { readonly at: number; readonly answer: ApiAnswer | Failure };

/**
 * One harmless request with the account's token, and in a sentence what came of it; nothing where the authority has no
 * such request for what the application may do. Where the API's own keys are missing, that is said (S16). What was said of an earlier token goes with it.
 */
export function CheckThatItWorks(props: {
  readonly account: AccountView;
  readonly application: ApplicationView;
  readonly profile: ProfileView;
}) {
  const { account, application, profile } = props;
  const { t } = useTranslation();
  const { bridge, clock, projection } = useDesk();
  const [isPending, setPending] = useState(false);
  const [checked, setChecked] = useState<(Checked & { readonly token: number | null }) | null>(null);
  const certificate = useCertificate(account);
  const canSend = useClock(
    (now) => (account.accessToken?.expiresAt ?? 0) > now || fetchesFirst(account, profile, certificate, now),
  );
  const check = checkOf(profile, application);
  const lacksKeys = missingToSignIn(application.missing).length < application.missing.length;
  const token = account.accessToken?.obtainedAt ?? null;
  if (lacksKeys) return <KeysMissing account={account} application={application} profile={profile} />;
  if (check === null || (!canSend && !isPending)) return null;
  const { method, url } = check;

  async function send(): Promise<void> {
    if (isPending) return;
    setPending(true);
    const sent = { accountId: account.id, method, url, body: '', contentType: 'application/json' };
    const answer = await bridge.call('requests.send', sent);
    setPending(false);
    // The request may have fetched a new token first.
    const used = projection.get()?.accounts[account.id]?.accessToken?.obtainedAt ?? null;
    setChecked({ at: clock.now(), answer: answer.ok ? answer.value : answer.failure, token: used });
  }

  return (
    <div className="stack">
      <div className="line">
        <Button isPending={isPending} onPress={() => void send()}>
          {isPending ? t('checks.acting') : t('checks.act')}
        </Button>
        <p className="hint">
          {t('checks.what', { authority: t(`authorities.${profile.authority}.name`), path: new URL(url).pathname })}
        </p>
      </div>
      <div role="status">
        {checked !== null && checked.token === token && (
          <Outcome
            {...checked}
            account={account}
            profile={profile}
            hasCompanyCalls={asksForCompany(profile, application)}
          />
        )}
      </div>
    </div>
  );
}

function Outcome(
  props: Checked & {
    readonly account: AccountView;
    readonly profile: ProfileView;
    /** Whether there are requests for one company, which its rights show in. */
    readonly hasCompanyCalls: boolean;
  },
) {
  const { at, answer, account, profile, hasCompanyCalls } = props;
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const facts = useFailureFacts({ ...account, accountId: account.id });
  const explained = useExplanation('code' in answer ? null : answer.explanation, facts);
  const authority = t(`authorities.${profile.authority}.name`);
  if ('code' in answer) return <FailureNote failure={answer} />;
  const time = formats.clock(at, clock.now());
  const { status } = answer;
  if (isPlainYes(answer)) {
    return (
      <Notice kind="good" title={t('requests.tokenWorks', { authority })}>
        <p>{t('checks.at', { time, status })}</p>
        {hasCompanyCalls && <p className="hint">{t('checks.companyRights')}</p>}
      </Notice>
    );
  }
  const more = <p className="hint">{t('checks.more', { time, status })}</p>;
  if (explained === null) {
    return (
      <Notice kind="warning" title={t('checks.refused', { authority })}>
        {more}
      </Notice>
    );
  }
  return (
    <ExplainedAnswer explained={explained} isBenign={isBenign(answer.explanation)}>
      {more}
    </ExplainedAnswer>
  );
}
