import type { FormField } from './form-fields.ts';

/** What an authority answered. */
export interface LoggedOutcome {
  /** HTTP status, or null where the answer was withheld on purpose. */
  readonly status: number | null;
  /** The authority's own error code, for example `invalid_client`, or null. */
  readonly error: string | null;
  /** In plain English why it was refused, or null; says more than the answer did. */
  readonly reason: string | null;
}

/** One request as it arrived. Holds secrets as sent, and therefore never leaves memory except on the control channel. */
export interface LogEntry {
  /** Counts up from 1 over the life of the process. */
  readonly seq: number;
  /** ISO 8601, UTC, milliseconds. */
  readonly time: string;
  /** For example `skatteverket-org`. */
  readonly authority: string;
  readonly environment: string;
  /** The authority's name of the thing called, for example `authorize`, `token`, `api:/momsdeklaration/v1/ping`. */
  readonly endpoint: string;
  readonly method: string;
  /** The host header as sent, or null. */
  readonly host: string | null;
  readonly path: string;
  /** The query as sent, without the question mark; empty if there was none. */
  readonly rawQuery: string;
  /** The query's names and values, decoded, in the order sent. */
  readonly query: ReadonlyArray<FormField>;
  /** Names and values alternating, in the order and the case sent. */
  readonly rawHeaders: ReadonlyArray<string>;
  /** The raw body as UTF-8 text. */
  readonly body: string;
  /** SHA-256 of the client certificate that this connection showed, 64 lower-case hex digits, or null. */
  readonly clientCertificate: string | null;
  /** For example `TLSv1.3`. */
  readonly tlsVersion: string | null;
  readonly outcome: LoggedOutcome;
}

/** The authorities' own record of what reached them. */
export interface RequestLog {
  readonly add: (entry: Omit<LogEntry, 'seq'>) => void;
  /** Entries with a `seq` above the given one, oldest first. */
  readonly since: (seq: number) => ReadonlyArray<LogEntry>;
  /** The `seq` of the newest entry ever added; 0 before the first. */
  readonly last: () => number;
  /** Forgets the entries; `seq` counts on. */
  readonly clear: () => void;
}

/** A log in memory alone; beyond `limit` entries the oldest go. */
export function createRequestLog(limit = 2000): RequestLog {
  let entries: LogEntry[] = [];
  let seq = 0;
  return {
    add: (entry) => {
      seq += 1;
      entries.push({ seq, ...entry });
      if (entries.length > limit) entries.shift();
    },
    since: (after) => entries.filter((entry) => entry.seq > after),
    last: () => seq,
    clear: () => {
      entries = [];
    },
  };
}
