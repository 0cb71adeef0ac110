import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import type { TakeOverCandidate, TakeOverDraft } from '../../../electron/contract/take-over-calls.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { RadioChoice } from '../../ui/fields.tsx';
import { ImportForm } from './import-form.tsx';
import { TakeOverProblems } from './take-over-problems.tsx';

/** How an import ended, with the end of the access token (epoch ms; null where it does not say). */
export type TakenOver = CallOutput<'takeOver.import'> & { readonly expiresAt: number | null };

/** What was found in the text: which pair is meant, and all that is to be said before it is taken over. */
export function FoundStep(props: {
  readonly draft: TakeOverDraft;
  readonly draftId: string;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onDone: (done: TakenOver) => void;
}) {
  const { draft, draftId } = props;
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(draft.candidates.length === 1 ? '0' : null);
  const candidate = draft.candidates.find(({ index }) => String(index) === chosen);
  const buttons = (
    <>
      <Button onPress={props.onClose}>{t('common.cancel')}</Button>
      <Button onPress={props.onBack}>{t('common.back')}</Button>
    </>
  );
  return (
    <div className="stack">
      <TakeOverProblems problems={draft.problems} />
      {draft.candidates.length > 1 && (
        <RadioChoice
          legend={t('takeOver.candidates')}
          value={chosen}
          options={draft.candidates.map((option) => ({
            value: String(option.index),
            text: <CandidateName candidate={option} />,
            note: <CandidateNote candidate={option} />,
          }))}
          onChange={setChosen}
        />
      )}
      {candidate === undefined ? (
        <div className="modal-buttons">{buttons}</div>
      ) : (
        <ImportForm
          key={candidate.index}
          candidate={candidate}
          draftId={draftId}
          buttons={buttons}
          onDone={props.onDone}
        />
      )}
    </div>
  );
}

function CandidateName({ candidate }: { readonly candidate: TakeOverCandidate }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { accessToken, readBy } = candidate;
  if (readBy === 'order' || readBy === 'other-order') return t(`takeOver.candidate.${readBy}`);
  if (accessToken === null) return t('takeOver.candidate.refreshAlone');
  if (accessToken.issuedAt === null) return t('takeOver.candidate.unsaid');
  return t('takeOver.candidate.jwt', { issued: formats.exact(accessToken.issuedAt) });
}

function CandidateNote({ candidate }: { readonly candidate: TakeOverCandidate }) {
  const { t } = useTranslation();
  const { accessToken, clientId } = candidate;
  if (clientId !== null) return t('takeOver.candidate.note', { clientId });
  if (accessToken === null) return null;
  return t('takeOver.candidate.fingerprint', { fingerprint: accessToken.fingerprint });
}
