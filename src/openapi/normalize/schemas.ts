import type { Schema, SchemaId, Schemas } from '../../model/schema-object.ts';
import type { References } from '../refs.ts';
import type { Spot } from '../spot.ts';
import type { Context } from './context.ts';
import type { OperationKeys } from './operation-keys.ts';
import { readSchema } from './schema.ts';

export interface SchemaCollection {
  readonly context: Context;
  /** All that were kept, and all that those refer to, in the order in which they were first met. */
  collect(): Schemas;
}

/** Gathers the schemas that others refer to. A queue, not recursion: a chain of references takes no stack. */
export function openSchemas(references: References, operationKeys: OperationKeys): SchemaCollection {
  const schemas = new Map<SchemaId, Schema>();
  const queue: { readonly id: SchemaId; readonly spot: Spot }[] = [];

  function keep(spot: Spot): SchemaId {
    const id = references.idOf(spot);
    if (!schemas.has(id)) {
      schemas.set(id, true);
      queue.push({ id, spot });
    }
    return id;
  }

  const context: Context = {
    references,
    operationKeys,
    keep,
    keepRead: (spot, schema) => {
      const id = references.idOf(spot);
      // A node that is referred to elsewhere waits in the queue, or has been read.
      if (!schemas.has(id)) schemas.set(id, schema);
      return id;
    },
    refer: (reference) => {
      const target = references.resolve(reference);
      return target ? keep(target) : references.idOfReference(reference);
    },
  };
  return {
    context,
    collect: () => {
      for (const { id, spot } of queue) schemas.set(id, readSchema(spot, context));
      return Object.fromEntries(schemas);
    },
  };
}
