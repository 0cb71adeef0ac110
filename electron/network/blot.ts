/** What stands where a secret stood. */
const MARK = '••••••';

/** Shorter texts are not looked for: they would be found everywhere. */
const SHORTEST = 6;

/**
 * Blots secrets out of a text that somebody else wrote, in every form an answer is likely to echo them in: as they are,
 * escaped for JSON, HTML or a URL, in hex, and in base64 or base64url at any offset, which is how a Basic header or an
 * encoded request holds them. Letter case does not matter.
 */
export function blotter(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.filter((secret) => secret.length >= SHORTEST).flatMap(formsOf);
  // The longest first: a form that holds another must go whole.
  const needles = [...new Set(forms)].filter((form) => form.length >= SHORTEST).sort((a, b) => b.length - a.length);
  if (needles.length === 0) return (text) => text;
  const pattern = new RegExp(needles.map((needle) => needle.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|'), 'gi');
  return (text) => text.replace(pattern, MARK);
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = [0, 1, 2].map((offset) => base64Inside(bytes, offset));
  const html = secret.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const named = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
    encodeURIComponent(secret),
    new URLSearchParams([['', secret]]).toString().slice(1),
    html,
    named,
    bytes.toString('hex'),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

/** The base64 characters that depend on `bytes` alone when `offset` other bytes come before them. */
function base64Inside(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}
