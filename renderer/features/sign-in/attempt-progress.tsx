import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';

/** How far a sign-in has come, in words, with a way to stop it. `attempt` is null until main has begun. */
export function AttemptProgress({ attempt }: { readonly attempt: AttemptView | null }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const phase = attempt?.status ?? 'starting';
  return (
    <div className="progress-line">
      <div className="progress" role="progressbar" aria-label={t('accounts.phase.label')}>
        <div className="progress-mark" />
      </div>
      <p role="status">{t(`accounts.phase.${phase}`)}</p>
      <Button
        isDisabled={attempt === null}
        onPress={() => {
          if (attempt !== null) void bridge.call('attempts.cancel', { attemptId: attempt.id });
        }}
      >
        {t('signIn.cancelSignIn')}
      </Button>
    </div>
  );
}
