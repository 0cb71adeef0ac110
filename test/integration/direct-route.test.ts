import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { skatteverketOrg } from '../../electron/authorities/skatteverket.ts';
import type { Environment } from '../../electron/authorities/schema.ts';
import { FailureError } from '../../electron/contract/failure.ts';
import { createHttpsClient, type HttpsClient } from '../../electron/network/https-client.ts';
import { walkDirectRoute } from '../../electron/signin/direct-route.ts';
import { makeTestCa, startTestServer, type SeenRequest, type TestServer } from '../fixtures/test-servers.ts';

const arrivalUri = 'https://localhost/test';
const callback = `${arrivalUri}?code=a%2Bb&state=s`;

type Answer = (request: SeenRequest, response: ServerResponse) => void;

let server: TestServer;
let https: HttpsClient;
let environment: Environment;
const answers = new Map<string, Answer>();
const origin = (host = 'login'): string => `https://${host}.localhost:${server.port}`;

beforeAll(async () => {
  const ca = await makeTestCa();
  const tls = await ca.server(['login.localhost', 'pages.localhost', 'unlisted.localhost']);
  server = await startTestServer({ ...tls, ca: ca.pem }, (request, response) => {
    const answer = answers.get(request.url.split('?')[0] ?? '');
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  https = createHttpsClient();
  const [real] = skatteverketOrg.environments;
  if (!real) throw new Error('the profile has no environment');
  const signInOrigins = [origin(), origin('pages')];
  environment = { ...real, signInOrigins, certificateOrigins: [origin()], trustedCa: ca.pem };
});
beforeEach(() => {
  server.seen.length = 0;
});
afterAll(async () => {
  await https.close();
  await server.close();
});

async function walk(path: string, signal = new AbortController().signal): Promise<unknown> {
  const start = new URL(path, origin());
  const input = { profile: skatteverketOrg, environment, clientCertificate: null, start, arrivalUri };
  return walkDirectRoute(https, input, signal).then(
    ({ href }) => href,
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  );
}

const to =
  (location: string, status = 302, headers: Record<string, string | string[]> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, { Location: location, ...headers }).end();
const page =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): Answer =>
  (_request, response) =>
    void response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end(body);
const requests = (): string[] => server.seen.map(({ method, host, url }) => `${method} ${host.split('.')[0]} ${url}`);

test('redirects are followed from where they stand, with the cookies of each host', async () => {
  answers.set('/a/start', to('next?x=1', 301, { 'Set-Cookie': ['one=1; Path=/', 'two=2; Path=/other', 'bad'] }));
  answers.set('/a/next', to('../b/./c', 303));
  answers.set('/b/c', to(`//pages.localhost:${server.port}/d`, 308));
  answers.set('/d', to(`${origin()}/e#part`, 307));
  answers.set('/e', to(callback));
  expect(await walk('/a/start')).toBe(callback);
  expect(requests()).toEqual([
    'GET login /a/start',
    'GET login /a/next?x=1',
    'GET login /b/c',
    'GET pages /d',
    'GET login /e',
  ]);
  expect(server.seen.map(({ headers }) => headers.cookie)).toEqual([undefined, 'one=1', 'one=1', undefined, 'one=1']);
});

test('20 redirects are followed', async () => {
  for (let hop = 0; hop < 20; hop += 1) answers.set(`/hop-${hop}`, to(hop === 19 ? callback : `/hop-${hop + 1}`));
  expect(await walk('/hop-0')).toBe(callback);
});

test('cancelling ends it at once, by its reason', async () => {
  answers.set('/waits', () => undefined);
  const abort = new AbortController();
  const walking = walk('/waits', abort.signal);
  await expect.poll(() => server.seen.length).toBe(1);
  abort.abort(new FailureError({ code: 'signin-cancelled' }));
  expect(await walking).toEqual({ code: 'signin-cancelled' });
});

describe('a page that sends a form on by itself', () => {
  const hidden =
    '<input type="hidden" name="SAML&#x52;esponse" value="a&amp;b+&quot;c&#34; å"><INPUT TYPE=hidden NAME=RelayState VALUE=r-1>';
  const submits =
    '<noscript><input type="submit" value="Go on"></noscript><script>if (1 < 2) document.forms[0].submit()</script>';
  const form = (action: string, inside = hidden, attributes = ''): string =>
    `<!-- <form> --><body><form method="POST" action="${action}" ${attributes}>${inside}</form>${submits}`;

  test('is followed, and its fields go where the sign-in may go', async () => {
    answers.set('/form', page(form(`${origin('pages')}/acs?x=1&amp;y=2`)));
    answers.set('/acs', to(callback, 303));
    expect(await walk('/form')).toBe(callback);
    expect(requests()).toEqual(['GET login /form', 'POST pages /acs?x=1&y=2']);
    expect(server.seen[1]?.body).toBe('SAMLResponse=a%26b%2B%22c%22+%C3%A5&RelayState=r-1');
    expect(server.seen[1]?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      origin: origin(),
    });
  });

  test.each([307, 308])('is sent again on %s, and not on others', async (status) => {
    answers.set('/form', page(form('/first')));
    answers.set('/first', to('/second', status));
    answers.set('/second', to('/third'));
    answers.set('/third', to(callback));
    expect(await walk('/form')).toBe(callback);
    expect(requests()).toEqual(['GET login /form', 'POST login /first', 'POST login /second', 'GET login /third']);
    expect(server.seen[2]?.body).toBe(server.seen[1]?.body);
  });

  test('is never sent elsewhere, nor in the open, nor home', async () => {
    const unlisted = { code: 'signin-origin-refused', origin: origin('unlisted') };
    const open = { code: 'signin-insecure-redirect', location: `http://login.localhost:${server.port}` };
    answers.set('/form-out', page(form(`${origin('unlisted')}/acs`)));
    answers.set('/form-open', page(form(`http://login.localhost:${server.port}/acs`)));
    answers.set('/form-first', page(form('/then-out')));
    answers.set('/then-out', to(`${origin('unlisted')}/acs`, 307));
    answers.set('/form-home', page(form(arrivalUri)));
    expect(await walk('/form-out')).toEqual(unlisted);
    expect(await walk('/form-open')).toEqual(open);
    expect(await walk('/form-first')).toEqual(unlisted);
    expect(await walk('/form-home')).toEqual({ code: 'signin-origin-refused', origin: 'https://localhost' });
    expect(requests().some((each) => each.includes('unlisted') || each.includes('/acs'))).toBe(false);
  });

  test.each([
    ['a field to fill in', form('/acs', `${hidden}<input name="user">`)],
    ['a password', form('/acs', `${hidden}<input type="password" name="p">`)],
    ['a choice', form('/acs', `${hidden}<select name="s"></select>`)],
    ['a text', form('/acs', `${hidden}<textarea name="t"></textarea>`)],
    ['a second form', `${form('/acs')}<form method="post" action="/acs"></form>`],
    ['no script', form('/acs').replace('.submit()', '.focus()')],
    ['a file’s coding', form('/acs', hidden, 'enctype="multipart/form-data"')],
    ['another method', form('/acs').replace('POST', 'GET')],
  ])('but with %s it is a page for a person', async (_name, body) => {
    answers.set('/person', page(body));
    answers.set('/acs', to(callback));
    expect(await walk('/person')).toMatchObject({ code: 'signin-ended-elsewhere', status: 200 });
    expect(requests()).toEqual(['GET login /person']);
  });

  test('twenty times and no more', async () => {
    answers.set('/again', page(form('/again')));
    expect(await walk('/again')).toEqual({ code: 'signin-too-many-redirects', count: 20 });
    expect(server.seen).toHaveLength(21);
  });
});

