import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { pathItemParts } from '../normalize/path-item.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, entries, items, placeOf, type Spot, textAt } from '../spot.ts';
import type { Check, CheckInput } from './check.ts';
import { takeInventory } from './inventory.ts';

/** What a path item defines, each with its place; names of header parameters are the same in any case. */
function definitions(item: Spot, { references }: CheckInput): Map<string, Spot> {
  const found = new Map<string, Spot>();
  for (const { key, value } of entries(item)) {
    if (key === '$ref' || key.startsWith('x-')) continue;
    if (key === 'additionalOperations') for (const one of entries(value)) found.set(`method ${one.key}`, one.value);
    else if (key !== 'parameters') found.set(`field ${key}`, value);
  }
  const list = child(item, 'parameters');
  for (const written of list ? items(list) : []) {
    const parameter = references.follow(written);
    const name = parameter && textAt(parameter, 'name');
    const place = parameter && textAt(parameter, 'in');
    if (name === undefined || place === undefined) continue;
    const key = place === 'header' ? name.toLowerCase() : name;
    found.set(`parameter ${place} ${key}`, child(written, '$ref') ?? child(written, 'name') ?? written);
  }
  return found;
}

function words(key: string): string {
  const [kind, first = '', ...rest] = key.split(' ');
  if (kind === 'parameter') return `the ${first} parameter ${quoteShort(rest.join(' '))}`;
  return quoteShort([first, ...rest].join(' '));
}

function repeated(item: Spot, input: CheckInput): Diagnostic[] {
  const [own, ...others] = pathItemParts(item, input);
  if (!own || others.length === 0) return [];
  const nearer = definitions(own, input);
  const found: Diagnostic[] = [];
  for (const other of others) {
    for (const [key, spot] of definitions(other, input)) {
      const here = nearer.get(key);
      nearer.delete(key);
      if (!here) continue;
      const { place } = placeOf(spot);
      const message = `Both this path item and the one it refers to have ${words(key)} (there in ${place.file}:${place.line}); this one counts.`;
      const fix = 'Remove one of them: the standard leaves open which one counts.';
      found.push(diagnose(here, { code: 'path-item-twice', severity: 'warning', message, fix }));
    }
  }
  return found;
}

/** What stands beside the `$ref` of a path item isn't what it leads to. OpenAPI 3.2, "Path Item Object". */
export const checkPathItemRefs: Check = (input) =>
  takeInventory(input.references)
    .of('path-item')
    .flatMap((item) => repeated(item, input));
