import { useId, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { TokenSource } from '../../../electron/contract/claims-calls.ts';
import type { Result } from '../../../electron/contract/client.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { MAX_KEY_LENGTH } from '../../../electron/contract/limits.ts';
import type { Verification } from '../../../electron/contract/token-verification.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Notice } from '../../ui/notice.tsx';
import { VerifyResult } from './verify-result.tsx';

type Ending = { readonly result: Verification } | { readonly failure: Failure };

/**
 * Tries the signature by a key that is pasted or comes from a file (R16). The field is emptied when it is handed over.
 * `onVerified` hears after each try whether the signature is by that key.
 */
export function VerifyForm(props: { readonly of: TokenSource; readonly onVerified: (isVerified: boolean) => void }) {
  const { of, onVerified } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<'fieldEmpty' | 'fieldTooLong' | null>(null);
  const [ending, setEnding] = useState<Ending | null>(null);

  async function settle(call: Promise<Result<Verification | null>>): Promise<void> {
    setBusy(true);
    setProblem(null);
    const answer = await call;
    setBusy(false);
    if (answer.ok && answer.value === null) return;
    onVerified(answer.ok && answer.value?.outcome === 'verified');
    if (!answer.ok) setEnding({ failure: answer.failure });
    else if (answer.value !== null) setEnding({ result: answer.value });
  }

  function verify(event: SubmitEvent): void {
    event.preventDefault();
    if (isBusy) return;
    const key = field.current?.value ?? '';
    // It may have been a private one.
    if (field.current !== null) field.current.value = '';
    setEnding(null);
    onVerified(false);
    const refused = key.trim() === '' ? 'fieldEmpty' : key.length > MAX_KEY_LENGTH ? 'fieldTooLong' : null;
    setProblem(refused);
    if (refused !== null) field.current?.focus();
    else void settle(bridge.call('claims.verify', { of, key }));
  }

  return (
    <>
      {!isOpen ? (
        <div>
          <Button onPress={() => setOpen(true)}>{t('reading.verify.open')}</Button>
        </div>
      ) : (
        <form className="stack" onSubmit={verify}>
          <div className="field">
            <label htmlFor={id}>{t('reading.verify.field')}</label>
            <textarea
              id={id}
              ref={field}
              className="input code"
              rows={5}
              aria-describedby={problem === null ? `${id}-hint` : `${id}-hint ${id}-problem`}
              autoFocus
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
            />
            <p className="hint" id={`${id}-hint`}>
              {t('reading.verify.fieldHint')}
            </p>
            {problem !== null && (
              <p className="field-problem" id={`${id}-problem`} role="alert">
                {t(`reading.verify.${problem}`)}
              </p>
            )}
          </div>
          <div className="line">
            <Button type="submit" isPending={isBusy}>
              {t('reading.verify.act')}
            </Button>
            <Button onPress={() => void settle(bridge.call('claims.verifyByFile', { of }))} isDisabled={isBusy}>
              {t('reading.verify.openFile')}
            </Button>
          </div>
        </form>
      )}
      <div role="status" className="verify-result">
        {ending !== null && 'result' in ending && <VerifyResult result={ending.result} />}
        {ending !== null && 'failure' in ending && <VerifyFailure failure={ending.failure} />}
      </div>
    </>
  );
}

function VerifyFailure({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation();
  if (failure.code === 'not-found' && failure.what === 'draft') {
    return (
      <Notice kind="warning">
        <p>{t('reading.gone')}</p>
      </Notice>
    );
  }
  return <FailureNote failure={failure} />;
}
