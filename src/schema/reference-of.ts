import type { Schema, SchemaId } from '../model/schema-object.ts';
import { withoutPlainChoice } from './plain-choice.ts';

/** Keywords that demand nothing. JSON Schema 2020-12 validation, section 9. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'externalDocs',
  'xml',
  'source',
]);

/** The named schema that a schema is: `allOf` with a single reference is how OpenAPI 3.0 describes one in its place. */
export function referenceOf(schema: Schema): SchemaId | undefined {
  if (typeof schema === 'boolean') return undefined;
  if (schema.ref !== undefined) return schema.ref;
  const { allOf, ...own } = withoutPlainChoice(schema).schema;
  const telling = (allOf ?? []).filter((member) => !isAnnotation(member));
  const [only] = telling;
  return telling.length === 1 && only !== undefined && isAnnotation(own) ? referenceOf(only) : undefined;
}

function isAnnotation(schema: Schema): boolean {
  return typeof schema === 'object' && Object.keys(schema).every((key) => ANNOTATIONS.has(key));
}
