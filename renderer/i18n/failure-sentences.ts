import type { TFunction } from 'i18next';
import { useTranslation } from './use-translation.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import type { ApplicationView, ProfileView, Snapshot } from '../../electron/contract/snapshot.ts';
import { markOf } from '../features/applications/telling-apart.ts';
import { useDesk } from '../state/context.ts';
import type { Explanation } from '../state/explanation-of.ts';
import type { FailureFacts } from '../state/failure-facts.ts';
import { likelyCauses } from '../state/likely-causes.ts';
import { companiesOf } from '../state/sorted-accounts.ts';
import type { en } from './en/index.ts';
import type { CauseTexts } from './explanation-texts.ts';
import type { FailureTexts } from './failure-texts.ts';
import type { Formats } from './formats.ts';
import { hasText } from './has-text.ts';

function isExplanation(key: string | null, t: TFunction): key is Explanation {
  return key !== null && hasText(t, `explanations.${key}.what`);
}

/** The three texts of a failure, in the window's language; of an explained one the first cause stands for all. */
export function useFailureTexts(failure: Failure): FailureTexts {
  const { t } = useTranslation();
  const { formats, projection } = useDesk();
  const explained = useExplanation('explanation' in failure ? failure.explanation : null, null);
  if (explained !== null) return { what: explained.what, why: explained.causes[0]?.is ?? '', now: explained.now };
  const key = `failures.${failure.code}` as const;
  const values = failureValues(failure, t, formats, projection.get());
  return { what: t(`${key}.what`, values), why: t(`${key}.why`, values), now: t(`${key}.now`, values) };
}

/** An explanation in the window's language, its causes in the order in which they are worth looking at. */
export type Explained = {
  readonly what: string;
  readonly causes: ReadonlyArray<CauseTexts & { readonly name: string; readonly because: string | null }>;
  readonly now: string;
};

/**
 * The texts of an explanation; null where the catalogue has none.
 * @param facts what puts one cause before another, where it is known
 */
export function useExplanation(explanation: string | null, facts: FailureFacts | null): Explained | null {
  const { t } = useTranslation();
  if (!isExplanation(explanation, t)) return null;
  const key = `explanations.${explanation}` as const;
  const names = Object.keys(t(`${key}.causes`, { returnObjects: true }));
  return {
    what: t(`${key}.what`),
    causes: likelyCauses(names, facts).map(({ cause, hint }) => ({
      name: cause,
      is: t(`${key}.causes.${cause}.is`),
      cure: t(`${key}.causes.${cause}.cure`),
      because: hint === null ? null : t(`explained.because.${hint}`),
    })),
    now: t(`${key}.now`),
  };
}

/** What the authority itself said, if it did. */
export function authorityWords(failure: Failure): string | null {
  if (failure.code !== 'authority-refused') return null;
  const words = [failure.error, failure.description].filter((word) => word !== '');
  return words.length === 0 ? null : words.join(': ');
}

/** The values that stand in a failure's sentences. */
function failureValues(
  failure: Failure,
  t: TFunction,
  formats: Formats,
  snapshot: Snapshot | null,
): Record<string, string | number> {
  switch (failure.code) {
    case 'vault-not-ready':
      return { state: t(`failureParts.vaultState.${vaultState(failure.state, t)}`) };
    case 'keychain-refused':
      return { reason: t(`vault.reasons.${failure.reason}`) };
    case 'vault-write-failed':
      return { reason: t(`failureParts.reason.${failure.reason}`) };
    case 'file-unreadable':
      return { reason: t(`failureParts.unreadable.${failure.reason}`) };
    case 'practice-not-opened':
      return { reason: t(`failureParts.practiceStart.${failure.reason}`) };
    case 'not-found':
      return { thing: t(`failureParts.notFound.${failure.what}`) };
    case 'in-use':
      return {
        thing: t(`failureParts.inUse.${failure.what}`),
        accounts: formats.list(failure.accounts.map((id) => accountName(id, snapshot, t))),
      };
    case 'p12-too-large':
    case 'answer-too-large':
    case 'transfer-too-large':
      return { ...failure, limit: formats.bytes(failure.limitBytes) };
    case 'transfer-write-failed':
      return { reason: t(`failureParts.writeTrouble.${failure.reason}`) };
    case 'transfer-busy':
    case 'transfer-still-moved':
      return { accounts: formats.list(failure.accounts.map((id) => accountName(id, snapshot, t))) };
    case 'certificate-expired':
      return { notAfter: formats.date(failure.notAfter) };
    case 'certificate-not-yet-valid':
      return { notBefore: formats.date(failure.notBefore) };
    case 'certificate-wrong-environment':
      return { issuer: failure.issuer, environment: environmentName(failure.environment, t) };
    case 'application-incomplete':
      return { missing: missingParts(failure.missing, null, t, formats) };
    case 'authority-unreachable':
      return { host: failure.host, cause: t(`failureParts.cause.${failure.cause}`) };
    case 'authority-certificate-incomplete':
      return {
        host: failure.host,
        issuer: failure.issuer,
        likely: t(`failureParts.incomplete.${failure.isPublic ? 'public' : 'unclear'}`),
      };
    case 'connection-inspected':
      return { host: failure.host, by: inspector(failure, t) };
    case 'proxy-unreachable':
      return { proxy: failure.proxy, cause: t(`failureParts.proxyCause.${failure.cause}`) };
    case 'proxy-refused':
      return { ...failure, reason: t(`failureParts.proxyRefusal.${refusalBy(failure.status)}`) };
    case 'ca-file-refused':
      return { reason: t(`failureParts.caFile.${failure.reason}`) };
    case 'authority-refused':
    case 'answer-not-json':
    case 'answer-incomplete':
    case 'authority-busy':
      return { ...stringFields(failure), stage: t(`failureParts.stage.${failure.stage}`) };
    case 'callback-malformed':
      return { problem: callbackProblem(failure.problem, t) };
    case 'signin-needed':
      return { reason: t(`failureParts.signInNeeded.${failure.reason}`) };
    case 'renewal-elsewhere':
      return { standing: t(`failureParts.standing.${failure.standing}`) };
    case 'hand-over-place-refused':
      return { reason: t(`handOver.place.${failure.reason}`, { by: failure.by }) };
    case 'hand-over-file-failed':
      return { reason: t(`handOver.fileProblem.${failure.problem}`) };
    case 'token-still-lives':
      return { expiresAt: formats.clock(failure.expiresAt, Date.now()) };
    default:
      return stringFields(failure);
  }
}

