import { TEXTS } from './torture.ts';

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A text of pieces that careless code trips over, among characters from all over Unicode. */
export function randomText(random: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const length = Math.floor(random() * 8);
  return Array.from({ length }, () => {
    const kind = random();
    if (kind < 0.4) return pick(TEXTS) ?? '';
    if (kind < 0.7) return pick([...`'"\\\`$(){}[]<>|&;!#%@~*? \n\t-=:,`]) ?? '';
    if (kind < 0.9) return String.fromCharCode(Math.floor(random() * 0x250));
    return String.fromCodePoint(Math.floor(random() * 0x11_0000));
  }).join('');
}

/** Any JSON value, objects and lists no deeper than `depth`. */
export function randomValue(random: () => number, depth: number): unknown {
  const kind = random();
  const count = Math.floor(random() * 4);
  if (depth > 0 && kind < 0.3) return Array.from({ length: count }, () => randomValue(random, depth - 1));
  if (depth > 0 && kind < 0.6) {
    return Object.fromEntries(
      Array.from({ length: count }, () => [randomText(random), randomValue(random, depth - 1)]),
    );
  }
  if (kind < 0.85) return randomText(random);
  if (kind < 0.95) return (random() - 0.5) * 10 ** Math.floor(random() * 30 - 8);
  return [true, false, null][count % 3];
}
