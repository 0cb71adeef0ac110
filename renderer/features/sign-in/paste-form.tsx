import { useId, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AttemptView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { AddressField } from '../../ui/fields.tsx';

/**
 * Hands in the address at which the browser stopped: the way on where nothing can listen at the redirect URI (S8), and
 * a way out where the browser should have come back by itself.
 */
export function PasteCallback({ attempt }: { readonly attempt: AttemptView }) {
  const { t } = useTranslation();
  if (attempt.route !== 'browser' || attempt.status !== 'waiting') return null;
  if (attempt.arrival === 'pasted') {
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

/**
 * The address holds the authorization code: it stays in its field and goes to main, as a secret does. One that was
 * refused is left there, selected, to be looked at and pasted over.
 */
function PasteForm({ attempt, autoFocus }: { readonly attempt: AttemptView; readonly autoFocus: boolean }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const address = useRef<HTMLInputElement>(null);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const problemId = useId();

  async function handIn(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setFailure(null);
    const url = address.current?.value.trim() ?? '';
    const answer = await bridge.call('attempts.paste', { attemptId: attempt.id, url });
    setPending(false);
    if (answer.ok) {
      if (address.current !== null) address.current.value = '';
    } else {
      setFailure(answer.failure);
      address.current?.focus();
      address.current?.select();
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void handIn(event)}>
      <AddressField
        ref={address}
        label={t('signIn.paste.label')}
        hint={t('signIn.paste.hint', { arrivalUri: attempt.redirectUri })}
        problemId={failure === null ? null : problemId}
        autoFocus={autoFocus}
      />
      {failure !== null && (
        <div id={problemId}>
          <FailureNote failure={failure} />
        </div>
      )}
      <div>
        <Button type="submit" isPending={isPending}>
          {t('signIn.paste.handIn')}
        </Button>
      </div>
    </form>
  );
}
