import type { Environment } from '../authorities/schema.ts';
import type { Failure } from '../contract/failure.ts';
import { blotter, MARK } from '../network/blot.ts';
import { isArrival } from './callback.ts';
import {
  errorCode,
  failureWords,
  type CookieWord,
  type FailureFact,
  type HostFact,
  type PlaceFact,
  type Shape,
  type Word,
} from './trace-events.ts';
import {
  cookieBeginnings,
  cookieWords,
  explanationWords,
  headerWords,
  parameterWords,
  pathWords,
} from './trace-words.ts';

/** The shape of a text that is not told. */
export function shapeOf(text: string): Shape {
  return { length: text.length, kind: kindOf(text) };
}

function kindOf(text: string): Shape['kind'] {
  if (text === '') return 'empty';
  if (/^\d+$/.test(text)) return 'digits';
  if (/^[0-9a-f]+$|^[0-9A-F]+$/.test(text)) return 'hex';
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return 'uuid';
  if (/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return 'jwt';
  if (/^[a-z]+$/i.test(text)) return 'letters';
  return /^[a-z0-9]+$/i.test(text) ? 'letters-and-digits' : 'other';
}

/** The word, if it is on the list; else its shape. */
export function wordIn(list: ReadonlySet<string>, text: string): Word {
  return list.has(text) ? text : shapeOf(text);
}

export function parameterNames(parameters: Iterable<readonly [string, string]>): Word[] {
  return [...parameters].slice(0, 30).map(([name]) => wordIn(parameterWords, name));
}

export function headerNames(names: readonly string[]): Word[] {
  return [...new Set(names.map((name) => name.toLowerCase()))].slice(0, 60).map((name) => wordIn(headerWords, name));
}

/** The names of the cookies that an answer sets. */
export function cookieNames(setCookies: readonly string[]): CookieWord[] {
  return setCookies.slice(0, 30).map((line) => {
    const name = (line.split(/[=;]/, 1)[0] ?? '').trim();
    if (cookieWords.has(name)) return name;
    const beginning = cookieBeginnings.find((start) => name.startsWith(start));
    return beginning === undefined ? shapeOf(name) : { beginning, rest: shapeOf(name.slice(beginning.length)) };
  });
}

/** What must not be told, and how numbers of people are known. */
export type Hidden = { readonly secrets: readonly string[]; readonly maskPersonalNumbers: (text: string) => string };

/** Tells hosts and addresses of one sign-in. */
export type Places = {
  readonly hosts: readonly string[];
  host(host: string): HostFact;
  place(address: URL): PlaceFact;
};

/** @param uris the redirect URI and the arrival URI; what they are is said in the record's head, nothing else of them */
export function placesOf(environment: Environment, uris: readonly string[]): Places {
  const { authorize, token, refresh, revoke, api, signInOrigins, certificateOrigins } = environment;
  const own = [authorize, token, refresh, revoke, api, ...signInOrigins, ...certificateOrigins];
  const hosts = [...new Set(own.flatMap((address) => (address === null ? [] : [new URL(address).host])))];
  const homes = uris.filter((uri) => URL.canParse(uri));
  const others: string[] = [];

  function host(name: string): HostFact {
    const index = hosts.indexOf(name);
    if (index >= 0) return { of: 'authority', index };
    if (name === '') return { of: 'none' };
    if (homes.some((uri) => new URL(uri).host === name)) return { of: 'redirect-uri' };
    if (/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(name)) return { of: 'loopback' };
    if (!others.includes(name)) others.push(name);
    return { of: 'another', number: others.indexOf(name) + 1 };
  }

  return {
    hosts,
    host,
    place(address) {
      const isHome = homes.some((uri) => isArrival(address, uri));
      const parts = address.pathname.split('/').filter((part) => part !== '');
      return {
        scheme: address.protocol === 'https:' ? 'https' : address.protocol === 'http:' ? 'http' : 'another',
        host: isHome ? { of: 'redirect-uri' } : host(address.host),
        path: isHome ? [] : parts.slice(0, 12).map((part) => wordIn(pathWords, part)),
        parameters: parameterNames(address.searchParams),
      };
    },
  };
}

/** Runs that may be a token, a key or a serial number: as long as that, and no word of anybody's language. */
const asLongAsASecret = /[\w.~+/=%-]{12,}/g;
const noWord = /[0-9]|[a-z][A-Z]|[A-Z]{2}.*[a-z]|[A-Za-z]{20}|[A-Z]{16}/;
const LONGEST_WORDS = 200;
/** Names as short as this are looked for as whole words: the blotter leaves out what would be found everywhere. */
const SHORT_NAME = /^\p{L}{3,5}$/u;

/**
 * What somebody else wrote, without what is known to be secret or personal in it, without addresses, numbers of persons,
 * and anything that looks like a secret.
 */
export function tidyWords(text: string, { secrets, maskPersonalNumbers }: Hidden): string {
  const shortNames = secrets.filter((secret) => SHORT_NAME.test(secret)).map((name) => name.toLowerCase());
  return maskPersonalNumbers(blotter(secrets)(text))
    .replace(/\p{L}+/gu, (word) => (shortNames.includes(word.toLowerCase()) ? MARK : word))
    .replace(/[a-z][a-z0-9+.-]*:\/\/\S+/gi, '(an address)')
    .replace(/\S+@\S+/g, '(an e-mail address)')
    .replace(/\d{6,}/g, (run) => `(${run.length} digits)`)
    .replace(asLongAsASecret, (run) => (noWord.test(run) ? `(${run.length} characters)` : run))
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_WORDS)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** An error code as it is told. */
export function errorWord(error: string): string | Shape {
  return /^(?:[a-z_]{1,40}|[0-9]{1,4})$/.test(error) ? error : shapeOf(error);
}

const numberFields = [
  'status',
  'count',
  'seconds',
  'limitBytes',
  'bytes',
  'tries',
  'port',
  'retryAfterSeconds',
] as const;
const stages = ['authorize', 'token', 'api'] as const;

/** Of a failure what may be told. */
export function failureFact(failure: Failure, places: Places, hidden: Hidden): FailureFact {
  const fields: Readonly<Record<string, unknown>> = failure;
  const text = (name: string): string | null => (typeof fields[name] === 'string' ? fields[name] : null);
  const host = text('host') ?? hostOfOrigin(text('origin'));
  const stage = stages.find((one) => one === fields['stage']);
  const word = failureWords.find((one) =>
    ['cause', 'kind', 'reason', 'what', 'environment'].some((name) => fields[name] === one),
  );
  const detail = text('detail');
  const [error, description, explanation] = [text('error'), text('description'), text('explanation')];
  return {
    code: failure.code,
    ...(host === null ? {} : { host: places.host(host) }),
    ...(stage === undefined ? {} : { stage }),
    ...(word === undefined ? {} : { word }),
    ...(detail !== null && errorCode.test(detail) ? { detail } : {}),
    numbers: numberFields.flatMap((name) => {
      const value = fields[name];
      return typeof value === 'number' && Number.isFinite(value) ? [[name, value] satisfies [string, number]] : [];
    }),
    ...(error === null || error === '' ? {} : { error: errorWord(error) }),
    ...(description === null || description === '' ? {} : { description: tidyWords(description, hidden) }),
    ...(explanation !== null && explanationWords.has(explanation) ? { explanation } : {}),
  };
}

function hostOfOrigin(origin: string | null): string | null {
  return origin !== null && URL.canParse(origin) ? new URL(origin).host : null;
}
