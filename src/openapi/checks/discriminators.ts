import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Suggest } from '../../diagnostics/nearest.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, entries, items, type Spot, textAt } from '../spot.ts';
import type { Check, CheckInput } from './check.ts';
import { takeInventory } from './inventory.ts';

/** A schema made of more parts than this is taken as open: each of thousands may be made of all the others. */
const MOST_PARTS = 200;

/**
 * Whether a schema or anything that it is made of declares the property; `unknown` when one of them is open in a way
 * that can't be told. Each part is looked at once, however many lead to it.
 */
function declares(schema: Spot, name: string, { references }: Pick<CheckInput, 'references'>): boolean | 'unknown' {
  const seen = new Set<Spot['node']>();
  let open = false;
  // The list grows while it is walked.
  const parts = [schema];
  for (const [at, part] of parts.entries()) {
    if (at === MOST_PARTS) return 'unknown';
    const target = references.follow(part);
    if (!target) open = true;
    for (const spot of target && target.node !== part.node ? [target, part] : [part]) {
      if (seen.has(spot.node)) continue;
      seen.add(spot.node);
      const properties = child(spot, 'properties');
      if (properties && child(properties, name)) return true;
      const lists = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => child(spot, key) ?? []);
      for (const list of lists) for (const one of items(list)) parts.push(one);
      const type = textAt(spot, 'type');
      // A schema that says nothing of its properties may have it; a reference says so by what it leads to.
      if (!child(spot, '$ref') && !properties && lists.length === 0 && (type === undefined || type === 'object'))
        open = true;
    }
  }
  return open ? 'unknown' : false;
}

function missing(branch: Spot, name: string, known: readonly string[], suggest: Suggest): Diagnostic {
  const better = suggest(name, known);
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
        return missing(spot, name, namesOf(schema, input), input.suggest);
      }
      const own = child(schema, 'properties');
      if (own && child(own, name)) return [];
      return lists
        .flatMap((list) => items(list))
        .filter((branch) => declares(branch, name, input) === false)
        .map((branch) => missing(branch, name, namesOf(branch, input), input.suggest));
    });
