import { randomUUID } from 'node:crypto';
import { maskPersonalNumbers } from '../contract/personal-numbers.ts';
import { arrivalOf } from '../contract/route.ts';
import type { Attempt } from '../signin/attempt.ts';
import { createTrace, type Trace } from '../signin/trace.ts';
import type { Place } from './place.ts';
import type { AccountRecord } from './records.ts';
import type { Store } from './store.ts';
import { readCertificate } from './trace-certificate.ts';

/** What a record is begun for. */
export type TraceWish = {
  readonly store: Store;
  readonly place: Place;
  readonly account: AccountRecord;
  /** Null for a renewal by refresh token. */
  readonly attempt: Attempt | null;
  /** PEM of the certificate that this process shows; null where it shows none. */
  readonly certPem: string | null;
  readonly isResumed: boolean;
};

/** A record that can be looked at, and its text. */
export type KeptTrace = { readonly id: string; readonly text: string };

/** The records of the last sign-ins and renewals, in memory alone: one an account, the last few. */
export type Traces = {
  begin(wish: TraceWish): Trace;
  /** The record of a sign-in under way; null where there is none. */
  running(attemptId: string): Trace | null;
  /** Forgets the last one of that account: another sign-in begins, and may fail before there is anything to record. */
  drop(account: AccountRecord): void;
  /** The last record of an account that has ended; without an account the last of one that did not come to be. */
  last(applicationId: string, accountId: string | null): KeptTrace | null;
  find(id: string): KeptTrace | null;
};

/** Of sign-ins, and of renewals, which come by themselves and would take the place of the rest. */
const MOST_KEPT = 10;

type Entry = {
  readonly id: string;
  readonly attemptId: string | null;
  readonly applicationId: string;
  readonly accountId: string;
  /** There was no such account when it began. */
  readonly isOfNew: boolean;
  readonly trace: Trace;
  isEnded: boolean;
};

/** @param deps.version the version of this program; `now` epoch ms */
export function createTraces(deps: { readonly version: string; readonly now: () => number }): Traces {
  /** The newest last. */
  let kept: readonly Entry[] = [];

  const shown = (entry: Entry | undefined): KeptTrace | null =>
    entry === undefined ? null : { id: entry.id, text: entry.trace.text() };

  return {
    begin({ store, place, account, attempt, certPem, isResumed }) {
      const application = store.application(account.applicationId);
      const { clientId, scopes } = application;
      const redirectUri = attempt === null || attempt.route === 'client-credentials' ? null : attempt.redirectUri;
      const trace = createTrace({
        ...place,
        ...deps,
        clientId,
        scopes,
        certPem,
        isResumed,
        readCertificate,
        maskPersonalNumbers,
        route: attempt?.route ?? 'refresh',
        redirectUri,
        arrivalUri: redirectUri === null ? null : (attempt?.arrivalUri ?? null),
        arrival: attempt === null || redirectUri === null ? null : arrivalOf(attempt.route, redirectUri),
        state: redirectUri === null ? null : (attempt?.state ?? null),
        secrets: secretsOf(store, account, attempt),
      });
      const entry: Entry = {
        id: randomUUID(),
        attemptId: attempt?.id ?? null,
        applicationId: application.id,
        accountId: account.id,
        isOfNew: !store.accounts().some(({ id }) => id === account.id),
        isEnded: false,
        trace: {
          note(happening) {
            trace.note(happening);
            if (happening.kind === 'ended') keep(entry);
          },
          text: trace.text,
        },
      };
      const isOfKind = (one: Entry): boolean => (one.attemptId === null) === (attempt === null);
      const oldest = kept.filter(isOfKind).slice(0, 1 - MOST_KEPT);
      kept = [...kept.filter((one) => !oldest.includes(one)), entry];
      return entry.trace;
    },
    drop({ id, applicationId }) {
      kept = kept.filter(
        (entry) =>
          !entry.isEnded || (entry.accountId !== id && !(entry.isOfNew && entry.applicationId === applicationId)),
      );
    },
    running: (attemptId) => kept.find((entry) => entry.attemptId === attemptId && !entry.isEnded)?.trace ?? null,
    last: (applicationId, accountId) =>
      shown(
        kept.findLast(
          (entry) =>
            entry.isEnded &&
            entry.applicationId === applicationId &&
            (accountId === null ? entry.isOfNew : entry.accountId === accountId),
        ),
      ),
    find: (id) => shown(kept.find((entry) => entry.id === id && entry.isEnded)),
  };

  /** It takes the place of the account's last. */
  function keep(ended: Entry): void {
    ended.isEnded = true;
    kept = kept.filter((entry) => entry === ended || !entry.isEnded || entry.accountId !== ended.accountId);
  }
}

/** Whatever an authority might write that is a secret, or names somebody. */
function secretsOf(store: Store, account: AccountRecord, attempt: Attempt | null): string[] {
  const application = store.application(account.applicationId);
  const { clientSecret, apigwClientId, apigwClientSecret, name } = application;
  const pairs = [account.grant, ...account.earlier.map(({ grant }) => grant)].filter((grant) => grant !== null);
  return [
    ...[clientSecret, apigwClientId, apigwClientSecret, name],
    ...[attempt?.codeVerifier, account.certificateSerial].filter((text) => text != null),
    ...[account.person, ...account.person.split(/\s+/)],
    ...account.companies.flatMap((company) => [company.number, company.name, ...company.name.split(/\s+/)]),
    ...pairs.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken?.value ?? '']),
    ...account.superseded.map(({ accessToken }) => accessToken),
  ];
}
