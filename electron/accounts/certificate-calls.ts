import { randomUUID } from 'node:crypto';
import type { Handlers } from '../contract/contract.ts';
import { fail, type Failure } from '../contract/failure.ts';
import { MAX_FILE_BYTES } from '../contract/limits.ts';
import { describeCertificate } from '../certificates/describe.ts';
import type { Drafts } from '../certificates/drafts.ts';
import { P12Error, type OpenedP12, type P12ErrorCode } from '../certificates/p12.ts';
import type { HttpsClient } from '../network/https-client.ts';
import { holderName } from './views.ts';
import type { SignIn } from './sign-in.ts';
import type { Store } from './store.ts';

/** Opens a P12 away from the main thread; rejects with a {@link P12Error}. */
export type OpenP12 = (
  bytes: Uint8Array,
  password: string,
  options: { readonly identity?: string },
) => Promise<OpenedP12>;

/** How long opening a P12 may take, ms. */
export const OPEN_DEADLINE_MS = 30_000;

export type ChosenFile = { readonly fileName: string; readonly bytes: Uint8Array };

/** Import in three steps with opaque handles: choose, open, import. Path and bytes never go back to the window. */
export function certificateCalls(deps: {
  readonly store: () => Store;
  readonly drafts: Drafts;
  readonly signIn: SignIn;
  readonly https: HttpsClient;
  readonly openP12: OpenP12;
  /** The system's file dialog; null when it was closed. */
  readonly chooseFile: () => Promise<ChosenFile | null>;
  readonly now: () => number;
}): Pick<
  Handlers,
  | 'certificates.choose'
  | 'certificates.drop'
  | 'certificates.open'
  | 'certificates.import'
  | 'certificates.discard'
  | 'certificates.remove'
> {
  const draftOf = ({ fileName, bytes }: ChosenFile) => ({
    draftId: deps.drafts.add(bytes),
    fileName,
    bytes: bytes.length,
  });

  return {
    async 'certificates.choose'() {
      const file = await deps.chooseFile();
      return file && draftOf(file);
    },

    'certificates.drop': draftOf,

    async 'certificates.open'({ draftId, password, identity }) {
      const draft = deps.drafts.get(draftId);
      const opened = await openOrFail(deps.openP12, draft.bytes, password, identity);
      draft.opened = opened;
      const facts = describeCertificate(opened.certPem);
      return {
        holder: holderName(facts),
        organisationNumber: facts.organisationNumber,
        issuer: facts.issuerCommonName ?? facts.issuerOrganisation ?? '',
        serialNumber: facts.serialNumber,
        keyType: facts.keyType,
        notBefore: facts.notBefore,
        notAfter: facts.notAfter,
        warnings: [...opened.warnings],
        alreadyImported: deps
          .store()
          .certificates()
          .some(({ fingerprint }) => fingerprint === facts.fingerprint),
      };
    },

    async 'certificates.import'({ draftId, keepKey }) {
      const { opened, bytes } = deps.drafts.get(draftId);
      if (!opened) return fail({ code: 'not-found', what: 'draft' });
      const { fingerprint } = describeCertificate(opened.certPem);
      const known = deps
        .store()
        .certificates()
        .find((record) => record.fingerprint === fingerprint);
      const certificateId = known?.id ?? randomUUID();
      await deps.store().saveCertificate({
        id: certificateId,
        fingerprint,
        certPem: opened.certPem,
        chainPem: opened.chainPem.slice(0, opened.issuerCount),
        key: keepKey
          ? { kept: true, keyPem: opened.keyPem }
          : { kept: false, p12Base64: Buffer.from(bytes).toString('base64') },
        warnings: [...opened.warnings],
        importedAt: deps.now(),
      });
      deps.drafts.discard(draftId);
      return { certificateId };
    },

    'certificates.discard'({ draftId }) {
      deps.drafts.discard(draftId);
      return {};
    },

    async 'certificates.remove'({ certificateId }) {
      const store = deps.store();
      const { fingerprint } = store.certificate(certificateId);
      const users = store.accounts().filter((account) => account.certificateId === certificateId);
      const isBusy = deps.signIn.uses(certificateId);
      if (isBusy || users.length > 0)
        fail({ code: 'in-use', what: 'certificate', accounts: users.map(({ id }) => id) });
      await store.removeCertificate(certificateId);
      await deps.https.forget(fingerprint);
      return {};
    },
  };
}

/** Opens a P12, or fails with the `p12-…` code that says why not. */
export async function openOrFail(
  openP12: OpenP12,
  bytes: Uint8Array,
  password: string,
  identity: string | null,
): Promise<OpenedP12> {
  try {
    return await openP12(bytes, password, identity === null ? {} : { identity });
  } catch (error) {
    if (error instanceof P12Error) fail(p12Failure(error.code, error), error);
    throw error;
  }
}

function p12Failure(code: P12ErrorCode, error: P12Error): Failure {
  switch (code) {
    case 'not-p12':
      return { code: 'p12-not-p12' };
    case 'wrong-password':
      return { code: 'p12-wrong-password' };
    case 'no-key':
    case 'unsupported-key':
      return { code: 'p12-no-key' };
    case 'no-certificate':
      return { code: 'p12-no-certificate' };
    case 'no-matching-pair':
    case 'identity-not-found':
      return { code: 'p12-no-matching-pair' };
    case 'several-identities':
      return { code: 'p12-several-identities', identities: [...error.identities] };
    case 'too-expensive':
      return { code: 'p12-too-expensive' };
    case 'too-large':
      return { code: 'p12-too-large', limitBytes: MAX_FILE_BYTES };
    case 'unsupported-encryption':
      return { code: 'p12-unsupported', algorithm: error.algorithm ?? '' };
    case 'timed-out':
      return { code: 'p12-took-too-long', seconds: OPEN_DEADLINE_MS / 1000 };
    case 'failed':
    case 'aborted':
      return { code: 'p12-interrupted' };
    case 'damaged':
    case 'truncated':
      return { code: 'p12-damaged' };
  }
}
