import type { SchemaId } from './schema-object.ts';

/** Adds what a part of a description refers to. */
export function referencesIn(value: unknown, ids: Set<SchemaId>): Set<SchemaId> {
  if (Array.isArray(value)) for (const item of value) referencesIn(item, ids);
  else if (value !== null && typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) {
      if ((key === 'ref' || key === 'defaultMapping') && typeof child === 'string') ids.add(child);
      else if (typeof child === 'object') referencesIn(child, ids);
    }
  }
  return ids;
}
