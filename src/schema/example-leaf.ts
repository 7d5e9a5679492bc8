import type { JsonText } from '../model/json-text.ts';
import type { SchemaObject } from '../model/schema-object.ts';
import type { Work } from './example-work.ts';

/** An example of a leaf, and what making it took of the bounds. */
interface Made {
  readonly text: string;
  readonly index: number;
  readonly value: JsonText | undefined;
  readonly characters: number;
  readonly budget: number;
}

const kept = new WeakMap<SchemaObject, Made[]>();
/** The items of a list may each be another one. */
const MOST_KEPT = 8;

/**
 * The example of a schema without others inside, made once for all objects that have it as a property: it depends
 * on the schema and on its place in a list alone, and is counted each time, so that nothing depends on what was
 * made before.
 */
export function keepLeaf(
  schema: SchemaObject,
  index: number,
  work: Work,
  make: () => JsonText | undefined,
): JsonText | undefined {
  const all = kept.get(schema) ?? [];
  const found = all.find((one) => one.index === index && one.text === work.text && one.budget <= work.budget.left);
  if (found) {
    work.nodes += 1;
    work.characters += found.characters;
    work.budget.left -= found.budget;
    return found.value;
  }
  const { characters } = work;
  const { left } = work.budget;
  const value = make();
  const isWhole = work.budget.left >= 0;
  if (isWhole && all.length < MOST_KEPT) {
    const made = {
      text: work.text,
      index,
      value,
      characters: work.characters - characters,
      budget: left - work.budget.left,
    };
    kept.set(schema, [...all, made]);
  }
  return value;
}
