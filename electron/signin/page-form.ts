/** A form that a page sends on by itself, as SAML and some firewalls do. */
export type PassingForm = { readonly action: URL; readonly body: string };

/** The most of a page that is searched for a form, characters: what is passed on so can be long, but not endless. */
const LONGEST = 512 * 1024;

/** The most of a tag that is read for attributes, characters: a signed answer of SAML fits. */
const LONGEST_TAG = 64 * 1024;

/** Inputs that hold nothing a person would enter. */
const passive: ReadonlySet<string> = new Set(['hidden']);

/**
 * The one form of a page, where the page would send it on without its person: posted, all of its fields hidden, and a
 * script that submits it. Null for every other page: whoever is to enter or choose something must see it.
 * @param base the page's address, from which the form's own may be relative
 */
export function passingForm(whole: string, base: URL): PassingForm | null {
  if (whole.length > LONGEST) return null;
  // What stands there for browsers without scripts is not what a person chooses by.
  const page = elements(whole, 'noscript').outside;
  if (!submitsItself(page)) return null;
  const fields = new URLSearchParams();
  let form: ReadonlyMap<string, string> | null = null;
  let isInside = false;
  for (const tag of tagsOf(page)) {
    const name = /^\/?[a-z]+/i.exec(tag)?.[0].toLowerCase() ?? '';
    if (name === 'form') {
      if (form !== null) return null;
      form = attributesOf(tag);
      isInside = true;
    } else if (name === '/form') {
      isInside = false;
    } else if (name === 'textarea' || name === 'select' || name === 'button' || name === 'a') {
      // A person has something to press: what the script does may be for then.
      return null;
    } else if (name === 'input') {
      const attributes = attributesOf(tag);
      if (!passive.has((attributes.get('type') ?? 'text').toLowerCase())) return null;
      const field = attributes.get('name') ?? '';
      const isSent = isInside && attributes.get('type')?.toLowerCase() === 'hidden' && field !== '';
      if (isSent) fields.append(field, attributes.get('value') ?? '');
    }
  }
  return form === null ? null : formOf(form, fields, base);
}

/** By a script of its own or as soon as it is there; what a press starts is no such thing. */
function submitsItself(page: string): boolean {
  const submits = /\bsubmit\s{0,8}\(/i;
  const body = [...tagsOf(page)].find((tag) => /^body\b/i.test(tag)) ?? '';
  const onload = attributesOf(body).get('onload') ?? '';
  return [...elements(page, 'script').inside, onload].some((text) => submits.test(text));
}

/** What stands in the elements of that name, and the page without them; in one pass, whatever the page is. */
function elements(page: string, name: string): { readonly inside: readonly string[]; readonly outside: string } {
  const lower = page.toLowerCase();
  const inside: string[] = [];
  let outside = '';
  let at = 0;
  for (;;) {
    const start = lower.indexOf(`<${name}`, at);
    const opened = start < 0 ? -1 : lower.indexOf('>', start);
    const end = opened < 0 ? -1 : lower.indexOf(`</${name}`, opened);
    if (end < 0) return { inside, outside: outside + page.slice(at) };
    inside.push(page.slice(opened + 1, end));
    outside += page.slice(at, start);
    const closed = lower.indexOf('>', end);
    at = closed < 0 ? page.length : closed + 1;
  }
}

function formOf(form: ReadonlyMap<string, string>, fields: URLSearchParams, base: URL): PassingForm | null {
  const isPosted = form.get('method')?.toLowerCase() === 'post';
  const encoding = form.get('enctype')?.toLowerCase() ?? 'application/x-www-form-urlencoded';
  const action = form.get('action') ?? '';
  if (!isPosted || encoding !== 'application/x-www-form-urlencoded' || !URL.canParse(action, base.href)) return null;
  return { action: new URL(action, base.href), body: fields.toString() };
}

/** What stands between `<` and `>`, in one pass; a `>` within quotes is part of a value, and comments are left out. */
function* tagsOf(page: string): Generator<string> {
  let at = page.indexOf('<');
  while (at !== -1) {
    const end = page.startsWith('<!--', at) ? endOfComment(page, at) : endOfTag(page, at);
    if (end === -1) return;
    if (!page.startsWith('<!--', at)) yield page.slice(at + 1, end);
    at = page.indexOf('<', end + 1);
  }
}

function endOfComment(page: string, at: number): number {
  const end = page.indexOf('-->', at + 4);
  return end === -1 ? -1 : end + 2;
}

function endOfTag(page: string, at: number): number {
  // Only of an element do quotes hold a value; a script's own < is no tag.
  if (!/[a-z/!]/i.test(page[at + 1] ?? '')) return at;
  let quote = '';
  for (let index = at + 1; index < page.length; index += 1) {
    const character = page.charAt(index);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') {
      return index;
    } else if ((character === '"' || character === "'") && page.charAt(index - 1) === '=') {
      quote = character;
    }
  }
  return -1;
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const pattern = /([a-z][a-z0-9_-]{0,40})=(?:"([^"]*)"|'([^']*)'|([^\s"'>]*))/gi;
  for (const [, name = '', double, single, bare] of tag.slice(0, LONGEST_TAG).matchAll(pattern)) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, unescaped(double ?? single ?? bare ?? ''));
  }
  return found;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the references that are usual in attributes; others stay as they stand. */
function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return named[name.toLowerCase()] ?? whole;
    const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
