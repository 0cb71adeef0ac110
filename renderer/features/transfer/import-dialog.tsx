import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallInput, CallOutput } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { TransferContentsView, TransferDraft } from '../../../electron/contract/transfer-calls.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { RadioChoice, SecretField, takeSecret } from '../../ui/fields.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ImportResult } from './import-result.tsx';
import { IncomingAccounts } from './incoming-accounts.tsx';

type ImportedAs = CallInput<'transfer.import'>['importedAs'];
type Outcomes = CallOutput<'transfer.import'>['accounts'];

/** A chosen file: its passphrase, what is in it, how it is to be taken in, and what became of that. */
export function ImportDialog({ draft, onClose }: { readonly draft: TransferDraft; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const [contents, setContents] = useState<TransferContentsView | null>(null);
  const [taken, setTaken] = useState<{ readonly outcomes: Outcomes; readonly importedAs: ImportedAs } | null>(null);
  const { transferId } = draft;
  useEffect(() => () => void bridge.call('transfer.discard', { transferId }), [bridge, transferId]);

  return (
    <Modal title={t('transfer.import.title')} size="wide" onClose={onClose}>
      <FileFacts draft={draft} />
      {contents === null ? (
        <PassphraseForm draft={draft} onOpened={setContents} onClose={onClose} />
      ) : taken === null ? (
        <TakeInForm
          draft={draft}
          contents={contents}
          onTaken={(outcomes, importedAs) => setTaken({ outcomes, importedAs })}
          onClose={onClose}
        />
      ) : (
        <ImportResult contents={contents} {...taken} onClose={onClose} />
      )}
    </Modal>
  );
}

/** What anybody can read of the file, its age first. */
function FileFacts({ draft }: { readonly draft: TransferDraft }) {
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const { createdAt } = draft;
  return (
    <Facts>
      <Fact name={t('transfer.import.made')}>
        <Instant time={createdAt}>
          {t('time.inBrackets', {
            time: formats.clock(createdAt, clock.now()),
            relative: formats.relative(createdAt, clock.now()),
          })}
        </Instant>
      </Fact>
      <Fact name={t('transfer.import.kind')}>{t(`transfer.import.purpose.${draft.purpose}`)}</Fact>
      <Fact name={t('transfer.import.file')}>{draft.fileName}</Fact>
      <Fact name={t('transfer.import.madeBy')}>{t('transfer.import.program', { version: draft.program })}</Fact>
    </Facts>
  );
}

function PassphraseForm(props: {
  readonly draft: TransferDraft;
  readonly onOpened: (contents: TransferContentsView) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const field = useRef<HTMLInputElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function open(passphrase: string): Promise<void> {
    setBusy(true);
    setFailure(null);
    const answer = await bridge.call('transfer.open', { transferId: props.draft.transferId, passphrase });
    setBusy(false);
    if (answer.ok) props.onOpened(answer.value);
    else setFailure(answer.failure);
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (isBusy) return;
    const passphrase = takeSecret(field.current);
    setEmpty(passphrase === '');
    field.current?.focus();
    if (passphrase !== '') void open(passphrase);
  }

  return (
    <form className="stack" onSubmit={submit}>
      <SecretField
        ref={field}
        label={t('transfer.passphrase.ofFile')}
        hint={t('transfer.passphrase.ofFileHint')}
        problem={isEmpty ? t('transfer.passphrase.empty') : undefined}
        autoFocus
      />
      {failure !== null && <FailureNote failure={failure} />}
      <ModalButtons>
        <Button onPress={props.onClose}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" isPending={isBusy}>
          {isBusy ? t('common.opening') : t('transfer.import.openFile')}
        </Button>
      </ModalButtons>
    </form>
  );
}

function TakeInForm(props: {
  readonly draft: TransferDraft;
  readonly contents: TransferContentsView;
  readonly onTaken: (outcomes: Outcomes, importedAs: ImportedAs) => void;
  readonly onClose: () => void;
}) {
  const { draft, contents, onTaken, onClose } = props;
  const { t } = useTranslation();
  const { bridge, formats, clock } = useDesk();
  const [importedAs, setImportedAs] = useState<ImportedAs>(contents.suggested);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  // A backup with the very tokens that are here says nothing of where they are renewed.
  const isAsked = contents.accounts.some(
    ({ verdict }) => verdict === 'new' || verdict === 'newer' || (verdict === 'same' && draft.purpose === 'move'),
  );

  async function takeIn(): Promise<void> {
    setBusy(true);
    setFailure(null);
    const answer = await bridge.call('transfer.import', { transferId: draft.transferId, importedAs });
    setBusy(false);
    if (answer.ok) onTaken(answer.value.accounts, importedAs);
    else setFailure(answer.failure);
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void takeIn();
      }}
    >
      <IncomingAccounts contents={contents} />
      {isAsked && (
        <RadioChoice
          legend={t('transfer.import.question')}
          value={importedAs}
          options={(['here', 'only-looking'] as const).map((value) => ({
            value,
            text: t(`transfer.import.as.${value}`),
            note: t(`transfer.import.asNote.${value}`),
          }))}
          onChange={setImportedAs}
        />
      )}
      {isAsked && importedAs === 'here' && draft.purpose === 'backup' && (
        <Notice
          kind="warning"
          title={t('transfer.import.backupTitle', { time: formats.relative(draft.createdAt, clock.now()) })}
        >
          <p>{t('transfer.import.backupText')}</p>
        </Notice>
      )}
      {failure !== null && <FailureNote failure={failure} />}
      <ModalButtons>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" isPending={isBusy} autoFocus>
          {isBusy ? t('transfer.import.takingIn') : t('transfer.import.confirm')}
        </Button>
      </ModalButtons>
    </form>
  );
}
