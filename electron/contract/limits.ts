/** The largest file that may be chosen or dropped, bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
