import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, entries, items, type Spot, textAt } from '../spot.ts';
import type { Check, CheckInput } from './check.ts';
import { takeInventory } from './inventory.ts';

const MAX_DEPTH = 20;

/** The names that a schema and what it is made of declare; nothing when it is open in a way that can't be told. */
function declares(
  schema: Spot,
  name: string,
  { references }: Pick<CheckInput, 'references'>,
  depth = 0,
): boolean | 'unknown' {
  const target = references.follow(schema);
  if (!target || depth > MAX_DEPTH) return 'unknown';
  const beside = target.node === schema.node ? [] : [schema];
  let open = false;
  for (const spot of [target, ...beside]) {
    const properties = child(spot, 'properties');
    if (properties && child(properties, name)) return true;
    for (const key of ['allOf', 'oneOf', 'anyOf']) {
      const parts = child(spot, key);
      for (const part of parts ? items(parts) : []) {
        const found = declares(part, name, { references }, depth + 1);
        if (found === true) return true;
        if (found === 'unknown') open = true;
      }
    }
    const type = textAt(spot, 'type');
    if (!properties && !child(spot, 'allOf') && (type === undefined || type === 'object')) {
      // A schema that says nothing of its properties may have it.
      if (!child(spot, 'oneOf') && !child(spot, 'anyOf')) open = true;
    }
  }
  return open ? 'unknown' : false;
}

function missing(branch: Spot, name: string, known: readonly string[]): Diagnostic {
  const better = nearest(name, known);
  return diagnose(child(branch, '$ref') ?? branch, {
    code: 'discriminator-property-missing',
    severity: 'warning',
    message: `The discriminator tells schemas apart by ${quoteShort(name)}, but this one declares no such property.`,
    fix:
      better === undefined
        ? `Add the property \`${name}\` to it, and to its \`required\`.`
        : `Did you mean ${quoteShort(better)}?`,
  });
}

function namesOf(schema: Spot, { references }: CheckInput): string[] {
  const target = references.follow(schema);
  const properties = target && child(target, 'properties');
  return properties ? entries(properties).map(({ key }) => key) : [];
}

/** The property that tells branches apart is there in each of them. OpenAPI 3.2, "Discriminator Object". */
export const checkDiscriminators: Check = (input) =>
  takeInventory(input.references)
    .of('schema')
    .flatMap((schema) => {
      const discriminator = child(schema, 'discriminator');
      const name = discriminator && textAt(discriminator, 'propertyName');
      if (!discriminator || name === undefined) return [];
      const lists = ['oneOf', 'anyOf'].flatMap((key) => child(schema, key) ?? []);
      if (declares(schema, name, input) === true && lists.length === 0) return [];
      if (lists.length === 0) {
        if (declares(schema, name, input) !== false) return [];
        const spot = child(discriminator, 'propertyName') ?? discriminator;
        return missing(spot, name, namesOf(schema, input));
      }
      const own = child(schema, 'properties');
      if (own && child(own, name)) return [];
      return lists
        .flatMap((list) => items(list))
        .filter((branch) => declares(branch, name, input) === false)
        .map((branch) => missing(branch, name, namesOf(branch, input)));
    });
