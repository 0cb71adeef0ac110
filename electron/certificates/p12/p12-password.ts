/** The byte strings one password may have become in the hands of a writer; the usual one first. */
export interface PasswordForms {
  /** For the PKCS#12 derivation (RFC 7292 B.1): UTF-16, big-endian, two zero bytes at the end. */
  readonly pkcs12: Buffer[];
  /** For PBKDF2, scrypt and PBMAC1: UTF-8. */
  readonly pbes2: Buffer[];
}

/**
 * Besides the standard form: the other Unicode normal forms (macOS and some keyboards type decomposed letters), UTF-8
 * bytes each taken for a character (OpenSSL before 1.1), Latin-1 bytes (Java, old Windows tools), UTF-16 under PBES2
 * (old NSS), and for no password at all both the terminated and the truly empty string.
 */
export function passwordForms(password: string): PasswordForms {
  const spellings = [...new Set([password, password.normalize('NFC'), password.normalize('NFD')])];
  const utf8 = spellings.map((spelling) => Buffer.from(spelling, 'utf8'));
  const utf16 = spellings.map(terminatedUtf16);
  const misread = utf8.map((bytes) => terminatedUtf16(bytes.toString('latin1')));
  const latin1 = spellings.filter(fitsLatin1).map((spelling) => Buffer.from(spelling, 'latin1'));
  return {
    pkcs12: distinct([...utf16, ...(password === '' ? [Buffer.alloc(0)] : []), ...misread]),
    pbes2: distinct([...utf8, ...latin1, ...utf16.slice(0, 1)]),
  };
}

/** Overwrites every form. */
export function wipe(forms: PasswordForms): void {
  for (const bytes of [...forms.pkcs12, ...forms.pbes2]) bytes.fill(0);
}

function terminatedUtf16(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'utf16le').swap16();
}

function fitsLatin1(text: string): boolean {
  return Array.from(text).every((character) => (character.codePointAt(0) ?? 0) <= 0xff);
}

function distinct(forms: readonly Buffer[]): Buffer[] {
  return forms.filter((form, index) => forms.findIndex((other) => other.equals(form)) === index);
}
