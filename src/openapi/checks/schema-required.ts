import { diagnose, quoteShort } from '../report.ts';
import { child, entries, items, type Spot, scalarText, textsOf } from '../spot.ts';
import type { Check } from './check.ts';
import { takeInventory } from './inventory.ts';

/** Where another schema may declare the property: it is judged with all of them together. */
const OPEN = ['$ref', '$dynamicRef', 'allOf', 'anyOf', 'oneOf', 'if', 'patternProperties', 'dependentSchemas'];
const PART = /\/(?:(?:allOf|anyOf|oneOf)\/\d+|not|if|then|else)$/;

function isWhole(schema: Spot): boolean {
  const properties = child(schema, 'properties');
  if (!properties || entries(properties).length === 0 || PART.test(schema.pointer)) return false;
  return !OPEN.some((key) => child(schema, key));
}

/**
 * `required` names properties that the schema declares. It may name others too, as JSON Schema says, so one
 * near a declared name is a slip and any other is only noted.
 */
export const checkSchemaRequired: Check = ({ references, suggest }) =>
  takeInventory(references)
    .of('schema')
    .flatMap((schema) => {
      const required = child(schema, 'required');
      const properties = child(schema, 'properties');
      if (!required || !properties || !isWhole(schema)) return [];
      const declared = new Set(entries(properties).map(({ key }) => key));
      const free = declared.difference(new Set(textsOf(required)));
      return items(required).flatMap((item) => {
        const name = scalarText(item);
        if (name === undefined || declared.has(name)) return [];
        const better = suggest(name, free);
        return diagnose(item, {
          code: 'required-undeclared',
          severity: better === undefined ? 'info' : 'warning',
          message: `The property ${quoteShort(name)} is required, but the schema doesn't declare it.`,
          fix:
            better === undefined ? 'Add it to `properties`, or remove it here.' : `Did you mean ${quoteShort(better)}?`,
        });
      });
    });
