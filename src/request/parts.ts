import { type JsonNode, printJson } from '../model/json-text.ts';
import type { Encoding, MediaType } from '../model/media-type.ts';
import type { Header } from '../model/parameter.ts';
import type { Schema, Schemas } from '../model/schema-object.ts';
import { everyPart, itemSchema, propertySchema } from '../schema/schema-parts.ts';
import { fieldText } from './field.ts';
import { isHeaderValue, isToken } from './header-text.ts';
import type { FileReference, Part } from './http-request.ts';
import { isFile } from './media-kind.ts';
import { isJsonType, isXmlType, sentMediaType } from './media-type-name.ts';
import { bodyPieces, chooseBoundary } from './multipart.ts';
import { serializeParameter } from './serialize.ts';
import { isStyled, styledFields } from './styled-fields.ts';
import type { FileValue } from './values.ts';

type Members = Extract<JsonNode, { kind: 'object' | 'array' }>;

/** What says how parts are written: a media type, or the encoding of a part that has parts itself. */
type Rules = Pick<MediaType, 'encoding' | 'prefixEncoding' | 'itemEncoding'>;

/**
 * The parts of a multipart body. A property is a part of that name, a list one for each item; the items of a
 * list on its own are parts without names. Files come last, as some services ask.
 *
 * @param value - the members that are text; a file's member is `null` or left out
 * @returns the names of properties whose style has no form for their value, beside what can be written
 * @see OpenAPI 3.2, "Encoding `multipart` Media Types"; RFC 7578
 */
export function writeParts(
  schemas: Schemas,
  media: MediaType | undefined,
  value: Members,
  files: readonly FileValue[],
): { parts: Part[]; refused: string[] } {
  const rules = media ?? {};
  const schema = media?.schema ?? media?.itemSchema ?? true;
  return value.kind === 'array'
    ? {
        parts: listedParts(schemas, rules, media?.itemSchema ?? itemSchema(schemas, schema), value, files),
        refused: [],
      }
    : namedParts(schemas, rules, schema, value, files);
}

function namedParts(
  schemas: Schemas,
  rules: Rules,
  schema: Schema,
  value: Members & { kind: 'object' },
  files: readonly FileValue[],
): { parts: Part[]; refused: string[] } {
  const refused: string[] = [];
  const parts: Part[] = [];
  for (const { key, value: member } of value.entries) {
    if (member.kind === 'null') continue;
    const encoding = rules.encoding?.find(({ name }) => name === key);
    const property = propertySchema(schemas, schema, key);
    if (isStyled(encoding)) {
      const fields = styledFields(key, printJson(member), encoding);
      if (!fields) refused.push(key);
      parts.push(
        ...(fields ?? []).map(([name, content]) => ({ name, headers: partHeaders(schemas, encoding), content })),
      );
      continue;
    }
    const isList = member.kind === 'array';
    const each = isList ? itemSchema(schemas, property) : property;
    const wantsXml = isXmlType(contentTypes(encoding)[0] ?? '');
    for (const item of isList ? member.items : [member]) {
      // XML is made of objects before (`withXmlMembers`), where its writer is at hand.
      if (wantsXml && (item.kind === 'object' || item.kind === 'array')) refused.push(key);
      else parts.push({ name: key, ...valuePart(schemas, each, encoding, item, key) });
    }
  }
  const named = files.map((file, index) => {
    const encoding = rules.encoding?.find(({ name }) => name === file.at);
    return { name: file.at, ...filePart(schemas, file, encoding, referenceAt(files, index)) };
  });
  return { parts: [...parts, ...named], refused };
}

function listedParts(
  schemas: Schemas,
  rules: Rules,
  each: Schema,
  value: Members & { kind: 'array' },
  files: readonly FileValue[],
): Part[] {
  const encodingAt = (index: number): Encoding | undefined => rules.prefixEncoding?.[index] ?? rules.itemEncoding;
  return value.items.flatMap((item, index): Part[] => {
    const at = files.findIndex((file) => file.at === String(index));
    const file = files[at];
    const part = file
      ? filePart(schemas, file, encodingAt(index), referenceAt(files, at))
      : item.kind === 'null'
        ? undefined
        : valuePart(schemas, each, encodingAt(index), item, 'item');
    if (!part) return [];
    const { filename: _, ...unnamed } = part;
    return [unnamed];
  });
}

