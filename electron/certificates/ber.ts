/** Thrown when bytes are not the BER that was expected. The message says nothing about the content. */
export class BerError extends Error {
  override readonly name = 'BerError';
  /** `truncated`: the bytes end before an element does. `limit`: nested too deep, or too many elements. */
  readonly reason: 'truncated' | 'malformed' | 'limit';

  constructor(reason: 'truncated' | 'malformed' | 'limit') {
    super(`BER: ${reason}`);
    this.reason = reason;
  }
}

/** One run of bytes being read, with what reading it showed. */
export interface BerSource {
  readonly bytes: Uint8Array;
  /** Elements that may still be read: hostile input must not cost more than it is long. */
  elementsLeft: number;
  /** True once something was met that DER does not allow: indefinite or overlong lengths, strings in pieces. */
  sawBer: boolean;
}

/** One tag, length and value. Offsets are in bytes from the start of the source. */
export interface BerElement {
  readonly source: BerSource;
  readonly depth: number;
  /** 0 universal, 1 application, 2 context-specific, 3 private. */
  readonly tagClass: number;
  readonly tag: number;
  readonly constructed: boolean;
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  /** True where only the end of the bytes, and no declared length, bounds this element. */
  readonly openEnded: boolean;
  readonly foundChildren: readonly BerElement[] | undefined;
}

/** Universal tag numbers (X.690). */
export const tags = {
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  oid: 6,
  utf8String: 12,
  sequence: 16,
  set: 17,
  t61String: 20,
  universalString: 28,
  bmpString: 30,
} as const;

const maxDepth = 48;
const maxElements = 50_000;

/**
 * Reads the first element of `bytes`: DER, or BER with indefinite lengths and strings in pieces (X.690), which several
 * writers of PKCS#12 use and BoringSSL refuses. What follows the element is left alone: see `end`.
 * @throws {BerError}
 */
export function readBer(bytes: Uint8Array): BerElement {
  const source: BerSource = { bytes, elementsLeft: maxElements, sawBer: false };
  return readElement(source, 0, bytes.length, 0, true);
}

function readElement(source: BerSource, start: number, limit: number, depth: number, openEnded: boolean): BerElement {
  const { bytes } = source;
  const overrun = (): BerError => new BerError(openEnded ? 'truncated' : 'malformed');
  if (depth > maxDepth || --source.elementsLeft < 0) throw new BerError('limit');
  let at = start;
  const nextByte = (): number => {
    const byte = at < limit ? bytes[at++] : undefined;
    if (byte === undefined) throw overrun();
    return byte;
  };

  const first = nextByte();
  const constructed = (first & 0x20) !== 0;
  let tag = first & 0x1f;
  if (tag === 0x1f) {
    tag = 0;
    for (let byte = 0x80; byte & 0x80;) {
      byte = nextByte();
      tag = tag * 128 + (byte & 0x7f);
      if (tag > 0xffffff) throw new BerError('malformed');
    }
  }
  const header = { source, depth, tagClass: first >> 6, tag, constructed, start };

  const lengthByte = nextByte();
  if (lengthByte === 0x80) {
    if (!constructed) throw new BerError('malformed');
    source.sawBer = true;
    const contentStart = at;
    const foundChildren: BerElement[] = [];
    for (;;) {
      if (at + 2 > limit) throw overrun();
      if (bytes[at] === 0 && bytes[at + 1] === 0) break;
      const child = readElement(source, at, limit, depth + 1, openEnded);
      foundChildren.push(child);
      at = child.end;
    }
    return { ...header, contentStart, contentEnd: at, end: at + 2, openEnded, foundChildren };
  }

  let length = lengthByte;
  if (lengthByte > 0x80) {
    const octets = lengthByte & 0x7f;
    length = 0;
    for (let i = 0; i < octets; i++) {
      length = length * 256 + nextByte();
      if (length > 0xffffffff) throw new BerError('malformed');
    }
    if (length < 0x80 || length < 256 ** (octets - 1)) source.sawBer = true;
  }
  if (at + length > limit) throw overrun();
  const end = at + length;
  return { ...header, contentStart: at, contentEnd: end, end, openEnded: false, foundChildren: undefined };
}

