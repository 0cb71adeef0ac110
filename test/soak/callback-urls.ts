import type { Random } from './random.ts';

/**
 * An address made to be judged, with what is known of it from how it was made: nobody has parsed it to say so.
 */
export type MadeUrl = {
  readonly arrivalUri: string;
  readonly text: string;
  /** Whether it is the arrival URI, the query apart. */
  readonly arrives: boolean;
  /** What was done to it, for the report. */
  readonly made: string;
  /** The query's parameters as they mean, in their order. */
  readonly parameters: ReadonlyArray<readonly [string, string]>;
  /** The state the attempt waits for; null where it sent none. */
  readonly state: string | null;
};

/** A part of an address in one of its forms, and whether with it the address is still the same. */
type Form = { readonly text: string; readonly same: boolean };

type Arrival = {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  /** A query of its own, `name=value`; it must come back. */
  readonly own: readonly [string, string] | null;
  /** Whether its scheme is one of the web's, whose hosts and slashes have other spellings. */
  readonly isWeb: boolean;
};

const arrivals: readonly Arrival[] = [
  { scheme: 'https', host: 'localhost', port: '', path: '/test', own: null, isWeb: true },
  { scheme: 'https', host: 'localhost', port: ':9002', path: '/callback', own: null, isWeb: true },
  { scheme: 'https', host: 'oauth.pstmn.io', port: '', path: '/v1/callback', own: null, isWeb: true },
  { scheme: 'https', host: 'firma.example', port: '', path: '/cb', own: ['tenant', '7'], isWeb: true },
  { scheme: 'taxpass', host: 'oauth', port: '', path: '/callback', own: null, isWeb: false },
];

const same = (text: string): Form => ({ text, same: true });
const other = (text: string): Form => ({ text, same: false });

function schemes({ scheme, isWeb }: Arrival): Form[] {
  const others = ['http', 'taxpass-practice', 'taxpassx', 'xtaxpass', 'ftp', 'file', 'javascript', 'data', 'wss'];
  return [same(scheme.toUpperCase()), ...others.map(other), other(isWeb ? 'taxpass' : 'https')];
}

function userInfos({ host }: Arrival): Form[] {
  return ['user@', 'user:word@', ':word@', `${host}@`, '%00@', 'a@b@', `${host}%2f@`].map(other);
}

function hosts({ host, isWeb }: Arrival): Form[] {
  const others = [
    `${host}.evil.example`,
    `evil.example`,
    `evil-${host}`,
    `${host}.`,
    `${host}x`,
    '127.0.0.1',
    '[::1]',
    '0x7f.1',
    'lоcalhost',
    `${host}%00`,
    `sub.${host}`,
    '',
  ];
  // Only the web's hosts have no case, and are unescaped and folded (URL standard, "host parsing").
  const upper = { text: host.toUpperCase(), same: isWeb };
  const escaped = { text: `%${host.charCodeAt(0).toString(16)}${host.slice(1)}`, same: isWeb };
  const wide = { text: String.fromCodePoint(host.charCodeAt(0) + 0xfee0) + host.slice(1), same: isWeb };
  return [upper, escaped, wide, ...others.map(other)];
}

function ports({ port, isWeb }: Arrival): Form[] {
  const others = [':1', ':65535', ':8443', ':90020', ':-1', ':x', ':65536'].map(other);
  if (port !== '') return [...others, other(''), other(':443'), same(port.replace(':', ':00'))];
  // An empty port is none; the scheme's own is none too.
  return [...others, same(':'), isWeb ? same(':443') : other(':443')];
}

function paths({ path, isWeb }: Arrival): Form[] {
  const last = path.slice(path.lastIndexOf('/') + 1);
  const above = path.slice(0, path.lastIndexOf('/'));
  return [
    same(`${above}/./${last}`),
    same(`${above}/x/../${last}`),
    same(`${above}/%2e/${last}`),
    { text: path.replaceAll('/', '\\'), same: isWeb },
    ...[
      `${path}/`,
      `${path}x`,
      `/${path}`,
      `${above}//${last}`,
      path.toUpperCase(),
      `${above}/%${last.charCodeAt(0).toString(16)}${last.slice(1)}`,
      `${path}%00`,
      `${path};a=b`,
      `${path}%3Fcode=x`,
      `${path}%20`,
      `/x${path}`,
      '',
      '/',
    ].map(other),
  ];
}

