import { useId, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AttemptView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { AddressField } from '../../ui/fields.tsx';
import { ModalButtons } from '../../ui/modal.tsx';

/** Whether a sign-in waits for an address that only its user can hand in (S8). */
export function isForAddress(attempt: AttemptView | null): boolean {
  return attempt?.route === 'browser' && attempt.status === 'waiting' && attempt.arrival === 'pasted';
}

/**
 * Hands in the address at which the browser stopped: the way on where nothing can listen at the redirect URI (S8), and
 * a way out where the browser should have come back by itself. In a dialog, `buttons` begin the row the way on ends.
 */
export function PasteCallback(props: { readonly attempt: AttemptView; readonly buttons?: ReactNode }) {
  const { attempt, buttons } = props;
  const { t } = useTranslation();
  if (attempt.route !== 'browser' || attempt.status !== 'waiting') return null;
  if (isForAddress(attempt)) {
    return (
      <div className="stack">
        <p>{t('signIn.paste.intro')}</p>
        <PasteForm attempt={attempt} buttons={buttons} autoFocus />
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
function PasteForm(props: {
  readonly attempt: AttemptView;
  readonly buttons?: ReactNode;
  readonly autoFocus: boolean;
}) {
  const { attempt, buttons, autoFocus } = props;
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
      {buttons === undefined ? (
        <div>
          <Button type="submit" isPending={isPending}>
            {t('signIn.paste.handIn')}
          </Button>
        </div>
      ) : (
        <ModalButtons>
          {buttons}
          <Button type="submit" look="primary" isPending={isPending}>
            {t('signIn.paste.handIn')}
          </Button>
        </ModalButtons>
      )}
    </form>
  );
}
