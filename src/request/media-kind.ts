import type { MediaType } from '../model/media-type.ts';
import type { Schema, Schemas } from '../model/schema-object.ts';
import { isSequential } from '../model/slice.ts';
import { everyPart, partsType } from '../schema/schema-parts.ts';
import { isJsonType, isXmlType, sentMediaType } from './media-type-name.ts';

/** How a body is written: what a reader types for it, and what becomes of that. */
export type BodyKind =
  /** JSON, sent to the letter. */
  | 'json'
  /** One JSON value a line, sent to the letter. */
  | 'lines'
  | 'xml'
  | 'text'
  /** A JSON object, whose members become the fields of a form. */
  | 'form'
  /** A JSON object or list, whose members become parts, and files. */
  | 'multipart'
  /** A file. */
  | 'binary';

const KINDS: readonly (readonly [BodyKind, RegExp])[] = [
  ['form', /^application\/x-www-form-urlencoded$/],
  ['multipart', /^multipart\//],
  ['text', /^text\/|^application\/(?:yaml|.+\+yaml|x-yaml|javascript|ecmascript|graphql|sql|toml|csv|jwt|jose)$/],
  ['binary', /^(?:image|audio|video|font)\/|^application\/(?:octet-stream|pdf|zip|gzip|x-gzip|x-tar|wasm)$/],
];

/**
 * @param mediaType - as it is sent
 * @param schema - tells text from bytes where the media type doesn't
 */
export function bodyKind(mediaType: string, schema: Schema | undefined, schemas: Schemas): BodyKind {
  const [essence = ''] = mediaType.toLowerCase().split(';');
  // Some end as JSON does: `application/stream+json`.
  if (isSequential({ name: mediaType }) && essence.trim() !== 'text/event-stream') return 'lines';
  if (isJsonType(mediaType)) return 'json';
  if (isXmlType(mediaType)) return 'xml';
  const known = KINDS.find(([, pattern]) => pattern.test(essence.trim()))?.[0];
  if (known && known !== 'text') return known;
  if (schema !== undefined && isFile(schema, schemas)) return 'binary';
  if (known) return known;
  const type = schema === undefined ? undefined : partsType(everyPart(schemas, schema));
  if (type === undefined) return 'binary';
  return type === 'object' || type === 'array' ? 'json' : 'text';
}

/** The kind of a body that the description has. */
export function kindOfMedia(media: MediaType, schemas: Schemas): BodyKind {
  return bodyKind(sentMediaType(media.name), media.schema ?? media.itemSchema, schemas);
}

/**
 * Whether a value is bytes: `format: binary` of OpenAPI 3.0, a `contentMediaType` that isn't text, or nothing said at
 * all. A string that isn't encoded and holds no text is what 3.1 writes for a file in a form.
 *
 * @see OpenAPI 3.2, "Working with Binary Data"
 */
export function isFile(schema: Schema, schemas: Schemas): boolean {
  const parts = everyPart(schemas, schema);
  if (parts.some(({ format }) => format === 'binary' || format === 'file')) return true;
  if (parts.some((part) => part.contentEncoding ?? part.enum ?? part.const)) return false;
  const held = parts.find((part) => part.contentMediaType)?.contentMediaType;
  const isOpen = !parts.some((part) => part.types);
  if (held === undefined) return isOpen && partsType(parts) === undefined;
  return isOpen || (partsType(parts) === 'string' && bodyKind(held, undefined, {}) === 'binary');
}
