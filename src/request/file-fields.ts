import type { Encoding, MediaType } from '../model/media-type.ts';
import type { Schema, Schemas } from '../model/schema-object.ts';
import { everyPart, itemSchema, partsType } from '../schema/schema-parts.ts';
import { isFile } from './media-kind.ts';
import { sentMediaType } from './media-type-name.ts';
import type { FileValue } from './values.ts';

/** A member of a multipart body that is a file. */
export interface FileField {
  /** The property's name, or the index of a part without one; empty for every item of a list of parts. */
  readonly at: string;
  /** Several files may have this name. */
  readonly isList: boolean;
  /** What kinds a reader may pick, as `accept` of a file input has them; empty for any. */
  readonly accept: string;
  readonly description?: string;
  /**
   * The file that stands for it in an example.
   *
   * @param text - what the example has there: taken for the name where it looks like one
   * @param number - tells several apart
   */
  file(text?: string, number?: number): FileValue;
}

/** The members of a multipart body that are files, in the order of the schema. */
export function fileFields(schemas: Schemas, media: MediaType): FileField[] {
  const parts = media.schema === undefined ? [] : everyPart(schemas, media.schema);
  const named = parts.flatMap((part) => part.properties ?? []);
  const seen = new Set<string>();
  const fields: FileField[] = [];
  const add = (at: string, schema: Schema, encoding: Encoding | undefined, isList: boolean): void => {
    if (!seen.has(at)) fields.push(fileField(schemas, at, schema, encoding, isList));
    seen.add(at);
  };
  for (const { name, schema } of named) {
    const each = listItem(schemas, schema);
    const encoding = media.encoding?.find((one) => one.name === name);
    if (TEXTUAL.test(encoding?.contentType ?? '')) continue;
    if (each !== undefined ? isFile(each, schemas) : isFile(schema, schemas)) {
      add(name, each ?? schema, encoding, each !== undefined);
    }
  }
  if (named.length > 0) return fields;
  for (const [index, schema] of parts.flatMap((part) => part.prefixItems ?? []).entries()) {
    if (isFile(schema, schemas)) add(String(index), schema, media.prefixEncoding?.[index] ?? media.itemEncoding, false);
  }
  const each = media.itemSchema ?? parts.flatMap((part) => part.items ?? [])[0];
  if (each !== undefined && isFile(each, schemas)) add('', each, media.itemEncoding, false);
  return fields;
}

/** The file that is a whole body. */
export function defaultFile(schemas: Schemas, media: MediaType, text?: string): FileValue {
  const type = sentMediaType(media.name);
  const [essence = ''] = type.split(';');
  const schema = media.schema ?? true;
  return { ...fileField(schemas, '', schema, { contentType: essence, headers: [] }, false).file(text) };
}

function fileField(
  schemas: Schemas,
  at: string,
  schema: Schema,
  encoding: Encoding | undefined,
  isList: boolean,
): FileField {
  const parts = everyPart(schemas, schema);
  const described = parts.find((part) => part.contentMediaType)?.contentMediaType;
  const types = (encoding?.contentType ?? described ?? '').split(',').map((type) => type.trim().toLowerCase());
  const [first = ''] = types;
  const ending = ENDINGS.get(sentMediaType(first).split(';')[0] ?? '') ?? 'bin';
  const description = parts.find((part) => part.description)?.description;
  return {
    at,
    isList,
    accept: first === '' || first === 'application/octet-stream' ? '' : types.join(','),
    ...(description === undefined ? {} : { description }),
    file(text, number) {
      const name = (text && fileName(text)) || `${plainName(at)}${number ?? ''}.${ending}`;
      const guess = TYPES.get(name.split('.').at(-1)?.toLowerCase() ?? '');
      const fits = types.some(
        (type) => type === guess || (type.endsWith('/*') && guess?.startsWith(type.slice(0, -1))),
      );
      // Of several types, the name's ending tells which is meant.
      return { at, name, ...(encoding?.contentType && guess && fits ? { contentType: guess } : {}) };
    },
  };
}

/** One type that is text: whatever the schema leaves open, no file is meant. */
const TEXTUAL = /^(?:text\/(?:plain|html|xml)|application\/(?:[^,/]+\+)?(?:json|xml))\s*(?:;[^,]*)?$/i;

function listItem(schemas: Schemas, schema: Schema): Schema | undefined {
  return partsType(everyPart(schemas, schema)) === 'array' ? itemSchema(schemas, schema) : undefined;
}

const NAMES: readonly (readonly [ending: string, type: string])[] = [
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['svg', 'image/svg+xml'],
  ['pdf', 'application/pdf'],
  ['zip', 'application/zip'],
  ['gz', 'application/gzip'],
  ['mp3', 'audio/mpeg'],
  ['wav', 'audio/wav'],
  ['mp4', 'video/mp4'],
  ['csv', 'text/csv'],
  ['txt', 'text/plain'],
  ['html', 'text/html'],
  ['xml', 'application/xml'],
  ['json', 'application/json'],
  ['yaml', 'application/yaml'],
];
const TYPES: ReadonlyMap<string, string> = new Map(NAMES);
const ENDINGS: ReadonlyMap<string, string> = new Map(NAMES.map(([ending, type]) => [type, ending] as const).reverse());

/** A text of the description that is a plain file name: no path, nothing hidden, nothing that looks like an option. */
function fileName(text: string): string | undefined {
  const [name = ''] = text.split(/[/\\]/).slice(-1);
  return /^[\p{L}\p{N}_][\p{L}\p{N}_ -]{0,60}(?:\.[\p{L}\p{N}_-]{1,20}){0,3}\.[A-Za-z\d]{1,8}$/u.test(name)
    ? name
    : undefined;
}

function plainName(at: string): string {
  const plain = at
    .replace(/[^A-Za-z\d_-]+/g, '-')
    .replace(/^[-\d]+|-+$/g, '')
    .slice(0, 60);
  return plain === '' ? 'file' : plain;
}
