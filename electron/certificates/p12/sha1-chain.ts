import { readWords, writeWords } from './digest-words.ts';

// In range by construction; a check would cost a quarter of the speed.
const at = (words: Int32Array, index: number): number => words[index] as number;

/** SHA-1 of a digest of its own, `times` times (FIPS 180-4, section 6.1, over a one-block message of 20 bytes). */
export function repeatSha1(digest: Uint8Array, times: number): Buffer {
  const w = new Int32Array(80);
  const state = readWords(digest, 5);
  for (let round = 0; round < times; round++) {
    w.fill(0, 0, 16);
    w.set(state);
    w[5] = 0x80000000;
    w[15] = 160;
    for (let t = 16; t < 80; t++) {
      const x = at(w, t - 3) ^ at(w, t - 8) ^ at(w, t - 14) ^ at(w, t - 16);
      w[t] = (x << 1) | (x >>> 31);
    }
    let a = 0x67452301;
    let b = 0xefcdab89 | 0;
    let c = 0x98badcfe | 0;
    let d = 0x10325476;
    let e = 0xc3d2e1f0 | 0;
    for (let t = 0; t < 20; t++) {
      const next = (((a << 5) | (a >>> 27)) + (d ^ (b & (c ^ d))) + e + at(w, t) + 0x5a827999) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    for (let t = 20; t < 40; t++) {
      const next = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + at(w, t) + 0x6ed9eba1) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    for (let t = 40; t < 60; t++) {
      const next = (((a << 5) | (a >>> 27)) + ((b & c) | (d & (b | c))) + e + at(w, t) + 0x8f1bbcdc) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    for (let t = 60; t < 80; t++) {
      const next = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + at(w, t) + 0xca62c1d6) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    state[0] = 0x67452301 + a;
    state[1] = 0xefcdab89 + b;
    state[2] = 0x98badcfe + c;
    state[3] = 0x10325476 + d;
    state[4] = 0xc3d2e1f0 + e;
  }
  w.fill(0);
  return writeWords(state);
}
