/** What a practice authority answers, with what its log shall say about it. */
export interface Answer {
  /** HTTP status; null withholds the answer for ever. */
  readonly status: number | null;
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  readonly body: string;
  /** What was called; see LogEntry. */
  readonly endpoint: string;
  readonly error: string | null;
  readonly reason: string | null;
  /** Whose log entry this is, where another authority's than the server's. */
  readonly authority?: string;
  /** ms by which the answer is sent late; what it says was decided when the request came. */
  readonly delayMs?: number;
  /** The connection is reset after so many bytes of the body; at -1 before anything is sent. */
  readonly resetAfterBytes?: number;
}

/** A JSON answer. */
export function json(endpoint: string, status: number, value: unknown): Answer {
  const headers = [
    ['Content-Type', 'application/json; charset=UTF-8'],
    ['Cache-Control', 'no-store'],
  ] as const;
  return { status, headers, body: JSON.stringify(value), endpoint, error: null, reason: null };
}

/** An OAuth error as JSON (RFC 6749 section 5.2); `reason` is for the log alone. */
export function oauthError(endpoint: string, error: string, description: string, reason = description): Answer {
  return { ...json(endpoint, 400, { error, error_description: description }), error, reason };
}

/** A 302; `location` as it shall stand in the header. */
export function redirect(endpoint: string, location: string, cookies: ReadonlyArray<string> = []): Answer {
  const headers = [
    ['Server', 'BigIP'] as const,
    ['Location', location] as const,
    ...cookies.map((cookie) => ['Set-Cookie', cookie] as const),
  ];
  return { status: 302, headers, body: '', endpoint, error: null, reason: null };
}

/** An HTML page. */
export function html(endpoint: string, status: number, title: string, paragraph: string): Answer {
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body><p>${paragraph}</p></body></html>`;
  const headers = [['Content-Type', 'text/html; charset=utf-8'] as const];
  return { status, headers, body, endpoint, error: null, reason: null };
}

/** An answer that a switch gives word for word. */
export function scripted(
  endpoint: string,
  { status, headers, body }: Pick<Answer, 'headers' | 'body' | 'status'>,
): Answer {
  return { status, headers, body, endpoint, error: null, reason: 'answered by a switch' };
}

/** No answer, ever: the connection stays open until the client or the end of the process closes it. */
export function silence(endpoint: string): Answer {
  return { status: null, headers: [], body: '', endpoint, error: null, reason: 'answer withheld by a switch' };
}

/** The same answer, with a note for the log why it was refused. */
export function refused(answer: Answer, error: string | null, reason: string): Answer {
  return { ...answer, error, reason };
}

/** No answer: the connection is reset (TCP RST). */
export function reset(endpoint: string, error: string | null, reason: string): Answer {
  return { ...silence(endpoint), error, reason, resetAfterBytes: -1 };
}
