import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { SchemaId } from '../model/schema-object.ts';
import { sliceApi } from '../model/slice.ts';

const reached = new WeakMap<Api, ReadonlyMap<SchemaId, readonly Operation[]>>();

/** The operations in whose parameters or bodies a schema appears, directly or inside another. */
export function operationsUsing(api: Api, id: SchemaId): readonly Operation[] {
  let known = reached.get(api);
  if (!known) {
    const uses = new Map<SchemaId, Operation[]>();
    for (const operation of api.operations) {
      for (const schema of Object.keys(sliceApi(api, operation).schemas)) {
        const list = uses.get(schema);
        if (list) list.push(operation);
        else uses.set(schema, [operation]);
      }
    }
    known = uses;
    reached.set(api, known);
  }
  return known.get(id) ?? [];
}
