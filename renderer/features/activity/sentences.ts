import type { TFunction } from 'i18next';
import type { ActivityEntry } from '../../../electron/contract/activity-entry.ts';
import type { FailureCode } from '../../../electron/contract/failure.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import type { en } from '../../i18n/en/index.ts';
import { hasText } from '../../i18n/has-text.ts';

/** What was done, or tried; `renewal` is how the account's profile comes by a new access token. */
export function actSentence(entry: ActivityEntry, t: TFunction, renewal?: ProfileView['renewal']): string {
  const form = entry.result === 'ok' ? 'done' : 'tried';
  switch (entry.act) {
    case 'renewal':
      return t(renewal === 'sign-in' ? `activity.fetch.${form}` : `activity.acts.renewal.${form}`);
    case 'hand-over':
    case 'hand-over-stop':
      return t(`activity.acts.${entry.act}.${form}`, { recipient: entry.recipient });
    case 'export':
    case 'import':
      return t(`activity.acts.${entry.act}.${form}`, { count: entry.accounts });
    default:
      return t(`activity.acts.${entry.act}.${form}`);
  }
}

/** What else there is to say of an act, in smaller print; null where there is nothing. */
export function actDetail(entry: ActivityEntry, t: TFunction): string | null {
  switch (entry.act) {
    case 'hand-over':
    case 'hand-over-stop':
      return t(`activity.means.${entry.means}`);
    case 'request':
      return t('activity.request', { method: entry.method, address: `${entry.host}${entry.path}` });
    default:
      return null;
  }
}

type OwnEnding = keyof typeof en.activity.endings;

function hasOwnEnding(code: string, t: TFunction): code is OwnEnding {
  return hasText(t, `activity.endings.${code}`);
}

function isFailureCode(code: string, t: TFunction): code is FailureCode {
  return hasText(t, `failures.${code}.what`);
}

/** A failure's title, without the values that the log does not keep. */
export function failureTitle(code: string, t: TFunction): string {
  if (hasOwnEnding(code, t)) return t(`activity.endings.${code}`);
  if (isFailureCode(code, t)) return t(`failures.${code}.what`);
  return t('activity.results.unknown', { code });
}

/** Whether an act failed, and not only because somebody decided so. */
export function isTrouble({ result }: ActivityEntry): boolean {
  return !['ok', 'signin-cancelled', 'signin-declined'].includes(result);
}

/** How an act ended. */
export function resultSentence(entry: ActivityEntry, t: TFunction): string {
  if (entry.result !== 'ok') {
    const title = failureTitle(entry.result, t);
    return entry.authorityError === null
      ? title
      : t('activity.results.withCode', { title, code: entry.authorityError });
  }
  switch (entry.act) {
    case 'revocation':
      return t(entry.isAccepted ? 'activity.results.accepted' : 'activity.results.notAccepted');
    case 'request':
      return entry.status === null
        ? t('activity.results.ok')
        : t('activity.results.status', { status: String(entry.status) });
    default:
      return t('activity.results.ok');
  }
}
