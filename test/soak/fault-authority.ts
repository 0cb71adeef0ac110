import type { ServerResponse } from 'node:http';
import type { AnafReady } from '../fixtures/practice.ts';
import { send, type RawAnswer } from '../fixtures/practice-requests.ts';
import { makeTestCa, startTestServer } from '../fixtures/test-servers.ts';
import type { Pair } from './soak-office.ts';

/** How one answer goes wrong. */
export type AnswerFault =
  /** The practice authority never hears of the request: nothing is spent. */
  | { readonly reaches: false; readonly answer: (response: ServerResponse) => void }
  /** It has given out the pair, which is in `given`. */
  | { readonly reaches: true; readonly answer: (response: ServerResponse, given: RawAnswer) => void };

/** A server before the practice ANAF's token address that passes requests on, and spoils the answers it is told to. */
export type FaultAuthority = {
  readonly token: string;
  readonly caPem: string;
  readonly host: string;
  /** Another identity for the same names and CA: past its end, or another host's. */
  readonly ca: Awaited<ReturnType<typeof makeTestCa>>;
  /** Spoils the answers to requests with this refresh token, until it is told null. */
  spoil(refreshToken: string, fault: AnswerFault | null): void;
  /** Requests with this refresh token that arrived. */
  arrivals(refreshToken: string): number;
  /** Every pair the practice authority gave out through here. */
  readonly pairs: readonly Pair[];
  close(): Promise<void>;
};

const host = 'token.fault.localhost';

export async function startFaultAuthority(anaf: AnafReady): Promise<FaultAuthority> {
  const ca = await makeTestCa();
  const faults = new Map<string, AnswerFault>();
  const arrivals = new Map<string, number>();
  const pairs: Pair[] = [];
  /** What a spoilt answer held: within its grace the authority would only say it again, and signing takes its time. */
  const spoilt = new Map<string, RawAnswer>();

  const passOn = async (body: string, authorization: string): Promise<RawAnswer> => {
    const headers = { Authorization: authorization, 'Content-Type': 'application/x-www-form-urlencoded' };
    const answer = await send(anaf.refresh, { method: 'POST', headers, body, caPem: anaf.caPem });
    if (answer.status === 200) pairs.push(JSON.parse(answer.body) as Pair);
    return answer;
  };

  const server = await startTestServer(await ca.server([host]), (request, response) => {
    const refreshToken = new URLSearchParams(request.body).get('refresh_token') ?? '';
    arrivals.set(refreshToken, (arrivals.get(refreshToken) ?? 0) + 1);
    const fault = faults.get(refreshToken);
    if (fault?.reaches === false) {
      fault.answer(response);
      return;
    }
    const known = fault && spoilt.get(refreshToken);
    if (known) {
      fault.answer(response, known);
      return;
    }
    passOn(request.body, request.headers.authorization ?? '').then(
      (answer) => {
        // A refusal is passed on as it is.
        if (fault && answer.status === 200) {
          spoilt.set(refreshToken, answer);
          fault.answer(response, answer);
          return;
        }
        response.writeHead(answer.status, { 'Content-Type': String(answer.headers['content-type']) }).end(answer.body);
      },
      () => response.destroy(),
    );
  });
  return {
    token: `https://${host}:${server.port}/anaf-oauth2/v1/token`,
    caPem: ca.pem,
    host,
    ca,
    spoil(refreshToken, fault) {
      if (fault) faults.set(refreshToken, fault);
      else faults.delete(refreshToken);
    },
    arrivals: (refreshToken) => arrivals.get(refreshToken) ?? 0,
    pairs,
    close: () => server.close(),
  };
}
