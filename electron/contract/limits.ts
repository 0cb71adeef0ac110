/** The largest file that may be chosen or dropped, bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** The longest text read as a token, UTF-16 units; ANAF's tokens have about 2,000. */
export const MAX_TOKEN_LENGTH = 64 * 1024;
/** The most text (UTF-16 units) or bytes that public keys are read from; a set of keys has a few thousand. */
export const MAX_KEY_LENGTH = 64 * 1024;
/** The fewest characters of the passphrase that opens the vault at each start. */
export const PASSPHRASE_MINIMUM = 12;
/** The fewest of the recovery passphrase: it lies on paper for years, so it may be long. */
export const RECOVERY_MINIMUM = 16;
/** How many companies an account may carry. */
export const MAX_COMPANIES = 500;
/** The longest company name, UTF-16 units. */
export const MAX_COMPANY_NAME = 200;
/** The longest text that is read for companies, UTF-16 units. */
export const MAX_COMPANIES_TEXT = 200_000;
/** The longest text read for tokens, UTF-16 units, and the largest file, bytes. */
export const MAX_TAKE_OVER_LENGTH = 1024 * 1024;
