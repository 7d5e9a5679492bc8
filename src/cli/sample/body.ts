import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Api } from '../../model/api.ts';
import { type JsonNode, parseJson, printJson, quoteJson } from '../../model/json-text.ts';
import type { MediaType } from '../../model/media-type.ts';
import type { Operation } from '../../model/operation.ts';
import type { Schemas } from '../../model/schema-object.ts';
import { mediaOf } from '../../request/body.ts';
import { fileFields } from '../../request/file-fields.ts';
import { writeLines } from '../../request/given.ts';
import { bodyKind } from '../../request/media-kind.ts';
import { isJsonType, sentMediaType } from '../../request/media-type-name.ts';
import type { BodyValue, FileValue } from '../../request/values.ts';
import { writeXml } from '../../request/xml.ts';
import { withXmlMembers } from '../../request/xml-members.ts';
import { UsageError } from '../command.ts';
import { suggest } from '../suggest.ts';

interface GivenBody {
  /** The text, or `@` and the path of a file that holds it. */
  readonly body?: string | undefined;
  readonly contentType?: string | undefined;
  /** What is sent when no body is given. */
  readonly usual: BodyValue | undefined;
  readonly folder: string;
}

/**
 * The body as it was given: JSON and text to the letter, JSON for a form, for XML and for lines as its members,
 * and files for what is bytes.
 */
export function readBody(api: Api, operation: Operation, given: GivenBody): BodyValue | undefined {
  const { body, usual, folder } = given;
  const mediaType = chooseType(operation, given);
  if (body === undefined) return usual;
  const media = mediaOf(operation.requestBody, mediaType);
  const kind = bodyKind(mediaType, media?.schema ?? media?.itemSchema, api.schemas);
  // The sample opens the file itself.
  if (kind === 'binary' && body.startsWith('@'))
    return { mediaType, text: '', files: [{ at: '', name: body.slice(1) }] };
  const text = body.startsWith('@') ? readText(body.slice(1), folder) : body;
  const node = parseJson(text);
  const isStructure = node.kind === 'object' || node.kind === 'array';
  if (kind === 'multipart' && media && isStructure) {
    const members = parseJson(withXmlMembers(api.schemas, media, text));
    if (members.kind === 'object' || members.kind === 'array')
      return { mediaType, ...takeFiles(api.schemas, media, members) };
  }
  if (kind === 'lines' && node.kind === 'array') return { mediaType, text: writeLines(mediaType, node.items) };
  if (kind === 'xml' && isStructure) return { mediaType, text: writeXml(api.schemas, media?.schema ?? true, text) };
  return { mediaType, text };
}

function chooseType(operation: Operation, { contentType, usual }: GivenBody): string {
  const types = (operation.requestBody?.content ?? []).map(({ name }) => sentMediaType(name));
  if (contentType !== undefined) {
    const found = types.find((type) => type.toLowerCase() === contentType.toLowerCase());
    if (found !== undefined) return found;
    throw new UsageError(
      `The operation takes no body of "${visibleText(contentType)}".${suggest(contentType, types, 'types')}`,
    );
  }
  const type = usual?.mediaType ?? types.find(isJsonType) ?? types[0];
  if (type === undefined) throw new UsageError('The operation takes no body; leave out --body.');
  return type;
}

/** In the place of bytes, `@` and a path name a file; any other text is the bytes themselves. */
function takeFiles(
  schemas: Schemas,
  media: MediaType | undefined,
  node: JsonNode & { kind: 'object' | 'array' },
): { text: string; files: FileValue[] } {
  const fields = media ? fileFields(schemas, media) : [];
  const files: FileValue[] = [];
  const take = (at: string, value: JsonNode): boolean => {
    const field = fields.find((one) => one.at === at) ?? fields.find((one) => one.at === '');
    const items = value.kind === 'array' ? value.items : [value];
    const paths = items.map((item) =>
      item.kind === 'string' && item.value.startsWith('@') ? item.value.slice(1) : undefined,
    );
    if (!field || items.length === 0 || !paths.every((path) => path !== undefined)) return false;
    files.push(...paths.map((name) => ({ ...field.file(name), at, name })));
    return true;
  };
  if (node.kind === 'array') {
    const items = node.items.map((item, index) => (take(String(index), item) ? 'null' : printJson(item)));
    return { text: `[${items.join(',')}]`, files };
  }
  const kept = node.entries.filter(({ key, value }) => !take(key, value));
  return { text: `{${kept.map(({ key, value }) => `${quoteJson(key)}:${printJson(value)}`).join(',')}}`, files };
}

function readText(path: string, folder: string): string {
  const shown = visibleText(path);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(folder, path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new UsageError(
      code === 'ENOENT' ? `There is no file ${shown}.` : `The file ${shown} can't be read (${code}).`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`The file ${shown} is no text in UTF-8.`);
  }
}
