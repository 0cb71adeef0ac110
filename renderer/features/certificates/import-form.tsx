import { useId, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { fingerprintText } from '../../../electron/contract/fingerprint.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Checkbox, RadioChoice, SecretField } from '../../ui/fields.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CertificateFacts } from './certificate-facts.tsx';
import type { DraftFlow } from './use-draft.ts';
import { useRefusedField } from '../../ui/use-refused-field.ts';
import { usePin } from './use-pin.ts';

type Props = {
  readonly flow: DraftFlow;
  /** The buttons that leave, to stand before the one that goes on. */
  readonly buttons: ReactNode;
};

/** Choosing a P12, opening it with its PIN, and importing what it holds. */
export function ImportForm(props: Props) {
  const { draft, opened } = props.flow;
  if (draft === null) return <ChooseFile {...props} />;
  return (
    <div className="stack">
      <ChosenFile {...props} />
      {opened === null ? <PinForm key={draft.draftId} {...props} /> : <KeepForm {...props} />}
    </div>
  );
}

function LastFailure({ flow }: { readonly flow: DraftFlow }) {
  return flow.failure !== null && <FailureNote failure={flow.failure} />;
}

function ChooseFile({ flow, buttons }: Props) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <div className="drop-place">
        <p>{t('certificates.dropHint')}</p>
        <Button look="primary" isPending={flow.isBusy} onPress={() => void flow.choose()} autoFocus>
          {t('certificates.chooseFile')}
        </Button>
      </div>
      <LastFailure flow={flow} />
      <ModalButtons>{buttons}</ModalButtons>
    </div>
  );
}

function ChosenFile({ flow }: Props) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  if (flow.draft === null) return null;
  const { fileName, bytes } = flow.draft;
  return (
    <div className="line">
      <p>{t('certificates.file', { name: fileName, size: formats.bytes(bytes) })}</p>
      <Button look="quiet" isPending={flow.isBusy} onPress={() => void flow.choose()}>
        {t('certificates.otherFile')}
      </Button>
    </div>
  );
}

function PinForm({ flow, buttons }: Props) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { field, isEmpty, take } = usePin();
  const [hadBlank, setHadBlank] = useState(false);
  const [identity, setIdentity] = useState<string | null>(null);
  const mustChoose = flow.identities.length > 0;
  const failureId = useId();
  const isRefused = flow.failure?.code === 'p12-wrong-password';
  useRefusedField(field, isRefused ? flow.failure : null);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (flow.isBusy || (mustChoose && identity === null)) return;
    const pin = take();
    if (pin === null) return;
    setHadBlank(pin !== pin.trim());
    void flow.open(pin, identity);
  }

  return (
    <form className="stack" onSubmit={submit}>
      {mustChoose && (
        <RadioChoice
          legend={t('certificates.identitiesLegend')}
          hint={t('certificates.identityHint')}
          value={identity}
          options={flow.identities.map(({ fingerprint, subject, notAfter }) => ({
            value: fingerprint,
            text: t('certificates.identity', { subject, time: formats.date(notAfter) }),
            note: <span className="code">{fingerprintText(fingerprint.slice(0, 16))}</span>,
          }))}
          onChange={setIdentity}
          autoFocus
        />
      )}
      <SecretField
        ref={field}
        label={t('certificates.pin')}
        hint={t('certificates.pinHint')}
        problem={isEmpty ? t('certificates.pinEmpty', { button: t('certificates.open') }) : undefined}
        problemId={isRefused ? failureId : undefined}
        autoFocus
      />
      {flow.failure !== null && (
        <FailureNote failure={flow.failure} titleId={failureId}>
          {hadBlank && flow.failure.code === 'p12-wrong-password' && <p>{t('certificates.pinBlank')}</p>}
        </FailureNote>
      )}
      <ModalButtons>
        {buttons}
        <Button type="submit" look="primary" isPending={flow.isBusy} isDisabled={mustChoose && identity === null}>
          {flow.isBusy ? t('common.opening') : t('certificates.open')}
        </Button>
      </ModalButtons>
    </form>
  );
}

function KeepForm({ flow, buttons }: Props) {
  const { t } = useTranslation();
  const [keepKey, setKeepKey] = useState(true);
  if (flow.opened === null) return null;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!flow.isBusy) void flow.keep(keepKey);
      }}
    >
      <CertificateFacts certificate={flow.opened} />
      {flow.opened.alreadyImported && (
        <Notice kind="info">
          <p>{t('certificates.alreadyImported')}</p>
        </Notice>
      )}
      <Checkbox
        label={t('certificates.keepKey')}
        hint={t('certificates.keepKeyHint')}
        isSelected={keepKey}
        onChange={setKeepKey}
      />
      <LastFailure flow={flow} />
      <ModalButtons>
        {buttons}
        <Button type="submit" look="primary" isPending={flow.isBusy} autoFocus>
          {t('certificates.import')}
        </Button>
      </ModalButtons>
    </form>
  );
}