describe('the authority’s words are read as they were written', () => {
  const words = { error: 'invalid_request', error_description: 'Căutare eșuată: țară necunoscută' };
  const json = Buffer.from(JSON.stringify(words));
  const read = { code: 'authority-refused', error: words.error, description: words.error_description };
  const packings = {
    gzip: gzipSync(json),
    'x-gzip': gzipSync(json),
    br: brotliCompressSync(json),
    deflate: deflateSync(json),
    'Deflate ': deflateRawSync(json),
    'gzip, br': brotliCompressSync(gzipSync(json)),
    identity: json,
  };
  test.each(Object.entries(packings))('packed as %s', async (coding, body) => {
    answers.set('/packed', page(body, { 'Content-Encoding': coding }, 400));
    expect(await walk('/packed')).toMatchObject(read);
  });

  test('in chunks of one byte, and broken off while packed', async () => {
    answers.set('/chunks', (_request, response) => {
      response.writeHead(400, { 'Content-Type': 'application/json' });
      for (const byte of json) response.write(Buffer.from([byte]));
      response.end();
    });
    expect(await walk('/chunks')).toMatchObject(read);
    answers.set('/broken', page(packings.gzip.subarray(0, -8), { 'Content-Encoding': 'gzip' }, 400));
    expect(await walk('/broken')).toMatchObject(read);
    answers.set('/damaged', page(Buffer.from('no gzip at all'), { 'Content-Encoding': 'gzip' }, 400));
    expect(await walk('/damaged')).toMatchObject({ code: 'signin-ended-elsewhere', status: 400 });
    answers.set('/unknown', page(json, { 'Content-Encoding': 'zstd' }, 400));
    expect(await walk('/unknown')).toMatchObject({ code: 'signin-ended-elsewhere', status: 400 });
  });

  const description = (text: string): object => ({ description: text });
  /** `{"error":"e","error_description":"…"}` with bytes of some charset. */
  const withBytes = (...bytes: number[]): Buffer =>
    Buffer.concat([Buffer.from('{"error":"e","error_description":"'), Buffer.from(bytes), Buffer.from('"}')]);
  test.each([
    ['windows-1250', 'text/html; charset=windows-1250', withBytes(0xba, 0xfe, 0xe3), 'şţă'],
    ['iso-8859-16', 'text/html; charset="ISO-8859-16"', withBytes(0xba, 0xfe, 0xe3), 'șță'],
    ['iso-8859-1', 'application/json;charset=iso-8859-1', withBytes(0xe5, 0xe4, 0xf6), 'åäö'],
    ['none, and no UTF-8', 'application/json', withBytes(0xe5, 0xe4, 0xf6), 'åäö'],
    ['one that nobody knows', 'application/json; charset=x-none', withBytes(0xc3, 0xa5), 'å'],
    ['UTF-8 with its mark', 'text/html', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), withBytes(0xc3, 0xa5)]), 'å'],
  ])('in %s', async (_name, type, body, expected) => {
    answers.set('/charset', page(body, { 'Content-Type': type }, 400));
    expect(await walk('/charset')).toMatchObject({ code: 'authority-refused', ...description(expected) });
  });

  test('in the charset that the page itself names', async () => {
    const rows = [{ explanation: 'anaf-blocked', includes: 'eşuată' }];
    const body = Buffer.concat([
      Buffer.from('<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1250"></head>e'),
      Buffer.from([0xba]),
      Buffer.from('uat'),
      Buffer.from([0xe3]),
    ]);
    answers.set('/meta', page(body));
    const start = new URL('/meta', origin());
    const input = { environment, clientCertificate: null, start, arrivalUri };
    const walking = walkDirectRoute(
      https,
      { ...input, profile: { ...skatteverketOrg, errorRows: rows } },
      new AbortController().signal,
    );
    await expect(walking).rejects.toMatchObject({ failure: { explanation: 'anaf-blocked' } });
  });
});
