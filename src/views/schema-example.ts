import type { Api } from '../model/api.ts';
import type { JsonText } from '../model/json-text.ts';
import type { SchemaId } from '../model/schema-object.ts';
import { buildExample } from '../schema/example.ts';

/** A page and its copy show the same example. */
const made = new WeakMap<Api, Map<SchemaId, JsonText>>();

/** The example of a named schema, laid out for reading. */
export function schemaExample(api: Api, id: SchemaId): JsonText {
  const examples = made.get(api) ?? new Map<SchemaId, JsonText>();
  made.set(api, examples);
  const example = examples.get(id) ?? buildExample({ ref: id }, api.schemas, { direction: 'response' });
  examples.set(id, example);
  return example;
}
