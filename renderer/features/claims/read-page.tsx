import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { MAX_TOKEN_LENGTH } from '../../../electron/contract/limits.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { takeTokens, TokenField } from '../take-over/token-field.tsx';
import { PastedReading } from './pasted-reading.tsx';
import './claims.css';

type Read = CallOutput<'claims.read'>;

/**
 * Reads any token that is pasted (R22), without a network and without an account. The token goes to main once, which
 * forgets it when this page is left; the page has only what was read of it.
 */
export function ReadTokenPage() {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [problem, setProblem] = useState<'fieldEmpty' | 'fieldTooLong' | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isLeft = useRef(false);
  const draftId = read?.draftId ?? null;

  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  useEffect(() => {
    if (draftId === null) return;
    return () => void bridge.call('claims.discard', { draftId });
  }, [bridge, draftId]);
  useEffect(() => {
    if (read !== null) heading.current?.focus();
  }, [read]);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const token = takeTokens(field.current);
    setFailure(null);
    setRead(null);
    const refused = token.trim() === '' ? 'fieldEmpty' : token.length > MAX_TOKEN_LENGTH ? 'fieldTooLong' : null;
    setProblem(refused);
    if (refused !== null) {
      field.current?.focus();
      return;
    }
    setBusy(true);
    const answer = await bridge.call('claims.read', { token });
    if (isLeft.current) {
      // Nobody is here any more to have it forgotten later.
      if (answer.ok && answer.value.draftId !== null)
        void bridge.call('claims.discard', { draftId: answer.value.draftId });
      return;
    }
    setBusy(false);
    if (answer.ok) setRead(answer.value);
    else setFailure(answer.failure);
  }

  return (
    <div className="page">
      <h1>{t('reading.heading')}</h1>
      <p className="lead">{t('reading.intro')}</p>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <TokenField
          ref={field}
          label={t('reading.field')}
          hint={t('reading.fieldHint')}
          problem={problem === null ? undefined : t(`reading.${problem}`)}
        />
        <div>
          <Button type="submit" look="primary" isPending={isBusy}>
            {t('reading.read')}
          </Button>
        </div>
      </form>
      {failure !== null && <FailureNote failure={failure} />}
      {read !== null && (
        <section className="stack" aria-labelledby="read-token-result">
          <h2 id="read-token-result" ref={heading} tabIndex={-1}>
            {t('reading.result')}
          </h2>
          <PastedReading read={read} />
        </section>
      )}
    </div>
  );
}