/** Draws an address; most are wrong in one or two ways, some in none. */
export function makeUrl(random: Random): MadeUrl {
  const arrival = random.pick(arrivals);
  const parts: Record<string, Form> = {
    scheme: same(arrival.scheme),
    userInfo: same(''),
    host: same(arrival.host),
    port: same(arrival.port),
    path: same(arrival.path),
  };
  const makers: Readonly<Record<string, (of: Arrival) => Form[]>> = {
    scheme: schemes,
    userInfo: userInfos,
    host: hosts,
    port: ports,
    path: paths,
  };
  const changed: string[] = [];
  for (let changes = random.pick([0, 0, 0, 1, 1, 2]); changes > 0; changes -= 1) {
    const name = random.pick(Object.keys(makers));
    parts[name] = random.pick(makers[name]?.(arrival) ?? []);
    changed.push(name);
  }
  const { scheme = same(''), userInfo = same(''), host = same(''), port = same(''), path = same('') } = parts;
  const state = random.pick([true, true, true, false]) ? token(random, 43) : null;
  const { parameters, ownIsThere } = makeParameters(random, arrival, state);
  const query = parameters.map(([name, value]) => `${spelled(random, name)}=${spelled(random, value)}`).join('&');
  const fragment = random.pick(['', '', '', '#_=_', '#code=fragment&state=fragment', '#?code=x']);
  const ownQuery = arrival.own === null ? '' : `?${arrival.own.join('=')}`;
  return {
    arrivalUri: `${arrival.scheme}://${arrival.host}${arrival.port}${arrival.path}${ownQuery}`,
    text: `${scheme.text}://${userInfo.text}${host.text}${port.text}${path.text}?${query}${fragment}`,
    arrives: ownIsThere && Object.values(parts).every((part) => part.same) && !isAccident(arrival, parts),
    made: changed.length === 0 ? 'query' : changed.join('+'),
    parameters,
    state,
  };
}

/** Two changes that are each of no matter and together are: a file's address has no port, an upper-case scheme has. */
function isAccident({ isWeb }: Arrival, { path }: Record<string, Form>): boolean {
  return !isWeb && path?.text.startsWith('\\') === true;
}

function makeParameters(
  random: Random,
  { own }: Arrival,
  state: string | null,
): { parameters: Array<readonly [string, string]>; ownIsThere: boolean } {
  const values: Readonly<Record<string, () => string>> = {
    code: () =>
      random.pick([
        token(random, 20),
        token(random, 20),
        '',
        token(random, 4096),
        token(random, 4097),
        'a+b c&d=é\u0000',
      ]),
    state: () => random.pick([state ?? token(random, 43), state ?? '', wrongState(random, state ?? token(random, 43))]),
    error: () => random.pick(['access_denied', 'server_error', '', token(random, 5000)]),
    error_description: () => random.pick(['', 'Admin policy denied', token(random, 5000)]),
  };
  const parameters: Array<readonly [string, string]> = [];
  const usual = random.pick([
    ['code', 'state'],
    ['code', 'state'],
    ['error', 'error_description', 'state'],
    ['state'],
    ['code'],
    ['error'],
    [],
  ]);
  // The right state on most: else hardly a callback would get as far as its code.
  for (const name of usual)
    parameters.push([name, name === 'state' && random.unit() < 0.7 ? (state ?? '') : (values[name]?.() ?? '')]);
  for (let more = random.pick([0, 0, 0, 0, 1, 2, 40]); more > 0; more -= 1) {
    const name = random.pick([
      ...Object.keys(values),
      'Code',
      'STATE',
      ' code',
      'code[]',
      'iss',
      'session_state',
      'code\u200b',
      '',
    ]);
    parameters.push([name, values[name]?.() ?? token(random, 8)]);
  }
  let ownIsThere = own === null;
  if (own !== null && random.unit() < 0.85) {
    const [name, value] = own;
    ownIsThere = random.unit() < 0.9;
    parameters.push([name, ownIsThere ? value : `${value}0`]);
  }
  for (let at = parameters.length - 1; at > 0; at -= 1) {
    const with_ = random.below(at + 1);
    const [left, right] = [parameters[at], parameters[with_]];
    if (left && right) [parameters[at], parameters[with_]] = [right, left];
  }
  return { parameters, ownIsThere };
}

function wrongState(random: Random, state: string): string {
  return random.pick([
    '',
    state.slice(0, -1),
    `${state}A`,
    state.toLowerCase() === state ? `${state}x` : state.toLowerCase(),
    ` ${state}`,
    `${state}\u0000`,
    token(random, 43),
    state.split('').reverse().join(''),
  ]);
}

/** Text in one of the ways a query may spell it. */
function spelled(random: Random, text: string): string {
  const way = random.below(3);
  const escaped = encodeURIComponent(text);
  if (way === 0) return escaped;
  if (way === 1) return escaped.replaceAll('%20', '+');
  return text.length > 200 || Buffer.byteLength(text) !== text.length
    ? escaped
    : [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function token(random: Random, length: number): string {
  // One drawn piece again and again is as good, and quicker, for long ones.
  const piece = Array.from({ length: Math.min(length, 43) }, () => letters[random.below(64)] ?? '').join('');
  return piece.repeat(Math.ceil(length / Math.max(1, piece.length))).slice(0, length);
}
