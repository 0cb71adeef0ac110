import { z } from 'zod';
import { fail, type Failure, type Stage } from '../contract/failure.ts';
import { explainAnswer } from '../authorities/explain.ts';
import type { Profile } from '../authorities/schema.ts';
import { tokenTimes } from './token-times.ts';
import { bodyText, header, type HttpsAnswer } from '../network/https-client.ts';

/** What an authority gave. Times are epoch ms. */
export type TokenAnswer = {
  readonly accessToken: string;
  /** `expiresAt` is null where the token does not say when it ends. */
  readonly refreshToken: { readonly value: string; readonly expiresAt: number | null } | null;
  readonly obtainedAt: number;
  readonly expiresAt: number;
  /** Null when the answer does not name its scopes. */
  readonly scopeGiven: readonly string[] | null;
};

const Body = z.looseObject({
  access_token: z.string().min(1),
  // A token is never dropped because something beside it has an odd form.
  refresh_token: z.string().min(1).nullish().catch(null),
  expires_in: z
    .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
    .nullish()
    .catch(null),
  scope: z.string().nullish().catch(null),
});

const ErrorBody = z.looseObject({ error: z.string(), error_description: z.string().nullish() });

/** The longest lifetime believed, seconds: ten years. A longer, or no positive one, gives way to the profile's. */
const LONGEST_LIFETIME_S = 10 * 366 * 86_400;

/**
 * Reads the answer of a token endpoint.
 * @param obtainedAt when the request was sent, epoch ms: lifetimes count from there, so that we never believe too long.
 * @param blot takes what was sent out of the authority's words, should it echo it
 * Fails with `authority-refused`, `answer-not-json` or `answer-incomplete`.
 */
export function readTokenAnswer(
  profile: Profile,
  answer: HttpsAnswer,
  obtainedAt: number,
  blot: (text: string) => string,
): TokenAnswer {
  refuseBusy(answer);
  const text = bodyText(answer);
  const json = parseJson(text);
  if (json === undefined || typeof json !== 'object' || json === null)
    return refusePage(profile, 'token', answer, text, blot);
  const error = ErrorBody.safeParse(json);
  if (error.success && !('access_token' in json)) {
    const { error: name, error_description: description } = error.data;
    return fail(refusal(profile, 'token', answer.status, blot(name), blot(description ?? '')));
  }
  const body = Body.safeParse(json);
  const { status } = answer;
  if (status < 200 || status > 299 || !body.success) {
    const field = body.error?.issues[0]?.path.join('.') ?? '';
    return fail({ code: 'answer-incomplete', stage: 'token', status, problem: `${status} ${field}`.trim() });
  }
  const { access_token, refresh_token, expires_in, scope } = body.data;
  const lifetime = expires_in ?? 0;
  const believed = lifetime > 0 && lifetime <= LONGEST_LIFETIME_S ? lifetime : profile.fallbackLifetimeSeconds;
  return {
    accessToken: access_token,
    refreshToken:
      refresh_token == null ? null : { value: refresh_token, expiresAt: tokenTimes(refresh_token).expiresAt },
    obtainedAt,
    // What a token says of itself counts before what came with it.
    expiresAt: tokenTimes(access_token).expiresAt ?? obtainedAt + believed * 1000,
    scopeGiven: typeof scope === 'string' ? scope.split(/\s+/).filter((part) => part !== '') : null,
  };
}

/** Too many requests, or overloaded and saying until when (RFC 6585, section 4; RFC 9110, section 10.2.3). */
function refuseBusy(answer: HttpsAnswer): void {
  const retryAfter = header(answer, 'retry-after');
  if (answer.status !== 429 && !(answer.status === 503 && retryAfter !== null)) return;
  const seconds = retryAfterSeconds(retryAfter, header(answer, 'date'));
  fail({ code: 'authority-busy', stage: 'token', status: answer.status, retryAfterSeconds: seconds });
}

/** Seconds, or a date, which counts from the answer's own: this computer's clock may be wrong. 0 where it says nothing. */
function retryAfterSeconds(retryAfter: string | null, date: string | null): number {
  const text = (retryAfter ?? '').trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const [until, from] = [Date.parse(text), Date.parse(date ?? '')];
  return Number.isNaN(until) || Number.isNaN(from) ? 0 : Math.max(0, Math.round((until - from) / 1000));
}

/** An OAuth error of the authority (RFC 6749, sections 4.1.2.1 and 5.2), with the profile's explanation of it. */
export function refusal(profile: Profile, stage: Stage, status: number | null, error: string, description: string) {
  const explanation = explainAnswer(profile, { stage, status, error, text: description });
  return {
    code: 'authority-refused',
    stage,
    status,
    error: error.slice(0, 100),
    description: description.slice(0, 500),
    explanation,
  } as const;
}

function refusePage(
  profile: Profile,
  stage: Stage,
  answer: HttpsAnswer,
  text: string,
  blot: (text: string) => string,
): never {
  const explanation = explainAnswer(profile, { stage, status: answer.status, error: '', text });
  if (explanation !== null) {
    fail({ code: 'authority-refused', stage, status: answer.status, error: '', description: '', explanation });
  }
  const contentType = blot(header(answer, 'content-type') ?? '').slice(0, 100);
  const bytes = answer.body.length;
  fail({ code: 'answer-not-json', stage, status: answer.status, contentType, kind: kindOf(text), bytes });
}

type AnswerKind = Extract<Failure, { code: 'answer-not-json' }>['kind'];

function kindOf(text: string): AnswerKind {
  const start = text.trimStart().slice(0, 200);
  if (start === '') return 'empty';
  if (/^<|<html/i.test(start)) return 'html';
  if (/^[[{"]|^\)\]\}/.test(start)) return 'like-json';
  return /^[\w.~%+-]+=/.test(start) ? 'form' : 'text';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
