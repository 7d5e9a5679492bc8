import { diagnose, quoteShort } from '../report.ts';
import { child, entries, type Spot } from '../spot.ts';
import type { Check } from './check.ts';
import { takeInventory } from './inventory.ts';
import { findPatternFault } from './pattern-syntax.ts';

function findings(spot: Spot, pattern: string, onKey: boolean): ReturnType<Check> {
  const fault = findPatternFault(pattern);
  if (fault !== undefined) {
    const message = `The pattern ${quoteShort(pattern)} is no regular expression: ${fault}.`;
    const fix = 'Write a regular expression as JavaScript has them.';
    return [diagnose(spot, { code: 'pattern-invalid', severity: 'warning', message, fix, onKey })];
  }
  if (!/^\/\^.*\$\/[a-z]*$/s.test(pattern)) return [];
  const message = `The slashes around ${quoteShort(pattern)} are a part of the pattern, so that it fits no text.`;
  return [diagnose(spot, { code: 'pattern-invalid', severity: 'warning', message, fix: 'Leave them away.', onKey })];
}

/** A `pattern` can be read as a regular expression; it isn't run. JSON Schema 2020-12, Core, section 6.4. */
export const checkSchemaPatterns: Check = ({ references }) =>
  takeInventory(references)
    .of('schema')
    .flatMap((schema) => {
      const pattern = child(schema, 'pattern');
      const named = child(schema, 'patternProperties');
      return [
        ...(pattern?.node.kind === 'string' ? findings(pattern, pattern.node.value, false) : []),
        ...(named ? entries(named).flatMap(({ key, value }) => findings(value, key, true)) : []),
      ];
    });
