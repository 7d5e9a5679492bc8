import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { JsonNode } from '../../model/json-text.ts';
import { canonicalJson } from '../../schema/canonical.ts';
import { typeOfValue } from '../../schema/validate-value.ts';
import { shownValue } from '../../schema/violation.ts';
import { diagnose } from '../report.ts';
import { child, items, type Spot, scalarText } from '../spot.ts';
import type { Check } from './check.ts';
import { takeInventory } from './inventory.ts';

/** The types a schema names; none where it allows any. */
function typesOf(schema: Spot): string[] {
  const type = child(schema, 'type');
  if (!type) return [];
  return type.node.kind === 'array' ? items(type).flatMap((item) => scalarText(item) ?? []) : [scalarText(type) ?? ''];
}

function isOf(node: JsonNode, types: readonly string[]): boolean {
  const found = typeOfValue(node);
  return types.includes(found) || (found === 'integer' && types.includes('number'));
}

function enumFix({ kind }: JsonNode, types: readonly string[]): string {
  if (types.includes('string') && (kind === 'number' || kind === 'boolean')) return 'Put it in quotes.';
  if (types.includes('array')) return 'Move the enum into `items` if it lists what the items may be.';
  const unquoted = ['integer', 'number', 'boolean'].some((type) => types.includes(type));
  return kind === 'string' && unquoted ? 'Leave the quotes away.' : 'Correct the value or the type.';
}

function mistyped(value: Spot, types: readonly string[]): Diagnostic[] {
  // A null is how 3.0 spells that nothing is allowed too, wherever `nullable` stands.
  if (types.length === 0 || value.node.kind === 'null' || isOf(value.node, types)) return [];
  return [
    diagnose(value, {
      code: 'enum-type',
      severity: 'warning',
      message: `${shownValue(value.node)} is listed in an enum of the type ${types.join(' or ')}, so it is never valid.`,
      fix: enumFix(value.node, types),
    }),
  ];
}

function repeated(values: readonly Spot[]): Diagnostic[] {
  const seen = new Set<string>();
  return values.flatMap((value) => {
    const key = canonicalJson(value.node);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `${shownValue(value.node)} is listed twice in this enum.`;
    return diagnose(value, { code: 'enum-duplicate', severity: 'warning', message, fix: 'Remove one of them.' });
  });
}

/** The values of an `enum` are of its schema's type, and each is listed once. JSON Schema 2020-12, Validation, 6.1.2. */
export const checkSchemaEnums: Check = ({ references }) =>
  takeInventory(references)
    .of('schema')
    .flatMap((schema) => {
      const list = child(schema, 'enum');
      if (list?.node.kind !== 'array') return [];
      const values = items(list);
      if (values.length === 0) {
        const message = 'An enum without values allows nothing.';
        return diagnose(list, {
          code: 'enum-empty',
          severity: 'warning',
          message,
          fix: 'List its values, or remove it.',
        });
      }
      const types = typesOf(schema);
      return [...values.flatMap((value) => mistyped(value, types)), ...repeated(values)];
    });
