import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { compareDecimals, parseDecimal } from '../../schema/decimal.ts';
import { diagnose } from '../report.ts';
import { child, type Spot, scalarText } from '../spot.ts';
import type { Check } from './check.ts';
import { takeInventory } from './inventory.ts';

/** A lower bound, an upper one, and whether a value may equal both. */
const PAIRS: readonly (readonly [low: string, high: string, mayMeet: boolean])[] = [
  ['minimum', 'maximum', true],
  ['minimum', 'exclusiveMaximum', false],
  ['exclusiveMinimum', 'maximum', false],
  ['exclusiveMinimum', 'exclusiveMaximum', false],
  ['minLength', 'maxLength', true],
  ['minItems', 'maxItems', true],
  ['minContains', 'maxContains', true],
  ['minProperties', 'maxProperties', true],
];

function numberAt(schema: Spot, key: string): { spot: Spot; text: string } | undefined {
  const spot = child(schema, key);
  const text = spot?.node.kind === 'number' ? scalarText(spot) : undefined;
  return spot && text !== undefined ? { spot, text } : undefined;
}

function contradictions(schema: Spot): Diagnostic[] {
  return PAIRS.flatMap(([lowKey, highKey, mayMeet]) => {
    const low = numberAt(schema, lowKey);
    const high = low && numberAt(schema, highKey);
    const least = low && parseDecimal(low.text);
    const most = high && parseDecimal(high.text);
    if (!least || !most) return [];
    const order = compareDecimals(least, most);
    if (order < 0 || (order === 0 && mayMeet)) return [];
    return diagnose(high.spot, {
      code: 'bounds-contradict',
      severity: 'warning',
      message: `No value fits: "${lowKey}" is ${low.text} and "${highKey}" is ${high.text}.`,
      fix: order > 0 ? 'Swap them, or correct one.' : 'Leave room between them.',
    });
  });
}

function step(schema: Spot): Diagnostic[] {
  const found = numberAt(schema, 'multipleOf');
  const value = found && parseDecimal(found.text);
  const zero = parseDecimal('0');
  if (!value || !zero || compareDecimals(value, zero) > 0) return [];
  const message = `"multipleOf" has to be greater than 0, but it is ${found.text}.`;
  return [
    diagnose(found.spot, { code: 'bounds-contradict', severity: 'warning', message, fix: 'Correct or remove it.' }),
  ];
}

/** Bounds that leave no value. JSON Schema 2020-12, Validation, section 6. */
export const checkSchemaBounds: Check = ({ references }) =>
  takeInventory(references)
    .of('schema')
    .flatMap((schema) => [...contradictions(schema), ...step(schema)]);
