import { describe, expect, it } from 'vitest';
import { compareDecimals, isInteger, isMultipleOf, parseDecimal } from './decimal.ts';

function decimal(text: string) {
  const value = parseDecimal(text);
  if (!value) throw new Error(`${text} is no number`);
  return value;
}

describe('compareDecimals', () => {
  it.each([
    { a: '1', b: '1.0', want: 0 },
    { a: '10e-1', b: '1', want: 0 },
    { a: '0', b: '-0.00', want: 0 },
    { a: '9007199254740992', b: '9007199254740993', want: -1 },
    { a: '0.1', b: '0.10000000000000000001', want: -1 },
    { a: '-2', b: '1', want: -1 },
    { a: '-2', b: '-10', want: 1 },
    { a: '0', b: '-0.5', want: 1 },
    { a: '0', b: '0.0005', want: -1 },
    { a: '1e400', b: '1e399', want: 1 },
    { a: '12', b: '123', want: -1 },
    { a: '0.12', b: '0.123', want: -1 },
    { a: '-0.12', b: '-0.123', want: 1 },
  ])('$a and $b', ({ a, b, want }) => {
    expect(Math.sign(compareDecimals(decimal(a), decimal(b)))).toBe(want);
    expect(Math.sign(compareDecimals(decimal(b), decimal(a))) + want).toBe(0);
  });
});

describe('isInteger', () => {
  it.each([
    { given: '3', want: true },
    { given: '3.0', want: true },
    { given: '30e-1', want: true },
    { given: '1e3', want: true },
    { given: '1.5e1', want: true },
    { given: '0.0', want: true },
    { given: '9007199254740993', want: true },
    { given: '3.5', want: false },
    { given: '1e-1', want: false },
    { given: '9007199254740993.5', want: false },
  ])('$given', ({ given, want }) => expect(isInteger(decimal(given))).toBe(want));
});

describe('isMultipleOf', () => {
  it.each([
    { value: '4.5', of: '1.5', want: true },
    { value: '35', of: '1.5', want: false },
    { value: '0.3', of: '0.1', want: true },
    { value: '0.0075', of: '0.0001', want: true },
    { value: '0.00751', of: '0.0001', want: false },
    { value: '1e308', of: '0.123456789', want: false },
    { value: '0', of: '7', want: true },
    { value: '-9', of: '3', want: true },
    { value: '1e999999999', of: '7', want: false },
    { value: '7e999999999', of: '7', want: true },
    { value: '1e-999999999', of: '7', want: false },
    { value: `1e${'9'.repeat(400)}`, of: '5', want: true },
    { value: '9007199254740993', of: '2', want: false },
    { value: '5', of: '0', want: true },
    { value: '100', of: '1e2', want: true },
    { value: '150', of: '1e2', want: false },
  ])('$value of $of', ({ value, of, want }) => expect(isMultipleOf(decimal(value), decimal(of))).toBe(want));
});

describe('parseDecimal', () => {
  it.each(['', 'inf', '1.', '.5', '0x10', '"1"', '1e', '--1'])('refuses %j', (given) => {
    expect(parseDecimal(given)).toBeUndefined();
  });
});
