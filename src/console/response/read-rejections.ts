import { parsePointer, printPointer } from '../../model/json-pointer.ts';
import { type JsonEntry, type JsonNode, jsonEntry, parseJson } from '../../model/json-text.ts';
import type { Operation } from '../../model/operation.ts';
import type { ParameterIn } from '../../model/parameter.ts';
import type { Schemas } from '../../model/schema-object.ts';
import { sentMediaType } from '../../request/media-type-name.ts';
import type { RequestValues } from '../../request/values.ts';
import { mergeSchema } from '../../schema/merge.ts';
import type { Rejection } from '../rejections.ts';

/** What was sent, to find the named fields in. */
export interface SentForm {
  readonly schemas: Schemas;
  readonly operation: Operation;
  readonly values: RequestValues;
}

const MOST = 20;
const DEEPEST = 8;

/** Members that say where the fault is; the earlier, the surer. */
const PLACES = [
  ...['pointer', 'instancePath', 'jsonPointer', 'loc', 'propertyPath', 'path', 'field', 'fieldName', 'param'],
  ...['parameter', 'header', 'property', 'attribute', 'key', 'target', 'name'],
];
const MESSAGES = ['message', 'msg', 'detail', 'reason', 'description', 'issue', 'title', 'error', 'code'];
/** Members that map a field's name to what is wrong with it, as several frameworks write them. */
const BY_NAME = /^(?:errors?|violations|fields?|field_?errors|messages|invalid(?:_?params)?)$/i;

/** What servers call the places of a request. */
const PARTS: ReadonlyMap<string, ParameterIn | 'body'> = new Map([
  ['body', 'body'],
  ['requestBody', 'body'],
  ['query', 'query'],
  ['path', 'path'],
  ['header', 'header'],
  ['headers', 'header'],
  ['cookie', 'cookie'],
  ['cookies', 'cookie'],
]);

/**
 * The fields of a request that the body of an error answer names: by a JSON Pointer (RFC 9457 `errors[].pointer`,
 * JSON:API `source.pointer`), by a path in a list (`loc`) or a text (`messages[0].role`), or by their names as keys.
 * What leads to no field of the operation is left out, so that a text that only looks like a name marks nothing.
 *
 * @param answer - the JSON of the answer
 */
export function readRejections(answer: string, sent: SentForm): Rejection[] {
  const node = parseJson(answer);
  if (node.kind === 'problem') return [];
  const found: Rejection[] = [];
  const add = (path: readonly string[], message: string): void => {
    const field = fieldAt(path, sent);
    const isSaid = (one: Rejection): boolean => message === '' || one.message === message;
    const isKnown = found.some((one) => JSON.stringify(one.field) === JSON.stringify(field) && isSaid(one));
    if (field && !isKnown && found.length < MOST) found.push({ field, message });
  };
  const visit = (value: JsonNode, depth: number): void => {
    if (depth > DEEPEST || found.length >= MOST) return;
    if (value.kind === 'array') for (const item of value.items) visit(item, depth + 1);
    if (value.kind !== 'object') return;
    const message = messageOf(value);
    for (const path of pathsOf(value)) add(path, message);
    for (const entry of value.entries) {
      if (BY_NAME.test(entry.key)) for (const [name, text] of namedMessages(entry)) add(splitPath(name), text);
      // Read with the object that it belongs to.
      if (entry.key !== 'source') visit(entry.value, depth + 1);
    }
  };
  visit(node, 0);
  return found;
}

function messageOf(node: JsonNode): string {
  for (const name of MESSAGES) {
    const value = jsonEntry(node, name);
    if (value?.kind === 'string' && value.value !== '') return value.value;
  }
  return '';
}

