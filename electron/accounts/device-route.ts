import { randomUUID } from 'node:crypto';
import { describeCertificate } from '../certificates/describe.ts';
import type { DeviceCertificateView } from '../contract/device-question.ts';
import type { SignInPages } from './callback-routes.ts';
import type { DeviceQuestions } from './device-questions.ts';
import type { AccountRecord, CertificateRecord } from './records.ts';
import type { Store } from './store.ts';
import { holderName } from './views.ts';

/** What the window of a sign-in with a certificate on a device asks its user; null ends the sign-in. */
export type DeviceAsks = {
  /** @param offered PEM of the certificates there are; gives the fingerprint of the one to show */
  chooseCertificate(host: string, offered: readonly string[], signal: AbortSignal): Promise<string | null>;
  /** Gives an empty one for a token that is not meant: it is not to be asked about again. */
  givePin(
    question: { readonly tokenName: string; readonly wrong: number; readonly triesLeft: number },
    signal: AbortSignal,
  ): Promise<string | null>;
};

export type DeviceWindowInput = SignInPages & { readonly ask: DeviceAsks };

/** How such a window ended: the callback's URL, unjudged, and PEM of the certificate that was shown, if any was. */
export type DeviceCallback = { readonly callback: URL; readonly certPem: string | null };

export type OpenDeviceWindow = (input: DeviceWindowInput) => Promise<DeviceCallback>;

/**
 * Asks in the app's own window. The one certificate there is is not asked about where it is the account's own; where
 * there are several, nobody but the person chooses.
 */
export function deviceAsks(
  { questions, store, now }: { readonly questions: DeviceQuestions; readonly store: Store; readonly now: () => number },
  attemptId: string,
  account: AccountRecord,
): DeviceAsks {
  const known = store.certificates().filter(({ key }) => key.kept === 'on-device');
  // What the sign-in was started with names no certificate; what the account has does.
  const { certificateId } = store.accounts().find(({ id }) => id === account.id) ?? account;
  const own = store.certificates().find(({ id }) => id === certificateId);
  return {
    async chooseCertificate(host, offered, signal) {
      const views = offered.map((pem) => deviceCertificateView(pem, now()));
      const fitting = views.filter(({ unfit }) => unfit === null);
      if (fitting.length === 1 && fitting[0]?.fingerprint === own?.fingerprint) return own?.fingerprint ?? null;
      const fingerprints = new Set(views.map(({ fingerprint }) => fingerprint));
      const notOffered = known
        .filter(({ fingerprint }) => !fingerprints.has(fingerprint))
        .map(({ certPem }) => {
          const view = deviceCertificateView(certPem, now());
          return { ...view, unfit: view.unfit ?? ('not-offered' as const) };
        });
      const last = own ?? lastChosen(known.filter(({ fingerprint }) => fingerprints.has(fingerprint)));
      const certificates = [...views, ...notOffered];
      return questions.askCertificate(attemptId, { host, certificates, last: last?.fingerprint ?? null }, signal);
    },
    givePin: (question, signal) => questions.askPin(attemptId, question, signal),
  };
}

function lastChosen(records: readonly CertificateRecord[]): CertificateRecord | undefined {
  return records.reduce<CertificateRecord | undefined>(
    (latest, one) => (latest === undefined || one.importedAt > latest.importedAt ? one : latest),
    undefined,
  );
}

function deviceCertificateView(certPem: string, now: number): DeviceCertificateView {
  const facts = describeCertificate(certPem);
  const { fingerprint, serialNumber, notBefore, notAfter } = facts;
  return {
    fingerprint,
    holder: holderName(facts),
    issuer: facts.issuerCommonName ?? facts.issuerOrganisation ?? '',
    serialNumber,
    notBefore,
    notAfter,
    unfit: notAfter <= now ? 'expired' : notBefore > now ? 'not-yet-valid' : null,
  };
}

/**
 * Puts the certificate that was shown among the others, without a key, so that its expiry is watched.
 * @returns its id; that of an imported one where it is the same certificate
 */
export async function rememberDeviceCertificate(store: Store, certPem: string, now: number): Promise<string> {
  const { fingerprint } = describeCertificate(certPem);
  const known = store.certificates().find((record) => record.fingerprint === fingerprint);
  if (known !== undefined && known.key.kept !== 'on-device') return known.id;
  const id = known?.id ?? randomUUID();
  await store.saveCertificate({
    id,
    fingerprint,
    certPem,
    chainPem: [],
    key: { kept: 'on-device' },
    warnings: [],
    importedAt: now,
  });
  return id;
}
