import {
  BerError,
  childrenOf,
  explicitOf,
  integerOf,
  isContext,
  isUniversal,
  membersOf,
  octetsOf,
  octetStringOf,
  oidOf,
  readBer,
  tags,
} from '../ber.ts';
import type { BerElement } from '../ber.ts';
import { P12Error } from './p12-error.ts';
import { readMac } from './mac.ts';
import type { Mac } from './mac.ts';

/** The outside of a PKCS#12 file (RFC 7292, 4), before any password is used. */
export interface Container {
  /** AuthenticatedSafe: the bytes under the seal. */
  readonly content: Uint8Array;
  readonly mac: Mac | undefined;
  readonly trailingData: boolean;
  readonly sawBer: boolean;
}

const data = '1.2.840.113549.1.7.1';
const encryptedData = '1.2.840.113549.1.7.6';

/**
 * Takes the file apart as far as it goes without the password.
 * @throws {P12Error} `not-p12`, `truncated`, `damaged`, `unsupported-encryption`, `too-expensive`
 */
export function readContainer(bytes: Uint8Array): Container {
  if (!beginsLikeP12(bytes)) throw new P12Error('not-p12');
  const root = readBer(bytes);
  const [version, authSafe, macData] = membersOf(root);
  if (integerOf(version) !== 3) throw new P12Error('not-p12');
  const [contentType, content] = membersOf(authSafe);
  const type = oidOf(contentType);
  if (type !== data) throw new P12Error('unsupported-encryption', { algorithm: type });
  const octets = octetStringOf(explicitOf(content, 0));
  return {
    content: octets,
    mac: macData ? readMac(macData) : undefined,
    trailingData: root.end < bytes.length,
    sawBer: root.source.sawBer,
  };
}

/** SEQUENCE, any length, INTEGER 3, and then a SEQUENCE: what other key and certificate formats never begin with. */
function beginsLikeP12(bytes: Uint8Array): boolean {
  const lengthByte = bytes[1];
  if (bytes[0] !== 0x30 || lengthByte === undefined) return false;
  const at = lengthByte > 0x80 ? 2 + (lengthByte & 0x7f) : 2;
  const [type, length, version, next = 0x30] = bytes.subarray(at, at + 4);
  return type === tags.integer && length === 1 && version === 3 && next === 0x30;
}

/** One content of the safe: bags in the open, or an encrypted run of them. */
export type SafeContent =
  | { readonly kind: 'plain'; readonly bags: Uint8Array }
  | { readonly kind: 'encrypted'; readonly algorithm: BerElement; readonly data: Uint8Array }
  | { readonly kind: 'unsupported'; readonly type: string };

/** The contents of AuthenticatedSafe, and whether reading them showed BER. @throws {BerError} */
export function readSafe(content: Uint8Array): { contents: SafeContent[]; sawBer: boolean } {
  const root = readBer(content);
  const contents = membersOf(root).map((info): SafeContent => {
    const [typeElement, value] = membersOf(info);
    const type = oidOf(typeElement);
    if (type === data) return { kind: 'plain', bags: octetStringOf(explicitOf(value, 0)) };
    if (type !== encryptedData) return { kind: 'unsupported', type };
    const [, encrypted] = membersOf(explicitOf(value, 0));
    const [, algorithm, ciphertext] = membersOf(encrypted);
    if (!algorithm || !isContext(ciphertext, 0)) throw new BerError('malformed');
    return { kind: 'encrypted', algorithm, data: octetsOf(ciphertext) };
  });
  return { contents, sawBer: root.source.sawBer };
}

/** A bag that matters here. */
export type Bag =
  | { readonly kind: 'certificate'; readonly der: Uint8Array }
  | { readonly kind: 'key' | 'shrouded-key'; readonly element: BerElement }
  | { readonly kind: 'unreadable' };

const bagTypes = '1.2.840.113549.1.12.10.1.';
const x509Certificate = '1.2.840.113549.1.9.22.1';

/** Reads SafeContents, bags inside bags included (as deep as `readBer` goes); the plaintext must be exactly that long. @throws {BerError} */
export function readBags(bytes: Uint8Array): { bags: Bag[]; sawBer: boolean } {
  const root = readBer(bytes);
  if (root.end !== bytes.length) throw new BerError('malformed');
  const bags = readBagList(root);
  return { bags, sawBer: root.source.sawBer };
}

function readBagList(list: BerElement): Bag[] {
  if (!isUniversal(list, tags.sequence)) throw new BerError('malformed');
  return childrenOf(list).flatMap((bag) => {
    try {
      return readBag(bag);
    } catch (error) {
      if (error instanceof BerError && error.reason !== 'limit') return [{ kind: 'unreadable' }];
      throw error;
    }
  });
}

function readBag(bag: BerElement): Bag[] {
  const [typeElement, value] = membersOf(bag);
  const inner = explicitOf(value, 0);
  switch (oidOf(typeElement)) {
    case `${bagTypes}1`:
      return [{ kind: 'key', element: inner }];
    case `${bagTypes}2`:
      return [{ kind: 'shrouded-key', element: inner }];
    case `${bagTypes}3`: {
      const [certificateType, certificate] = membersOf(inner);
      if (oidOf(certificateType) !== x509Certificate) return [];
      return [{ kind: 'certificate', der: octetStringOf(explicitOf(certificate, 0)) }];
    }
    case `${bagTypes}6`:
      return readBagList(inner);
    default:
      return [];
  }
}