/** The place that an object names, of the member that says it best. */
function pathsOf(node: JsonNode): string[][] {
  const source = jsonEntry(node, 'source');
  for (const from of [source, node]) {
    if (from?.kind !== 'object') continue;
    for (const name of PLACES) {
      const value = jsonEntry(from, name);
      if (value?.kind === 'string' && value.value !== '') {
        const path = splitPath(value.value);
        return [from === source && PARTS.has(name) ? [name, ...path] : path];
      }
      if (value?.kind === 'array' && value.items.length > 0) {
        const steps = value.items.map((item) =>
          item.kind === 'string' ? item.value : 'text' in item ? item.text : '',
        );
        // A list of names, each a place of its own, or one path.
        return name === 'loc' || name === 'path' ? [steps] : steps.map(splitPath);
      }
    }
  }
  return [];
}

/** `{"name": ["is taken"], "age": "too low"}` */
function namedMessages({ value }: JsonEntry): [name: string, message: string][] {
  if (value.kind !== 'object') return [];
  return value.entries.flatMap(({ key, value: told }): [string, string][] => {
    if (told.kind === 'string') return [[key, told.value]];
    const first = told.kind === 'array' ? told.items[0] : undefined;
    return first?.kind === 'string' ? [[key, first.value]] : [];
  });
}

/** `#/messages/0/role`, `$.messages[0].role` and `messages.0.role` are the same place. */
function splitPath(text: string): string[] {
  const pointer = /^#?(\/.*)$/s.exec(text)?.[1];
  const tokens = pointer === undefined ? undefined : parsePointer(pointer);
  if (tokens) return tokens.map(decodeStep);
  return text
    .replace(/^\$\.?/, '')
    .replaceAll(/\[["']?([^\]"']*)["']?\]/g, '.$1')
    .split('.')
    .filter((step) => step !== '');
}

/** In a fragment a pointer is percent-encoded (RFC 6901, section 6). */
function decodeStep(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

function fieldAt(path: readonly string[], sent: SentForm): Rejection['field'] | undefined {
  const [first = '', ...rest] = path;
  const part = PARTS.get(first);
  if (part && part !== 'body' && rest.length > 0) return parameterAt(rest, sent, part);
  if (part === 'body') return bodyAt(rest, sent);
  return parameterAt(path, sent) ?? (path.length > 0 ? bodyAt(path, sent) : undefined);
}

function parameterAt(
  [name]: readonly string[],
  { operation }: SentForm,
  place?: ParameterIn,
): Rejection['field'] | undefined {
  const isIt = (one: string): boolean => one === name || one.toLowerCase() === name?.toLowerCase();
  const found = operation.parameters.find((one) => (place === undefined || one.in === place) && isIt(one.name));
  return found && { kind: 'parameter', in: found.in, name: found.name };
}

/** As deep as the body that was sent goes; what it lacks is marked at where it should be. */
function bodyAt(path: readonly string[], { schemas, operation, values }: SentForm): Rejection['field'] | undefined {
  const { body } = values;
  if (!body) return undefined;
  let node: JsonNode | undefined = objectOf(body.text);
  const steps: string[] = [];
  for (const step of path) {
    const next: JsonNode | undefined = node && childOf(node, step);
    if (!next) break;
    node = next;
    steps.push(step);
  }
  if (steps.length === 0 && path.length > 0) {
    const media = operation.requestBody?.content.find(({ name }) => sentMediaType(name) === body.mediaType);
    const { properties = [] } = mergeSchema(schemas, media?.schema ?? true).schema;
    if (!properties.some(({ name }) => name === path[0])) return undefined;
  }
  return { kind: 'body', pointer: printPointer(steps) };
}

function objectOf(text: string): JsonNode | undefined {
  const node = parseJson(text);
  return node.kind === 'problem' ? undefined : node;
}

function childOf(node: JsonNode, step: string): JsonNode | undefined {
  if (node.kind === 'array') return /^\d+$/.test(step) ? node.items[Number(step)] : undefined;
  return jsonEntry(node, step);
}

/** The value that a pointer leads to in a JSON text; nothing where it leads nowhere (any more). */
export function nodeAt(text: string, pointer: string): JsonNode | undefined {
  let node = objectOf(text);
  for (const step of parsePointer(pointer) ?? []) node = node && childOf(node, step);
  return node;
}
