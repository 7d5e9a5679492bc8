import type { JsonText } from '../model/json-text.ts';
import type { SchemaObject } from '../model/schema-object.ts';

function tightest(texts: readonly JsonText[], pick: (...values: number[]) => number): number | undefined {
  return texts.length > 0 ? pick(...texts.map(Number)) : undefined;
}

/**
 * A number within the bounds of every part: 1 where it fits, else the nearest end of the range.
 *
 * @param parts - schemas that apply together
 * @param integer - only whole numbers will do
 * @param index - a different number for each index, as far as the range allows
 */
export function exampleNumber(parts: readonly SchemaObject[], integer: boolean, index: number): JsonText {
  const bounds = (key: Bound): JsonText[] => parts.flatMap((part) => part[key] ?? []);
  const low = tightest(bounds('minimum'), Math.max);
  const high = tightest(bounds('maximum'), Math.min);
  const above = tightest(bounds('exclusiveMinimum'), Math.max);
  const below = tightest(bounds('exclusiveMaximum'), Math.min);
  const fits = (value: number): boolean =>
    (low === undefined || value >= low) &&
    (high === undefined || value <= high) &&
    (above === undefined || value > above) &&
    (below === undefined || value < below);

  if (integer && [low, high, above, below].some((bound) => bound !== undefined && Math.abs(bound) > 2 ** 53)) {
    const large = largeInteger(bounds);
    if (large !== undefined) return large;
  }
  const multiples = bounds('multipleOf').map(Number);
  const step = wholeStep(Math.max(...multiples, 0), integer);
  const floor = Math.max(low ?? Number.NEGATIVE_INFINITY, above ?? Number.NEGATIVE_INFINITY);
  const ceiling = Math.min(high ?? Number.POSITIVE_INFINITY, below ?? Number.POSITIVE_INFINITY);

  const candidates: number[] = [];
  if (step > 0) {
    const end = Number.isFinite(floor) ? Math.ceil(floor / step) : Math.floor(ceiling / step);
    const start = fits(step) ? 1 : fits(0) ? 0 : end;
    // Two tries more than asked for: an exclusive bound takes away the first.
    const turns = Array.from({ length: index + 3 }, (_, turn) => turn);
    for (const turn of [...turns, ...turns.map((down) => -down - 1)]) candidates.push((start + turn) * step);
  } else {
    candidates.push(1 + index, 1, 0, floor, ceiling, (floor + ceiling) / 2, floor + 1, ceiling - 1);
  }
  const good = candidates.map(exact).filter((value) => Number.isFinite(value) && fits(value));
  const value = (step > 0 ? good[index] : undefined) ?? good[0];
  // Past what a double holds, an end of the range is all there is.
  if (value === undefined) return fits(0) ? '0' : ([...bounds('minimum'), ...bounds('maximum')][0] ?? '0');
  // A bound past 2^53 is given as its author wrote it.
  const written = Number.isSafeInteger(value)
    ? undefined
    : [...bounds('minimum'), ...bounds('maximum')].find((text) => Number(text) === value);
  return written ?? String(value);
}

type Bound = 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum' | 'multipleOf';

/** The first integer past bounds that a double can't tell apart; nothing where they aren't written as integers. */
function largeInteger(bounds: (key: Bound) => JsonText[]): JsonText | undefined {
  const all = (['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const).map(bounds);
  if (!all.flat().every((text) => /^-?\d{1,400}$/.test(text))) return undefined;
  const [least, most, above, below, steps] = all.map((texts) => texts.map(BigInt));
  const lows = [...(least ?? []), ...(above ?? []).map((bound) => bound + 1n)];
  const highs = [...(most ?? []), ...(below ?? []).map((bound) => bound - 1n)];
  const step = (steps ?? []).reduce((product, next) => (product % next === 0n ? product : product * next), 1n);
  if (step <= 0n) return undefined;
  const ascending = (values: readonly bigint[]): bigint[] => [...values].sort((a, b) => (a < b ? -1 : Number(a > b)));
  const low = ascending(lows).at(-1) ?? -(10n ** 400n);
  const high = ascending(highs)[0] ?? 10n ** 400n;
  const isBelow = lows.length === 0;
  const from = isBelow ? high : low;
  const rest = ((from % step) + step) % step;
  const value = rest === 0n ? from : isBelow ? from - rest : from + step - rest;
  return value >= low && value <= high ? String(value) : undefined;
}

/** The distance between values, 0 for none; for integers the first multiple that is whole: 1.5 → 3. */
function wholeStep(step: number, integer: boolean): number {
  if (!integer) return step;
  const times = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].find((factor) => step > 0 && Number.isInteger(exact(step * factor)));
  return times === undefined ? 1 : exact(step * times);
}

/** Drops the dust of binary fractions: 3 × 0.1 is 0.3. */
function exact(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
