import { useTranslation } from '../../i18n/use-translation.ts';
import type { AttemptView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { BrowserHelp } from './browser-help.tsx';

/**
 * How far a sign-in has come, in words, with a way to stop it unless that stands elsewhere (`hasCancel`). `attempt` is
 * null until main has begun.
 */
export function AttemptProgress(props: {
  readonly attempt: AttemptView | null;
  readonly profile: ProfileView;
  readonly hasCancel?: boolean;
}) {
  const { attempt, profile, hasCancel = true } = props;
  const { t } = useTranslation();
  function words(): string {
    if (attempt === null) return t('accounts.phase.starting');
    const { route, arrival, status } = attempt;
    if (status !== 'waiting') return t(`profiles.${profile.id}.phase.${status}`);
    const authority = t(`authorities.${profile.authority}.name`);
    if (route === 'browser' && arrival === 'loopback') return t('signIn.browser.waitingPastWarning', { authority });
    return t(`signIn.ways.${route}.waiting`, { authority });
  }
  return (
    <>
      <div className="progress-line">
        <div className="progress" role="progressbar" aria-label={t('accounts.phase.label')}>
          <div className="progress-mark" />
        </div>
        <p role="status">{words()}</p>
        {hasCancel && <CancelSignIn attempt={attempt} />}
      </div>
      {attempt?.route === 'browser' && attempt.status === 'waiting' && (
        <BrowserHelp key={attempt.id} attempt={attempt} />
      )}
    </>
  );
}

/** Ends a sign-in as soon as main has begun it. */
export function CancelSignIn({ attempt }: { readonly attempt: AttemptView | null }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  return (
    <Button
      isDisabled={attempt === null}
      onPress={() => {
        if (attempt !== null) void bridge.call('attempts.cancel', { attemptId: attempt.id });
      }}
    >
      {t('signIn.cancelSignIn')}
    </Button>
  );
}
