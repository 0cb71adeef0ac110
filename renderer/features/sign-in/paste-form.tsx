import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AttemptView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { AddressField, takeSecret } from '../../ui/fields.tsx';
import { arrivalOf } from './redirect-choice.tsx';

/**
 * Hands in the address at which the browser stopped: the way on where nothing can listen at the redirect URI (S8), and
 * a way out where the browser should have come back by itself.
 */
export function PasteCallback({ attempt }: { readonly attempt: AttemptView }) {
  const { t } = useTranslation();
  if (attempt.route !== 'browser' || attempt.status !== 'waiting') return null;
  if (arrivalOf(attempt.route, attempt.arrivalUri) === 'pasted') {
    return (
      <div className="stack">
        <p>{t('signIn.paste.intro')}</p>
        <PasteForm attempt={attempt} autoFocus />
      </div>
    );
  }
  return (
    <details className="quiet-details">
      <summary>{t('signIn.paste.summary')}</summary>
      <div className="stack">
        <p>{t('signIn.paste.quietIntro')}</p>
        <PasteForm attempt={attempt} autoFocus={false} />
      </div>
    </details>
  );
}

/** The address holds the authorization code: it stays in its field and goes to main once, as a secret does. */
function PasteForm({ attempt, autoFocus }: { readonly attempt: AttemptView; readonly autoFocus: boolean }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const address = useRef<HTMLInputElement>(null);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function handIn(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setFailure(null);
    const url = takeSecret(address.current).trim();
    const answer = await bridge.call('attempts.paste', { attemptId: attempt.id, url });
    setPending(false);
    if (!answer.ok) setFailure(answer.failure);
  }

  return (
    <form className="stack" onSubmit={(event) => void handIn(event)}>
      <AddressField
        ref={address}
        label={t('signIn.paste.label')}
        hint={t('signIn.paste.hint', { arrivalUri: attempt.arrivalUri })}
        autoFocus={autoFocus}
      />
      {failure !== null && <FailureNote failure={failure} />}
      <div>
        <Button type="submit" isPending={isPending}>
          {t('signIn.paste.handIn')}
        </Button>
      </div>
    </form>
  );
}
