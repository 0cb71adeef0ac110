import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import type { RawAnswer } from '../fixtures/practice-requests.ts';
import type { AnswerFault } from './fault-authority.ts';

/** A way in which an answer goes wrong; `mayRenew`: the pair in it can be read all the same. */
export type AnswerKind = { readonly name: string; readonly fault: AnswerFault; readonly mayRenew: boolean };

type Fields = Record<string, unknown>;

const html =
  '<!DOCTYPE html><html><head><title>Error</title></head><body><p>Serviciul nu este disponibil.</p></body></html>';
const firewall = '<html><body>The requested URL was rejected. Please consult with your administrator.</body></html>';
const json = 'application/json; charset=UTF-8';
const mebibyte = 1024 * 1024;

/** Every answer fault that is over at once. */
export const answerKinds: readonly AnswerKind[] = [
  ...[
    ['500 HTML', 500, html],
    ['502 HTML', 502, html],
    ['503 HTML', 503, html],
    ['504 HTML', 504, html],
    ['404 HTML', 404, html],
    ['403 HTML', 403, html],
    ['200 HTML', 200, html],
    ['200 firewall page', 200, firewall],
    ['200 empty', 200, ''],
    ['500 empty', 500, ''],
  ].map(([name, status, body]) => unreached(String(name), (to) => page(to, Number(status), 'text/html', String(body)))),
  unreached('429 with Retry-After in seconds', (to) => page(to, 429, 'text/html', html, { 'Retry-After': '2' })),
  unreached('429 with Retry-After as a date', (to) =>
    page(to, 429, 'text/html', html, { 'Retry-After': new Date(Date.now() + 2000).toUTCString() }),
  ),
  unreached('429 with a Retry-After that is none', (to) => page(to, 429, 'text/html', html, { 'Retry-After': '-7' })),
  unreached('503 with Retry-After', (to) => page(to, 503, 'text/html', html, { 'Retry-After': '1' })),
  unreached('302 to a login page', (to) => page(to, 302, 'text/html', '', { Location: '/my.policy' })),
  unreached('307 to another host', (to) =>
    page(to, 307, 'text/html', '', { Location: 'https://elsewhere.localhost/' }),
  ),
  unreached('204', (to) => void to.writeHead(204).end()),
  ...[
    ['server_error', 500],
    ['temporarily_unavailable', 503],
    ['invalid_request', 400],
    ['invalid_client', 401],
    ['invalid_grant', 400],
  ].map(([error, status]) =>
    unreached(`${error} from a token that lives`, (to) =>
      page(to, Number(status), json, JSON.stringify({ error, error_description: 'Error 255' })),
    ),
  ),
  unreached('closed before the answer', (to) => void to.destroy()),
  unreached('no HTTP', (to) => raw(to, 'SSH-2.0-OpenSSH_9.2\r\n')),
  unreached('a status line that is none', (to) => raw(to, 'HTTP/1.1 two hundred OK\r\n\r\n')),
  unreached('headers of 1 MiB', (to) => raw(to, `HTTP/1.1 200 OK\r\nX-Pad: ${'x'.repeat(mebibyte)}\r\n\r\n`)),

  given('500 after the pair was given out', (to) => page(to, 500, 'text/html', html)),
  given('502 after the pair was given out', (to) => page(to, 502, 'text/html', html)),
  given('closed after the pair was given out', (to) => void to.destroy()),
  given('closed after the headers', (to) => {
    to.writeHead(200, { 'Content-Type': json, 'Content-Length': 500 }).flushHeaders();
    setTimeout(() => to.destroy(), 5);
  }),
  given('chunks that end in the middle', (to, { body }) => {
    to.writeHead(200, { 'Content-Type': json });
    to.write(body.slice(0, body.length >> 1), () => to.destroy());
  }),
  given('a chunk size that is none', (to) =>
    raw(to, 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n'),
  ),
  given('more bytes promised than sent', (to, { body }) =>
    raw(to, `HTTP/1.1 200 OK\r\nContent-Type: ${json}\r\nContent-Length: ${body.length + 9}\r\n\r\n${body}`),
  ),
  given('truncated JSON of the right length', (to, { body }) => page(to, 200, json, body.slice(0, -20))),
  given('JSON with a tail', (to, { body }) => page(to, 200, json, `${body};`)),
  ...['null', 'true', '42', '"token"', '[]', '{}', '{"access_token"', 'access_token=abc&refresh_token=def'].map(
    (body) => given(`the body ${body}`, (to) => page(to, 200, json, body)),
  ),
  given('an array around the pair', (to, { body }) => page(to, 200, json, `[${body}]`)),
  given('JSON 100,000 levels deep', (to) => page(to, 200, json, `${'['.repeat(100_000)}${']'.repeat(100_000)}`)),
  fields('30 MiB of JSON', (pair) => ({ ...pair, padding: 'x'.repeat(30 * mebibyte) })),
  fields('no access_token', (pair) => without(pair, 'access_token')),
  ...[null, 7, '', ['x'], { a: 1 }, true].map((value) =>
    fields(`access_token ${JSON.stringify(value)}`, (pair) => ({ ...pair, access_token: value })),
  ),
  given('UTF-16 said to be UTF-8', (to, { body }) => page(to, 200, json, Buffer.from(body, 'utf16le'))),
  given('gzip nobody asked for', (to, { body }) => page(to, 200, json, gzipSync(body), { 'Content-Encoding': 'gzip' })),
  // A status that says no counts, whatever stands below it: the pair that is stored stays.
  ...[300, 302, 307, 400, 401, 403, 404, 409, 429, 500, 502, 503, 504, 599].map((status) =>
    given(`the pair with status ${status}`, (to, { body }) => page(to, status, json, body, { Location: '/elsewhere' })),
  ),

  readable('no refresh_token', (pair) => without(pair, 'refresh_token')),
  ...[null, 7, '', ['x'], { a: 1 }].map((value) =>
    readable(`refresh_token ${JSON.stringify(value)}`, (pair) => ({ ...pair, refresh_token: value })),
  ),
  readable('no expires_in', (pair) => without(pair, 'expires_in')),
  ...['7776000', 'soon', '', -5, 0, 0.5, 1e15, null, true, [1], Number.MAX_VALUE].map((value) =>
    readable(`expires_in ${JSON.stringify(value)}`, (pair) => ({ ...pair, expires_in: value })),
  ),
  good('expires_in 1e999', (to, { body }) =>
    page(to, 200, json, body.replace(/"expires_in":\d+/, '"expires_in":1e999')),
  ),
  readable('token_type missing', (pair) => without(pair, 'token_type')),
  readable('token_type of a wrong type', (pair) => ({ ...pair, token_type: 3 })),
  readable('scope of a wrong type', (pair) => ({ ...pair, scope: 12 })),
  readable('an error beside the pair', (pair) => ({ ...pair, error: 'none', error_description: 'none' })),
  readable('15 MiB of JSON', (pair) => ({ ...pair, padding: 'x'.repeat(15 * mebibyte) })),
  // Not what RFC 6749, section 5.1, says, but the pair was given, and the one before it is spent.
  ...[201, 202, 203, 206, 299].map((status) =>
    good(`the pair with status ${status}`, (to, { body }) => page(to, status, json, body)),
  ),
  good('Content-Type text/html', (to, { body }) => page(to, 200, 'text/html', body)),
  good('a charset nobody knows', (to, { body }) => page(to, 200, 'application/json; charset=x-none', body)),
  good('a byte order mark', (to, { body }) => page(to, 200, json, `\uFEFF${body}`)),
  good('white space around', (to, { body }) => page(to, 200, json, `\r\n  ${body}\n\n`)),
  good('early hints first', (to, { body }) => {
    to.writeEarlyHints({ link: '</style.css>; rel=preload' });
    page(to, 200, json, body);
  }),
  good('a byte at a time', (to, { body }) => {
    to.writeHead(200, { 'Content-Type': json });
    for (const byte of Buffer.from(body)) to.write(Buffer.from([byte]));
    to.end();
  }),
];

/** Those that end only when the client has had enough, after a minute or more. */
export const slowKinds: readonly AnswerKind[] = [
  unreached('no answer at all', () => undefined),
  given('no answer after the pair was given out', () => undefined),
  given('an answer that stops in the middle', (to, { body }) => {
    to.writeHead(200, { 'Content-Type': json, 'Content-Length': body.length });
    to.write(body.slice(0, 100));
  }),
  given('an answer of a byte a second', (to, { body }) => {
    to.writeHead(200, { 'Content-Type': json, 'Content-Length': body.length });
    let sent = 0;
    const drip = setInterval(() => to.write(body.slice(sent, (sent += 1))), 1000);
    to.once('close', () => clearInterval(drip));
  }),
];

/** The answer cut after so many bytes of its body. */
export function cutAfter(bytes: number): AnswerKind {
  return given(`cut after ${bytes} bytes`, (to, { body }) => {
    to.writeHead(200, { 'Content-Type': json, 'Content-Length': Buffer.byteLength(body) });
    to.flushHeaders();
    to.write(Buffer.from(body).subarray(0, bytes), () => to.destroy());
  });
}

function unreached(name: string, answer: (response: ServerResponse) => void): AnswerKind {
  return { name, fault: { reaches: false, answer }, mayRenew: false };
}

function given(name: string, answer: (response: ServerResponse, given: RawAnswer) => void): AnswerKind {
  return { name, fault: { reaches: true, answer }, mayRenew: false };
}

function good(name: string, answer: (response: ServerResponse, given: RawAnswer) => void): AnswerKind {
  return { ...given(name, answer), mayRenew: true };
}

function fields(name: string, change: (pair: Fields) => Fields): AnswerKind {
  return given(name, (to, { body }) => page(to, 200, json, JSON.stringify(change(JSON.parse(body) as Fields))));
}

function readable(name: string, change: (pair: Fields) => Fields): AnswerKind {
  return { ...fields(name, change), mayRenew: true };
}

function without(pair: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(pair).filter(([field]) => field !== name));
}

function page(
  to: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  to.writeHead(status, { 'Content-Type': type, ...headers }).end(body);
}

function raw(to: ServerResponse, bytes: string): void {
  to.socket?.write(bytes, () => to.destroy());
}
