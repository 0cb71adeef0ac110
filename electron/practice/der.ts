/** One DER element: the tag byte, the length, then the parts one after another (X.690). */
export function element(tag: number, ...parts: ReadonlyArray<Buffer>): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length = Buffer.from(evenHex(content.length), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content]);
}

function evenHex(value: number): string {
  const hex = value.toString(16);
  return hex.length % 2 === 0 ? hex : `0${hex}`;
}

/** SEQUENCE of the parts. */
export const sequence = (...parts: ReadonlyArray<Buffer>) => element(0x30, ...parts);

/** SET of the parts, which the caller gives in DER order. */
export const set = (...parts: ReadonlyArray<Buffer>) => element(0x31, ...parts);

/** OCTET STRING. */
export const octets = (value: Buffer) => element(0x04, value);

/** BIT STRING; `unused` is the number of bits at the end that do not count. */
export const bits = (value: Buffer, unused = 0) => element(0x03, Buffer.from([unused]), value);

/** BOOLEAN true. */
export const yes = () => element(0x01, Buffer.from([0xff]));

/** NULL. */
export const nothing = () => element(0x05);

/** UTF8String. */
export const utf8 = (text: string) => element(0x0c, Buffer.from(text, 'utf8'));

/** PrintableString; the caller keeps to its alphabet. */
export const printable = (text: string) => element(0x13, Buffer.from(text, 'latin1'));

/** A context-specific tag around other elements (EXPLICIT, or a constructed IMPLICIT one). */
export const tagged = (number: number, ...parts: ReadonlyArray<Buffer>) => element(0xa0 | number, ...parts);

/** A context-specific tag on plain bytes (a primitive IMPLICIT one). */
export const taggedBytes = (number: number, value: Buffer) => element(0x80 | number, value);

/** INTEGER, not negative: a small number or the bytes of a large one. */
export function integer(value: number | Buffer): Buffer {
  const bytes = typeof value === 'number' ? Buffer.from(evenHex(value), 'hex') : value;
  return element(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.from([0]) : Buffer.alloc(0), bytes);
}

/** OBJECT IDENTIFIER from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const base128 = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      base128.unshift((left & 0x7f) | 0x80);
    bytes.push(...base128);
  }
  return element(0x06, Buffer.from(bytes));
}

/** UTCTime, for years up to 2049, which is as far as the certificates made here reach. */
export function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return element(0x17, Buffer.from(`${digits}Z`, 'latin1'));
}

/** BMPString (UTF-16, big endian), which PKCS#12 uses for names. */
export const bmp = (text: string) => element(0x1e, Buffer.from(text, 'utf16le').swap16());
