/** A digest as big-endian 32-bit words. */
export function readWords(digest: Uint8Array, count: number): Int32Array {
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  return Int32Array.from({ length: count }, (_, index) => view.getInt32(index * 4));
}

/** The words as a digest again; they are overwritten. */
export function writeWords(words: Int32Array): Buffer {
  const digest = Buffer.alloc(words.length * 4);
  words.forEach((word, index) => digest.writeInt32BE(word, index * 4));
  words.fill(0);
  return digest;
}
