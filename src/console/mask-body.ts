import type { Api } from '../model/api.ts';
import { type JsonNode, type JsonText, parseJson, quoteJson } from '../model/json-text.ts';
import type { SchemaProperty } from '../model/schema-object.ts';
import { isPassword, isSecretName } from '../model/secret-names.ts';
import { givenExamples } from '../request/given.ts';

/** What stands in the place of a secret. */
export type Mark = (name: string) => string;

interface Secrets {
  readonly isSecret: (name: string) => boolean;
  /** @param value - as it is written; @returns what stands in its place, nothing where it may stay */
  readonly mark: (name: string, value: string) => string | undefined;
}

/** As missing parts of an address stand in braces. */
export const inBraces: Mark = (name) => `{${name}}`;

/**
 * A body with a mark in the place of each value that goes by the name of a secret. Those of the description's own
 * examples are none.
 *
 * @param api - a slice
 */
export function maskBody(api: Api, text: string, mark: Mark = inBraces): string {
  const isSecret = secretIn(api);
  const given = givenSecrets(api);
  return mask(text, {
    isSecret,
    mark: (name, value) => (given.has(`${name} ${value}`) ? undefined : mark(name)),
  });
}

/** A JSON value with a mark in the place of each text and number within it. */
export function maskWhole(text: JsonText, mark: (value: JsonText) => string): JsonText {
  const node = parseJson(text);
  if (node.kind === 'problem') return text;
  return maskJson(text, node, { isSecret: () => false, mark: (_, value) => mark(value) }, '');
}

function secretIn(api: Api): Secrets['isSecret'] {
  const described = passwordNames(api);
  return (name) => isSecretName(name) || described.has(name);
}

const passwords = new WeakMap<Api, ReadonlySet<string>>();

/** The properties of schemas that a description marks as passwords. */
function passwordNames(api: Api): ReadonlySet<string> {
  const names = passwords.get(api) ?? findPasswords(api);
  passwords.set(api, names);
  return names;
}

function findPasswords(api: Api): Set<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value !== null && typeof value === 'object') {
      if ('properties' in value && Array.isArray(value.properties)) note(value.properties);
      Object.values(value).forEach(visit);
    }
  };
  const note = (properties: readonly SchemaProperty[]): void => {
    for (const { name, schema } of properties) if (isPassword(api.schemas, schema ?? true)) names.add(name);
  };
  visit(api.schemas);
  visit(api.operations[0]?.requestBody);
  return names;
}

const known = new WeakMap<Api, ReadonlySet<string>>();

/** The secrets of the description's own examples: names and values. */
function givenSecrets(api: Api): ReadonlySet<string> {
  const found = known.get(api) ?? findGiven(api);
  known.set(api, found);
  return found;
}

function findGiven(api: Api): Set<string> {
  const found = new Set<string>();
  const [operation] = api.operations;
  const isSecret = secretIn(api);
  for (const { text } of operation ? givenExamples(api, operation) : []) {
    mask(text, {
      isSecret,
      mark: (name, value) => {
        found.add(`${name} ${value}`);
        return undefined;
      },
    });
  }
  return found;
}

function mask(text: string, secrets: Secrets): string {
  const node = parseJson(text);
  if (node.kind !== 'problem') return maskJson(text, node, secrets);
  if (/^\s*</.test(text)) return maskXml(text, secrets);
  if (!text.includes('\n')) return maskPairs(text, secrets);
  // JSON lines; what is no line of JSON is looked at together, since a value may go on in the next line.
  const lines = text.split('\n').map((line) => ({ line, node: parseJson(line) }));
  if (!lines.some(({ node: one }) => one.kind === 'object')) return maskPairs(text, secrets);
  return lines
    .map(({ line, node: one }) => (one.kind === 'problem' ? maskPairs(line, secrets) : maskJson(line, one, secrets)))
    .join('\n');
}

/** @param name - of the secret that the root is, if it is one */
function maskJson(text: string, root: JsonNode, { isSecret, mark }: Secrets, name?: string): string {
  const found: { readonly start: number; readonly end: number; readonly name: string }[] = [];
  // A list or object that goes by such a name holds nothing else.
  const visit = (node: JsonNode, within?: string): void => {
    if (node.kind === 'array') for (const item of node.items) visit(item, within);
    if (node.kind === 'object') {
      for (const { key, value } of node.entries) visit(value, within ?? (isSecret(key) ? key : undefined));
    }
    const isText = (node.kind === 'string' && node.value !== '') || node.kind === 'number';
    if (isText && within !== undefined) found.push({ start: node.start, end: node.end, name: within });
  };
  visit(root, name);
  let masked = '';
  let at = 0;
  for (const { start, end, name: secret } of found) {
    const value = text.slice(start, end);
    const stand = mark(secret, value);
    masked += text.slice(at, start) + (stand === undefined ? value : quoteJson(stand));
    at = end;
  }
  return masked + text.slice(at);
}

/** A start tag: its name, the name without its prefix, and its attributes. */
const TAG = /<((?:[^\s<>/"'=:!?]+:)?([^\s<>/"'=:!?]+))((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([^\s<>/"'=:]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

/** All that is within an element of such a name, and its attributes of such a name; XML may be half typed. */
function maskXml(text: string, { isSecret, mark }: Secrets): string {
  let masked = '';
  let at = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(text); tag; tag = TAG.exec(text)) {
    const [whole, qualified = '', name = '', attributes = ''] = tag;
    const open = whole.slice(0, whole.length - attributes.length - 1);
    const inside = attributes.replace(ATTRIBUTE, (pair, key: string, between: string, value: string) => {
      const stand = isSecret(key) && value.length > 2 ? mark(key, value) : undefined;
      return stand === undefined ? pair : `${key}${between}${value[0]}${stand}${value[0]}`;
    });
    masked += `${text.slice(at, tag.index)}${open}${inside}>`;
    at = tag.index + whole.length;
    if (attributes.endsWith('/') || !isSecret(name)) continue;
    const close = text.indexOf(`</${qualified}`, at);
    const end = close < 0 ? text.length : close;
    const value = text.slice(at, end);
    masked += (value.trim() === '' ? undefined : mark(name, value)) ?? value;
    at = end;
    TAG.lastIndex = end;
  }
  return masked + text.slice(at);
}

/** A name before its value: a form as it is sent, YAML, JSON that is half typed. */
const NAME = /([\p{L}\p{N}_.-]{2,60})["']?\s*[=:][^\S\n]*/gu;
/** In quotes it ends with them, a list or an object with the text, any other with its line or where a next name may begin. */
const VALUE = /"(?:[^"\\]|\\[\s\S])*"?|'[^']*'?|[[{][\s\S]*|[^\s&"',;][^\n&",;]*/y;

function maskPairs(text: string, { isSecret, mark }: Secrets): string {
  let masked = '';
  let at = 0;
  NAME.lastIndex = 0;
  for (let found = NAME.exec(text); found; found = NAME.exec(text)) {
    const [, name = ''] = found;
    VALUE.lastIndex = NAME.lastIndex;
    const [value = ''] = (isSecret(name) && VALUE.exec(text)) || [];
    const [quote = ''] = /^["']/.exec(value) ?? [];
    const stand = value === quote + quote ? undefined : mark(name, value);
    if (stand === undefined) continue;
    masked += `${text.slice(at, NAME.lastIndex)}${quote}${stand}${quote}`;
    at = NAME.lastIndex + value.length;
    NAME.lastIndex = at;
  }
  return masked + text.slice(at);
}
