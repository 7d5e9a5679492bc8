import type { Api } from '../../model/api.ts';
import { type JsonNode, parseJson, quoteJson } from '../../model/json-text.ts';
import { isSecretName, passwordNames } from './secret-names.ts';

type IsSecret = (name: string) => boolean;

/** A body with `{name}` in the place of each text that goes by the name of a secret. */
export function maskBody(api: Api, text: string): string {
  const passwords = passwordNames(api);
  const isSecret: IsSecret = (name) => isSecretName(name) || passwords.has(name);
  const node = parseJson(text);
  if (node.kind !== 'problem') return maskJson(text, node, isSecret);
  if (/^\s*</.test(text)) return maskXml(text, isSecret);
  if (!text.includes('\n')) return maskPairs(text, isSecret);
  // JSON lines; what is no line of JSON is looked at together, since a value may go on in the next line.
  const lines = text.split('\n').map((line) => ({ line, node: parseJson(line) }));
  if (!lines.some(({ node: one }) => one.kind === 'object')) return maskPairs(text, isSecret);
  return lines
    .map(({ line, node: one }) => (one.kind === 'problem' ? maskPairs(line, isSecret) : maskJson(line, one, isSecret)))
    .join('\n');
}

function maskJson(text: string, root: JsonNode, isSecret: IsSecret): string {
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
  visit(root);
  let masked = '';
  let at = 0;
  for (const { start, end, name } of found) {
    masked += text.slice(at, start) + quoteJson(`{${name}}`);
    at = end;
  }
  return masked + text.slice(at);
}

/** A start tag: its name, the name without its prefix, and its attributes. */
const TAG = /<((?:[^\s<>/"'=:!?]+:)?([^\s<>/"'=:!?]+))((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([^\s<>/"'=:]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

/** All that is within an element of such a name, and its attributes of such a name; XML may be half typed. */
function maskXml(text: string, isSecret: IsSecret): string {
  let masked = '';
  let at = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(text); tag; tag = TAG.exec(text)) {
    const [whole, qualified = '', name = '', attributes = ''] = tag;
    const open = whole.slice(0, whole.length - attributes.length - 1);
    const inside = attributes.replace(ATTRIBUTE, (pair, key: string, between: string, value: string) =>
      isSecret(key) && value.length > 2 ? `${key}${between}${value[0]}{${key}}${value[0]}` : pair,
    );
    masked += `${text.slice(at, tag.index)}${open}${inside}>`;
    at = tag.index + whole.length;
    if (attributes.endsWith('/') || !isSecret(name)) continue;
    const close = text.indexOf(`</${qualified}`, at);
    const end = close < 0 ? text.length : close;
    if (text.slice(at, end).trim() !== '') masked += `{${name}}`;
    else masked += text.slice(at, end);
    at = end;
    TAG.lastIndex = end;
  }
  return masked + text.slice(at);
}

/** A name before its value: a form as it is sent, YAML, JSON that is half typed. */
const NAME = /([\p{L}\p{N}_.-]{2,60})["']?\s*[=:][^\S\n]*/gu;
/** In quotes it ends with them, a list or an object with the text, any other with its line or where a next name may begin. */
const VALUE = /"(?:[^"\\]|\\[\s\S])*"?|'[^']*'?|[[{][\s\S]*|[^\s&"',;][^\n&",;]*/y;

function maskPairs(text: string, isSecret: IsSecret): string {
  let masked = '';
  let at = 0;
  NAME.lastIndex = 0;
  for (let found = NAME.exec(text); found; found = NAME.exec(text)) {
    const [, name = ''] = found;
    VALUE.lastIndex = NAME.lastIndex;
    const [value = ''] = (isSecret(name) && VALUE.exec(text)) || [];
    const [quote = ''] = /^["']/.exec(value) ?? [];
    if (value === quote + quote) continue;
    masked += `${text.slice(at, NAME.lastIndex)}${quote}{${name}}${quote}`;
    at = NAME.lastIndex + value.length;
    NAME.lastIndex = at;
  }
  return masked + text.slice(at);
}