/** The elements inside a constructed element. @throws {BerError} */
export function childrenOf(element: BerElement): readonly BerElement[] {
  if (!element.constructed) throw new BerError('malformed');
  if (element.foundChildren) return element.foundChildren;
  const children: BerElement[] = [];
  for (let at = element.contentStart; at < element.contentEnd;) {
    const child = readElement(element.source, at, element.contentEnd, element.depth + 1, false);
    children.push(child);
    at = child.end;
  }
  return children;
}

/** Whether the element is of this universal type (see `tags`). */
export function isUniversal(element: BerElement | undefined, tag: number): element is BerElement {
  return element !== undefined && element.tagClass === 0 && element.tag === tag;
}

/** Whether the element carries the context-specific tag `[tag]`. */
export function isContext(element: BerElement | undefined, tag: number): element is BerElement {
  return element !== undefined && element.tagClass === 2 && element.tag === tag;
}

/** The members of a SEQUENCE. @throws {BerError} if it is none. */
export function membersOf(element: BerElement | undefined): readonly BerElement[] {
  if (!isUniversal(element, tags.sequence)) throw new BerError('malformed');
  return childrenOf(element);
}

/** What stands in an explicit `[tag]`. @throws {BerError} if it is something else or empty. */
export function explicitOf(element: BerElement | undefined, tag: number): BerElement {
  const inner = isContext(element, tag) ? childrenOf(element)[0] : undefined;
  if (!inner) throw new BerError('malformed');
  return inner;
}

/** The value bytes of a primitive element: a view, not a copy. */
export function contentOf(element: BerElement): Uint8Array {
  return element.source.bytes.subarray(element.contentStart, element.contentEnd);
}

/** The octets of an OCTET STRING, put together where it comes in pieces; the tag itself may be an implicit one. */
export function octetsOf(element: BerElement): Uint8Array {
  if (!element.constructed) return contentOf(element);
  element.source.sawBer = true;
  const pieces = childrenOf(element).map((child) => {
    if (!isUniversal(child, tags.octetString)) throw new BerError('malformed');
    return octetsOf(child);
  });
  return Buffer.concat(pieces);
}

/** The octets of a universal OCTET STRING. @throws {BerError} if it is something else. */
export function octetStringOf(element: BerElement | undefined): Uint8Array {
  if (!isUniversal(element, tags.octetString)) throw new BerError('malformed');
  return octetsOf(element);
}

/** An OBJECT IDENTIFIER in dotted form. @throws {BerError} */
export function oidOf(element: BerElement | undefined): string {
  if (!isUniversal(element, tags.oid) || element.constructed) throw new BerError('malformed');
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of contentOf(element)) {
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER) throw new BerError('malformed');
    if (byte & 0x80) continue;
    if (arcs.length === 0) {
      const root = Math.min(Math.floor(arc / 40), 2);
      arcs.push(root, arc - root * 40);
    } else {
      arcs.push(arc);
    }
    arc = 0;
  }
  if (arcs.length === 0) throw new BerError('malformed');
  return arcs.join('.');
}

/** An INTEGER as a number; beyond 2^53 it is ±Infinity, since only counts are read so. @throws {BerError} */
export function integerOf(element: BerElement | undefined): number {
  if (!isUniversal(element, tags.integer) || element.constructed) throw new BerError('malformed');
  const content = contentOf(element);
  if (content.length === 0) throw new BerError('malformed');
  const value = BigInt.asIntN(content.length * 8, BigInt(`0x${Buffer.from(content).toString('hex')}`));
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return Infinity;
  if (value < BigInt(Number.MIN_SAFE_INTEGER)) return -Infinity;
  return Number(value);
}

/** The whole element in definite-length form with its strings in one piece, as BoringSSL and OpenSSL read it. */
export function derOf(element: BerElement): Uint8Array {
  let content: Uint8Array;
  let constructed = element.constructed;
  if (!constructed) {
    content = contentOf(element);
  } else if (isUniversal(element, tags.octetString)) {
    constructed = false;
    content = octetsOf(element);
  } else {
    content = Buffer.concat(childrenOf(element).map(derOf));
  }
  if (element.tag > 0x1e) throw new BerError('malformed');
  return Buffer.concat([
    Buffer.from([(element.tagClass << 6) | (constructed ? 0x20 : 0) | element.tag, ...derLength(content.length)]),
    content,
  ]);
}

function derLength(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}
