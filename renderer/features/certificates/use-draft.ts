import { useState } from 'react';
import type { Draft, OpenedDraft } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { MAX_FILE_BYTES } from '../../../electron/contract/limits.ts';
import { useDesk } from '../../state/context.ts';

type Identities = Extract<Failure, { code: 'p12-several-identities' }>['identities'];

type DraftState = {
  readonly draft: Draft | null;
  readonly opened: OpenedDraft | null;
  /** Not empty where the file holds several certificates and one has to be chosen. */
  readonly identities: Identities;
  readonly failure: Failure | null;
  readonly isBusy: boolean;
};

const nothing: DraftState = { draft: null, opened: null, identities: [], failure: null, isBusy: false };

/** A P12 on its way in: chosen or dropped, opened with its PIN, imported. */
export function useDraft(onImported: (certificateId: string, holder: string) => void) {
  const { bridge } = useDesk();
  const [state, setState] = useState<DraftState>(nothing);
  const change = (part: Partial<DraftState>): void => setState((before) => ({ ...before, ...part }));

  function discardDraft(): void {
    if (state.draft !== null) void bridge.call('certificates.discard', { draftId: state.draft.draftId });
  }

  function discard(): void {
    discardDraft();
    setState(nothing);
  }

  return {
    ...state,
    discard,
    async choose(): Promise<void> {
      change({ isBusy: true, failure: null });
      const answer = await bridge.call('certificates.choose', {});
      if (!answer.ok) change({ isBusy: false, failure: answer.failure });
      else if (answer.value === null) change({ isBusy: false });
      else {
        discardDraft();
        setState({ ...nothing, draft: answer.value });
      }
    },
    async drop(file: File): Promise<void> {
      if (file.size > MAX_FILE_BYTES) {
        setState({ ...nothing, failure: { code: 'p12-too-large', limitBytes: MAX_FILE_BYTES } });
        return;
      }
      change({ isBusy: true, failure: null });
      const bytes = new Uint8Array(await file.arrayBuffer());
      const answer = await bridge.call('certificates.drop', { fileName: file.name.slice(-300), bytes });
      setState(answer.ok ? { ...nothing, draft: answer.value } : { ...nothing, failure: answer.failure });
    },
    async open(password: string, identity: string | null): Promise<void> {
      if (state.draft === null) return;
      change({ isBusy: true, failure: null });
      const answer = await bridge.call('certificates.open', { draftId: state.draft.draftId, password, identity });
      if (answer.ok) {
        change({ isBusy: false, opened: answer.value });
      } else if (answer.failure.code === 'p12-several-identities') {
        change({ isBusy: false, identities: answer.failure.identities });
      } else {
        const isGone = answer.failure.code === 'not-found';
        setState((before) => ({ ...(isGone ? nothing : before), isBusy: false, failure: answer.failure }));
      }
    },
    async keep(keepKey: boolean): Promise<void> {
      if (state.draft === null || state.opened === null) return;
      change({ isBusy: true, failure: null });
      const answer = await bridge.call('certificates.import', { draftId: state.draft.draftId, keepKey });
      if (answer.ok) {
        setState(nothing);
        onImported(answer.value.certificateId, state.opened.holder);
      } else {
        change({ isBusy: false, failure: answer.failure });
      }
    },
  };
}

export type DraftFlow = ReturnType<typeof useDraft>;
