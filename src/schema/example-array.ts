import { type JsonText, parseJson } from '../model/json-text.ts';
import type { Schema, SchemaObject } from '../model/schema-object.ts';
import { canonicalJson } from './canonical.ts';
import { leastValue, type Place, type Work } from './example-work.ts';

const MOST_ITEMS = 10;
/** Where more must be there, so many are made. */
const MOST_REQUIRED = 200;

/** A short list: as many items as it must have, one where that says what they are like. */
export function exampleArray(parts: readonly SchemaObject[], place: Place, work: Work): JsonText {
  const fixed = parts.find((part) => part.prefixItems)?.prefixItems ?? [];
  const contained = parts.flatMap((part) =>
    part.contains === undefined
      ? []
      : Array.from({ length: Math.min(Number(part.minContains ?? 1), MOST_ITEMS) }, () => part.contains ?? true),
  );
  const items = together(parts.flatMap((part) => part.items ?? []));
  const isOpen = items !== undefined || parts.some((part) => typeof part.unevaluatedItems === 'object');
  const least = Math.max(0, ...parts.map((part) => Number(part.minItems ?? 0)));
  const bound = Math.max(MOST_ITEMS, Math.min(least, MOST_REQUIRED));
  const most = Math.min(bound, ...parts.map((part) => Number(part.maxItems ?? bound)));
  const wanted = Math.max(least, fixed.length + contained.length, isOpen && items !== false ? 1 : 0);
  const isUnique = parts.some((part) => part.uniqueItems);
  const values: JsonText[] = [];
  const taken = new Set<string>();
  for (let at = 0; at < Math.min(most, wanted); at += 1) {
    const extra = contained[at - fixed.length];
    const kind = together([fixed[at] ?? items ?? true, ...(extra === undefined ? [] : [extra])]) ?? true;
    const value = item(kind, Math.max(0, at - fixed.length), isUnique ? taken : undefined, { place, work });
    if (value === undefined && (isUnique || at >= least)) break;
    values.push(value ?? leastValue(kind, work));
  }
  return `[${values.join(',')}]`;
}

function together(schemas: readonly Schema[]): Schema | undefined {
  const [only, ...others] = schemas;
  return others.length > 0 ? { allOf: schemas } : only;
}

/** As often as another value may be tried where no two may be equal. */
const MOST_TURNS = 12;

function item(
  schema: Schema,
  index: number,
  taken: Set<string> | undefined,
  { place, work }: { readonly place: Place; readonly work: Work },
): JsonText | undefined {
  if (!taken) return work.build(schema, { ...place, index });
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const value = work.build(schema, { ...place, index: index + turn, inner: index + turn });
    if (value === undefined) return undefined;
    const node = parseJson(value);
    const key = node.kind === 'problem' ? value : canonicalJson(node);
    if (!taken.has(key)) {
      taken.add(key);
      return value;
    }
  }
  return undefined;
}
