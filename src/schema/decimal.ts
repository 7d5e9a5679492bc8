/**
 * A number of JSON text, exact whatever its size: `±0.d₁d₂d₃… × 10^magnitude`, with no zero at either end of
 * the digits. Zero has no digits and magnitude 0. Doubles would call 0.3 no multiple of 0.1 and
 * 9007199254740993 equal to its neighbour.
 */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly magnitude: number;
}

const FURTHEST = 2 ** 53;
const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * Reads a JSON number.
 *
 * @returns `undefined` for text that is no number. An exponent past 2^53 counts as 2^53.
 */
export function parseDecimal(text: string): Decimal | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const all = whole + fraction;
  const start = all.search(/[1-9]/);
  if (start < 0) return { negative: false, digits: '', magnitude: 0 };
  let end = all.length;
  while (all[end - 1] === '0') end -= 1;
  return {
    negative: sign === '-',
    digits: all.slice(start, end),
    magnitude: whole.length - start + Math.max(-FURTHEST, Math.min(FURTHEST, Number(exponent))),
  };
}

function rank({ negative, digits }: Decimal): number {
  if (digits === '') return 0;
  return negative ? -1 : 1;
}

/** @returns below zero when `a` is the smaller, zero when they are equal, above zero otherwise */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const side = rank(a);
  if (side !== rank(b)) return side - rank(b);
  if (a.magnitude !== b.magnitude) return side * (a.magnitude < b.magnitude ? -1 : 1);
  if (a.digits === b.digits) return 0;
  return side * (a.digits < b.digits ? -1 : 1);
}

/** Whether there is nothing after the decimal point: 3, 3.0 and 30e-1 are integers. */
export function isInteger({ digits, magnitude }: Decimal): boolean {
  return digits.length <= magnitude || digits === '';
}

/** @returns whether `value` divided by `divisor` is an integer; `true` for a divisor of zero, which rules out nothing */
export function isMultipleOf(value: Decimal, divisor: Decimal): boolean {
  if (value.digits === '' || divisor.digits === '') return true;
  const shift = value.magnitude - value.digits.length - (divisor.magnitude - divisor.digits.length);
  const dividend = BigInt(value.digits);
  const by = BigInt(divisor.digits);
  if (shift >= 0) return (dividend * powerOfTen(shift, by)) % by === 0n;
  // The dividend doesn't end in zero, so a longer power of ten can't divide it, and none is ever computed.
  return -shift <= value.digits.length && dividend % (by * 10n ** BigInt(-shift)) === 0n;
}

/** 10^exponent modulo `modulus`, by squaring, so that 1e999999999 costs thirty steps. */
function powerOfTen(exponent: number, modulus: bigint): bigint {
  let result = 1n;
  let square = 10n % modulus;
  for (let rest = BigInt(exponent); rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
