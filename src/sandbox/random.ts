/** Numbers from 0 up to 1 that look random and are the same for the same text and seed. */
export function randomNumbers(text: string, seed: number): () => number {
  // FNV-1a over UTF-16 units, then Mulberry32: small, and evenly spread enough for what a simulation shows.
  let state = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
