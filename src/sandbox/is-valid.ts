import type { JsonText } from '../model/json-text.ts';
import type { Schema, Schemas } from '../model/schema-object.ts';
import { validateJson } from '../schema/validate.ts';
import type { SchemaViolation } from '../schema/violation.ts';

/** Whether a value may go out as an answer. */
export function isValid(schemas: Schemas, schema: Schema | undefined, value: JsonText): boolean {
  return validateJson(schemas, schema ?? true, value, { direction: 'response' }).every(isUnavoidable);
}

/**
 * Whether a violation is no fault of the value: several branches of a `oneOf` fit, which mostly nothing that must
 * be there tells apart. Few services look, and no client could comply.
 */
export function isUnavoidable({ code }: SchemaViolation): boolean {
  return code === 'several-branches';
}