type VaultState = keyof typeof en.failureParts.vaultState;

function isVaultState(state: string, t: TFunction): state is VaultState {
  return hasText(t, `failureParts.vaultState.${state}`);
}

function vaultState(state: string, t: TFunction): VaultState {
  return isVaultState(state, t) ? state : 'other';
}

type CallbackProblem = keyof typeof en.failureParts.callback;

function isCallbackProblem(problem: string, t: TFunction): problem is CallbackProblem {
  return hasText(t, `failureParts.callback.${problem}`);
}

/** An earlier version kept a sentence in the place of the name. */
function callbackProblem(problem: string, t: TFunction): string {
  return isCallbackProblem(problem, t) ? t(`failureParts.callback.${problem}`) : problem;
}

function inspector(failure: Extract<Failure, { code: 'connection-inspected' }>, t: TFunction): string {
  const { issuer, product } = failure;
  return product === ''
    ? t('failureParts.inspectedBy.unknown', { issuer })
    : t('failureParts.inspectedBy.known', { issuer, product });
}

/** Whether a proxy would not connect, or could not: the statuses of a gateway, and SOCKS's replies (RFC 1928). */
function refusalBy(status: number): 'forbidden' | 'could-not' {
  return status >= 500 || [3, 4, 5, 6].includes(status) ? 'could-not' : 'forbidden';
}

function accountName(accountId: string, snapshot: Snapshot | null, t: TFunction): string {
  const account = snapshot?.accounts[accountId];
  if (snapshot === null || account === undefined) return t('failureParts.accountGone');
  const application = applicationName(snapshot.applications[account.applicationId], snapshot, t);
  const name = companiesOf(account)?.first ?? account.holder;
  return name === '' ? application : t('failureParts.account', { holder: name, application });
}

function applicationName(application: ApplicationView | undefined, { applications }: Snapshot, t: TFunction): string {
  if (application === undefined) return t('accounts.applicationGone');
  const name = application.name === '' ? t('applications.unnamed') : application.name;
  const mark = markOf(application, applications);
  if (mark === null) return name;
  return mark.by === 'number'
    ? t('applications.named.number', { name, number: mark.number })
    : t(`applications.named.${mark.by}`, { name, text: mark.text });
}

function stringFields(failure: Failure): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(failure).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  );
}

function environmentName(environment: string, t: TFunction): string {
  return environment === 'test' || environment === 'production' ? t(`common.environment.${environment}`) : environment;
}

type MissingPart = ApplicationView['missing'][number];

function isMissingPart(name: string, t: TFunction): name is MissingPart {
  return hasText(t, `applications.missing.${name}`);
}

/**
 * "the OAuth2 client secret and at least one scope".
 * @param profile null where it is not known whose application it is
 */
export function missingParts(
  missing: readonly string[],
  profile: ProfileView | null,
  t: TFunction,
  formats: Formats,
): string {
  const words = profile !== null && profile.keyPairs.length > 1 ? 'missingOfTwoPairs' : 'missing';
  return formats.list(missing.map((name) => (isMissingPart(name, t) ? t(`applications.${words}.${name}`) : name)));
}
