import type { Api } from '../model/api.ts';
import { formatJson, type JsonNode, type JsonText, parseJson, printJson, quoteJson } from '../model/json-text.ts';
import type { Example, MediaType } from '../model/media-type.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter } from '../model/parameter.ts';
import type { Schemas } from '../model/schema-object.ts';
import { defaultFile, fileFields } from './file-fields.ts';
import { kindOfMedia } from './media-kind.ts';
import { sentMediaType } from './media-type-name.ts';
import type { BodyValue, FileValue, RequestValues } from './values.ts';

/** A body to start from. */
export interface RequestExample extends BodyValue {
  /**
   * As the author named it; `default` for a lone example and for one built from the schema. Where another media
   * type has an example of that name, its own media type follows in brackets.
   */
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
}

/** The bodies that an operation's examples give, in the order of the description; the first is the default. */
export function givenExamples(api: Api, operation: Operation): RequestExample[] {
  const all = (operation.requestBody?.content ?? []).flatMap((type) => bodyExamples(api.schemas, type));
  return all.map((example, at) => {
    const isTaken = all.slice(0, at).some(({ name }) => name === example.name);
    return isTaken ? { ...example, name: `${example.name} (${example.mediaType})` } : example;
  });
}

/** The bodies that the examples of one media type give. */
export function bodyExamples(schemas: Schemas, type: MediaType): RequestExample[] {
  return type.examples.flatMap((example) => writtenExample(schemas, type, example) ?? []);
}

function writtenExample(schemas: Schemas, type: MediaType, example: Example): RequestExample | undefined {
  const { text, value } = example;
  const body = (text === undefined ? undefined : textBody(schemas, type, text)) ?? valueBody(schemas, type, value);
  if (!body) return undefined;
  const { name, summary, description } = example;
  return {
    name,
    ...(summary ? { summary } : {}),
    ...(description ? { description } : {}),
    mediaType: sentMediaType(type.name),
    ...body,
  };
}

type Written = Omit<BodyValue, 'mediaType'>;

/** An example that is written as it goes over the wire. The parts of a multipart body can't be read out of it. */
function textBody(schemas: Schemas, type: MediaType, text: string): Written | undefined {
  const kind = kindOfMedia(type, schemas);
  return kind === 'multipart' ? undefined : { text };
}

function valueBody(schemas: Schemas, type: MediaType, value: JsonText | undefined): Written | undefined {
  const node = value === undefined ? undefined : parseJson(value);
  if (value === undefined || !node || node.kind === 'problem') return undefined;
  const ownText = node.kind === 'string' ? { text: node.value } : undefined;
  switch (kindOfMedia(type, schemas)) {
    case 'json':
      return { text: formatJson(value) };
    case 'lines':
      return ownText ?? { text: linesOf(type, node) };
    case 'xml':
      // `fillExamples` has written anything else as text.
      return ownText;
    case 'text':
      return ownText ?? { text: printJson(node) };
    case 'form':
      return ownText ?? (node.kind === 'object' ? { text: formatJson(value) } : undefined);
    case 'multipart':
      return node.kind === 'object' || node.kind === 'array' ? multipartBody(schemas, type, node) : undefined;
    case 'binary':
      return { text: '', files: [defaultFile(schemas, type, ownText?.text)] };
  }
}

function linesOf(type: MediaType, node: JsonNode): string {
  const isList = node.kind === 'array' && !(type.schema === undefined && type.itemSchema === undefined);
  return writeLines(type.name, isList ? node.items : [node]);
}

/** A line for each value. @see RFC 7464 for `json-seq`, whose records begin with RS */
export function writeLines(mediaType: string, items: readonly JsonNode[]): string {
  const start = /json-?seq/i.test(mediaType) ? '\u001e' : '';
  return items.map((item) => `${start}${printJson(item)}\n`).join('');
}

/** Bytes have no place in JSON: a file takes their place, named as the example's text where that is a file's name. */
function multipartBody(schemas: Schemas, type: MediaType, node: JsonNode & { kind: 'object' | 'array' }): Written {
  const fields = fileFields(schemas, type);
  if (node.kind === 'array') {
    const files = node.items.flatMap((item, index): FileValue[] => {
      const field = fields.find(({ at }) => at === String(index)) ?? fields.find(({ at }) => at === '');
      return field ? [{ ...field.file(nameIn(item)), at: String(index) }] : [];
    });
    const isFile = (index: number): boolean => files.some(({ at }) => at === String(index));
    const items = node.items.map((item, index) => (isFile(index) ? 'null' : printJson(item)));
    return { text: formatJson(`[${items.join(',')}]`), ...(files.length > 0 ? { files } : {}) };
  }
  const kept = node.entries.filter(({ key }) => !fields.some(({ at }) => at === key));
  const files = node.entries.flatMap(({ key, value }): FileValue[] => {
    const field = fields.find(({ at }) => at === key);
    if (!field || value.kind === 'null') return [];
    const items = value.kind === 'array' ? value.items : [value];
    return items.map((item, index) => field.file(nameIn(item), items.length > 1 ? index + 1 : undefined));
  });
  const text = `{${kept.map(({ key, value }) => `${quoteJson(key)}:${printJson(value)}`).join(',')}}`;
  return { text: formatJson(text), ...(files.length > 0 ? { files } : {}) };
}

function nameIn(node: JsonNode): string | undefined {
  return node.kind === 'string' ? node.value : undefined;
}

/**
 * What a form starts with, as far as examples give it: the first server and security alternative, the body of
 * the example, and a value for each required parameter. Optional parameters are left out: their defaults are
 * shown, not sent. So is an optional body of GET or HEAD with nothing in it.
 *
 * @param exampleName - picks the body and those parameters' examples that have this name; the first otherwise
 */
export function givenValues(api: Api, operation: Operation, exampleName?: string): RequestValues {
  const bodies = givenExamples(api, operation);
  const [first] = bodies;
  const usual = first && !isIdle(operation, first) ? first : undefined;
  const body = bodies.find((example) => example.name === exampleName) ?? usual;
  return {
    server: 0,
    serverVariables: [],
    parameters: operation.parameters
      .filter((parameter) => parameter.required)
      .flatMap((parameter) => {
        const value = ownExample(parameter, exampleName);
        return value === undefined ? [] : { in: parameter.in, name: parameter.name, value };
      }),
    ...(body ? { body: bodyOf(body) } : {}),
    security: operation.security.length > 0 ? 0 : -1,
  };
}

/**
 * Whether a body is one that nobody would send: optional, empty, and with a method that gives it no meaning and that
 * browsers send none with (RFC 9110, section 9.3.1). Descriptions made by programs have them with every GET.
 */
function isIdle({ method, requestBody }: Operation, { text, files = [] }: RequestExample): boolean {
  return (
    /^(?:GET|HEAD)$/.test(method) && !requestBody?.required && files.length === 0 && /^\s*\{?\s*\}?\s*$/.test(text)
  );
}

/** The body alone, without what the example is called. */
export function bodyOf({ mediaType, text, files }: BodyValue): BodyValue {
  return { mediaType, text, ...(files ? { files } : {}) };
}

/** The value of a parameter's own example. */
export function ownExample(parameter: Parameter, exampleName?: string): JsonText | undefined {
  const examples = [...parameter.examples, ...(parameter.content?.examples ?? [])];
  const values = examples.filter((example) => example.value !== undefined);
  return (values.find(({ name }) => name === exampleName) ?? values[0])?.value;
}
