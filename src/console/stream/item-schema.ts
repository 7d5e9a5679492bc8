import { parseJson, quoteJson } from '../../model/json-text.ts';
import type { Response } from '../../model/operation.ts';
import type { Schema, Schemas } from '../../model/schema-object.ts';
import { resolveSchema } from '../../model/slice.ts';
import { inMediaRange } from '../../sandbox/media-range.ts';
import { validateJson } from '../../schema/validate.ts';
import type { SchemaViolation } from '../../schema/violation.ts';
import { describeStatus } from '../response/describe-status.ts';
import type { StreamItem } from './stream-item.ts';

/** What the description says of each item of a stream. */
export interface ItemSchema {
  /** `event`: of an object with the event's fields. `data`: of what its data holds. */
  readonly of: 'event' | 'data';
  readonly schema: Schema;
  readonly schemas: Schemas;
}

/**
 * Finds the schema of a stream's items: `itemSchema` of OpenAPI 3.2; else `schema`, with which older descriptions
 * mean one item, or a list of them.
 *
 * @param contentType - that of the answer
 */
export function findItemSchema(
  responses: readonly Response[],
  schemas: Schemas,
  status: number,
  contentType: string,
): ItemSchema | undefined {
  const media = describeStatus(responses, status)?.content.find(({ name }) => inMediaRange(name, contentType));
  const isEvents = inMediaRange('text/event-stream', contentType);
  if (media?.itemSchema !== undefined) {
    const ofEvent = isEvents && dataSchemas(schemas, media.itemSchema, () => true).length > 0;
    return { of: ofEvent ? 'event' : 'data', schema: media.itemSchema, schemas };
  }
  // Parts of a multipart body are told by the properties of its schema, not by all of it.
  if (media?.schema === undefined || inMediaRange('multipart/*', contentType)) return undefined;
  const whole = resolveSchema(schemas, media.schema);
  const isList = typeof whole === 'object' && whole.types?.length === 1 && whole.types[0] === 'array';
  return { of: 'data', schema: (isList ? whole.items : media.schema) ?? true, schemas };
}

/** A description can ask for more work than an item is worth; beyond this it isn't compared. */
const MOST_WORK = 50_000;
const SHOWN = 20;

/** Where an item differs from its schema; pointers lead into its data, or the event where they begin with `/data`. */
export function itemViolations({ of, schema, schemas }: ItemSchema, item: StreamItem): SchemaViolation[] {
  // What a fault left over can't fit, and OpenAI's end mark is none of the described items.
  if (item.fault || item.data.trim() === '[DONE]') return [];
  const fits = (part: Schema, value: string): SchemaViolation[] => {
    const budget = { left: MOST_WORK };
    const found = validateJson(schemas, part, value, {
      direction: 'response',
      discriminatorDecides: true,
      limit: SHOWN,
      budget,
    });
    return budget.left < 0 ? [] : found;
  };
  if (of === 'data') return dataViolations(schema, item.data, fits);
  const forms = eventForms(item);
  const seen = forms.map((form) => fits(schema, form));
  const at = seen.findIndex((found) => found.length === 0);
  const event = forms[at];
  if (event === undefined) return seen[0] ?? [];
  return dataSchemas(schemas, schema, (branch) => fits(branch, event).length === 0)
    .flatMap((data) => contentSchema(schemas, data) ?? [])
    .flatMap((content) => dataViolations(content, item.data, fits))
    .map((violation) => ({ ...violation, instancePath: `/data${violation.instancePath}` }))
    .slice(0, SHOWN);
}

type Fits = (schema: Schema, value: string) => SchemaViolation[];

/** Data that isn't JSON may still be the string that is asked for. */
function dataViolations(schema: Schema, data: string, fits: Fits): SchemaViolation[] {
  if (parseJson(data).kind !== 'problem') return fits(schema, data);
  return fits(schema, quoteJson(data)).length === 0 ? [] : fits(schema, data);
}

/** An event as OpenAPI 3.2 sees it: an object of strings. Nobody can see whether the type `message` was written out. */
function eventForms({ type, id, data }: StreamItem): string[] {
  const rest = { ...(id ? { id } : {}), data };
  const named = JSON.stringify({ event: type, ...rest });
  return type === 'message' ? [JSON.stringify(rest), named] : [named];
}

/** The schemas of an event's property `data`, with those of the branches that are meant. */
function dataSchemas(schemas: Schemas, schema: Schema, isMeant: (branch: Schema) => boolean, depth = 0): Schema[] {
  const own = resolveSchema(schemas, schema);
  if (typeof own === 'boolean' || depth > 20) return [];
  const chosen = [...(own.oneOf ?? []), ...(own.anyOf ?? [])].filter(isMeant);
  return [
    ...(own.properties ?? []).filter(({ name }) => name === 'data').map((property) => property.schema),
    ...[...(own.allOf ?? []), ...chosen].flatMap((part) => dataSchemas(schemas, part, isMeant, depth + 1)),
  ];
}

function contentSchema(schemas: Schemas, data: Schema): Schema | undefined {
  const own = resolveSchema(schemas, data);
  return typeof own === 'boolean' ? undefined : own.contentSchema;
}