/** Several files of one property are told apart by their number. */
function referenceAt(files: readonly FileValue[], index: number): FileReference {
  const { at = '', name = '' } = files[index] ?? {};
  const before = files.slice(0, index).filter((file) => file.at === at).length;
  return { at: `${at}/${before}`, name };
}

function filePart(schemas: Schemas, file: FileValue, encoding: Encoding | undefined, content: FileReference): Part {
  const [named = 'application/octet-stream'] = contentTypes(encoding);
  const contentType = file.contentType ?? sentMediaType(named);
  const filename = file.name.split(/[/\\]/).at(-1) ?? '';
  return { filename, contentType, headers: partHeaders(schemas, encoding), content };
}

/** A value that is written as text; bytes that somebody typed as text are a file without a name of its own. */
function valuePart(
  schemas: Schemas,
  schema: Schema,
  encoding: Encoding | undefined,
  item: JsonNode,
  name: string,
): Omit<Part, 'name'> {
  const [chosen] = contentTypes(encoding).map(sentMediaType);
  const transfer = everyPart(schemas, schema).find((part) => part.contentEncoding)?.contentEncoding;
  const isStructure = item.kind === 'object' || item.kind === 'array';
  const isBytes = item.kind === 'string' && schema !== true && isFile(schema, schemas);
  const usual = isStructure ? 'application/json' : isBytes || transfer ? 'application/octet-stream' : undefined;
  const contentType = chosen ?? usual;
  const headers = partHeaders(schemas, encoding);
  const sends = headers.some((header) => header.name.toLowerCase() === 'content-transfer-encoding');
  return {
    ...(isBytes ? { filename: name } : {}),
    ...withInside(schemas, schema, encoding, item, contentType),
    headers: transfer && !sends ? [...headers, { name: 'Content-Transfer-Encoding', value: transfer }] : headers,
  };
}

/** The text of a part, in the form its content type asks for. */
function withInside(
  schemas: Schemas,
  schema: Schema,
  encoding: Encoding | undefined,
  item: JsonNode,
  contentType: string | undefined,
): { contentType?: string; content: string } {
  if (contentType === undefined) return { content: fieldText(item) };
  const isStructure = item.kind === 'object' || item.kind === 'array';
  if (/^multipart\//i.test(contentType) && isStructure) {
    const media = { name: contentType, schema, examples: [], ...encoding };
    const { parts } = writeParts(schemas, media, item, []);
    const boundary = `${chooseBoundary(parts)}-inside`;
    const inside = bodyPieces({ kind: 'multipart', mediaType: contentType, boundary, parts });
    return { contentType: `${contentType}; boundary=${boundary}`, content: inside.join('') };
  }
  if (isJsonType(contentType)) return { contentType, content: printJson(item) };
  return { contentType, content: fieldText(item) };
}

/** A list may name several; the first is as good as any. */
function contentTypes(encoding: Encoding | undefined): string[] {
  const types = encoding?.contentType?.split(',').map((type) => type.trim()) ?? [];
  return types.filter((type) => type !== '' && isHeaderValue(type));
}

/** The headers that have an example or a fixed value; `Content-Type` is told elsewhere (Encoding Object, `headers`). */
function partHeaders(schemas: Schemas, encoding: Encoding | undefined): Part['headers'] {
  return (encoding?.headers ?? []).flatMap((header) => {
    if (/^content-type$/i.test(header.name) || !isToken(header.name)) return [];
    const value = headerText(schemas, header);
    return value !== undefined && isHeaderValue(value) ? [{ name: header.name, value }] : [];
  });
}

function headerText(schemas: Schemas, header: Header): string | undefined {
  const schema = typeof header.schema === 'object' ? header.schema : undefined;
  const [text] = header.examples.flatMap((example) => example.text ?? []);
  const given =
    header.examples.find((example) => example.value !== undefined)?.value ??
    schema?.examples?.[0] ??
    schema?.const ??
    schema?.default ??
    (header.required ? schema?.enum?.[0] : undefined);
  if (given === undefined) return text;
  const parameter = { ...header, in: 'header', style: 'simple', allowReserved: false, allowEmptyValue: false } as const;
  const written = serializeParameter(schemas, parameter, given);
  return typeof written === 'string' ? written : undefined;
}
