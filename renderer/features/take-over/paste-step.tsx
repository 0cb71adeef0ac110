import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { TakeOverDraft, TakeOverProblem } from '../../../electron/contract/take-over-calls.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { TakeOverProblems } from './take-over-problems.tsx';
import { takeTokens, TokenField } from './token-field.tsx';

/** Pasting tokens, or opening the file they are in. */
export function PasteStep(props: {
  /** Why the last text gave nothing. */
  readonly problems: readonly TakeOverProblem[];
  readonly onDraft: (draft: TakeOverDraft) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function read(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const text = takeTokens(field.current);
    setFailure(null);
    setEmpty(text.trim() === '');
    if (text.trim() === '') {
      field.current?.focus();
      return;
    }
    setBusy(true);
    const answer = await bridge.call('takeOver.read', { text });
    setBusy(false);
    if (answer.ok) props.onDraft(answer.value);
    else setFailure(answer.failure);
  }

  async function open(): Promise<void> {
    setFailure(null);
    setEmpty(false);
    setBusy(true);
    const answer = await bridge.call('takeOver.open', {});
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
    else if (answer.value !== null) {
      takeTokens(field.current);
      props.onDraft(answer.value);
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void read(event)}>
      <p>{t('takeOver.intro')}</p>
      <TokenField
        ref={field}
        label={t('takeOver.field')}
        hint={t('takeOver.fieldHint')}
        problem={isEmpty ? t('takeOver.fieldEmpty') : undefined}
      />
      <TakeOverProblems problems={props.problems} isRefusal />
      {failure !== null && <FailureNote failure={failure} />}
      <ModalButtons>
        <Button onPress={props.onClose}>{t('common.cancel')}</Button>
        <Button onPress={() => void open()}>{t('takeOver.openFile')}</Button>
        <Button type="submit" look="primary" isPending={isBusy}>
          {isBusy ? t('takeOver.reading') : t('takeOver.read')}
        </Button>
      </ModalButtons>
    </form>
  );
}
