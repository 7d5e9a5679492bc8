import { child, entries, type Spot } from './spot.ts';

/** Keywords that say nothing of a value. */
const SILENT: readonly string[] = ['$id', '$anchor', '$dynamicAnchor', '$comment', 'title', 'description', 'not'];

/**
 * Whether a schema only waits for others to say what it is, as the type of a generic list does:
 * `{ $dynamicAnchor: item, not: {} }`.
 *
 * What a `$dynamicRef` means depends on the schemas that led to it, and one page shows it to all its readers. So it
 * leads to the anchor of its own resource, where every way starts; but where that is a placeholder, and one other
 * schema of the description takes the name, it leads to that one.
 *
 * @see JSON Schema 2020-12, section 8.2.3.2
 */
export function isPlaceholder(spot: Spot, name: string): boolean {
  const anchor = child(spot, '$dynamicAnchor')?.node;
  if (anchor?.kind !== 'string' || anchor.value !== name) return false;
  const not = child(spot, 'not')?.node;
  const isNever =
    not === undefined || (not.kind === 'object' && not.entries.length === 0) || (not.kind === 'boolean' && not.value);
  return isNever && entries(spot).every(({ key }) => SILENT.includes(key));
}
