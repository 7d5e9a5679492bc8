import { type JsonNode, type JsonText, parseJson } from '../model/json-text.ts';
import type { Schema, SchemaObject, Schemas, Xml } from '../model/schema-object.ts';
import { everyPart } from '../schema/schema-parts.ts';
import { fieldText } from './field.ts';

const NIL = ' xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** What stands inside an element. */
interface Content {
  readonly attributes: string[];
  /** Elements, each with its lines, and text. */
  readonly children: (readonly string[] | string)[];
}

/**
 * A JSON value as an XML document, as the schema's XML Objects say.
 *
 * Where the standard leaves it open: a root without a name is called as its component, else `root`; a property
 * that refers to a component without a name of its own keeps the property's name; characters that no XML name
 * may have become `_`, those that no XML may have U+FFFD; what isn't one element, as a list without a wrapper, gets
 * a root around it.
 *
 * @returns the document with its declaration, indented by two spaces; the text unchanged when it isn't JSON
 * @see OpenAPI 3.2, "XML Object"
 */
export function writeXml(schemas: Schemas, schema: Schema, value: JsonText): string {
  const node = parseJson(value);
  if (node.kind === 'problem') return value;
  const component = typeof schema === 'object' ? schema.ref?.split('/').at(-1) : undefined;
  const elements = element(schemas, schema, node, component ?? 'root');
  const isDocument = elements.length === 1 && typeof elements[0] !== 'string';
  const root = isDocument ? elements : [tag({}, component ?? 'root', { attributes: [], children: elements })];
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...root.flat()].join('\n');
}

/** The element of a value; for `nodeType: none`, and a list without a wrapper, those of what is in it. */
function element(schemas: Schemas, schema: Schema, node: JsonNode, name: string): (readonly string[] | string)[] {
  const parts = everyPart(schemas, schema);
  const xml = xmlOf(parts);
  if (xml.nodeType === 'text') return [escapeText(fieldText(node))];
  if (xml.nodeType === 'cdata') return [`<![CDATA[${clean(fieldText(node)).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`];
  if (node.kind === 'array') {
    const isWrapped = xml.nodeType === 'element';
    const each = parts.flatMap((part) => part.items ?? [])[0] ?? true;
    const inside = (isWrapped && xml.name) || name;
    const items = node.items.flatMap((item, index) => {
      const first = parts.flatMap((part) => part.prefixItems?.[index] ?? [])[0];
      return element(schemas, first ?? each, item, inside);
    });
    return isWrapped ? [tag(xml, xml.name ?? name, { attributes: [], children: items })] : items;
  }
  const content = contentOf(schemas, parts, node);
  return xml.nodeType === 'none' && node.kind === 'object' ? content.children : [tag(xml, xml.name ?? name, content)];
}

/** What the parts of one schema say together, the nearest first. */
function xmlOf(parts: readonly SchemaObject[]): Xml {
  return Object.assign({}, ...parts.flatMap(({ xml }) => xml ?? []).reverse());
}

function contentOf(schemas: Schemas, parts: readonly SchemaObject[], node: JsonNode): Content {
  if (node.kind === 'null') return { attributes: [NIL], children: [] };
  if (node.kind !== 'object') return { attributes: [], children: [escapeText(fieldText(node))] };
  const content: Content = { attributes: [], children: [] };
  for (const { key, value } of node.entries) {
    const schema = parts.flatMap((part) => part.properties?.find(({ name }) => name === key)?.schema ?? [])[0] ?? true;
    const xml = xmlOf(everyPart(schemas, schema));
    if (xml.nodeType !== 'attribute') content.children.push(...element(schemas, schema, value, key));
    else if (value.kind !== 'null') {
      const text = escapeText(fieldText(value))
        .replaceAll('"', '&quot;')
        .replace(/[\t\n\r]/g, escapeCode);
      content.attributes.push(`${namespace(xml)} ${qualified(xml, xml.name ?? key)}="${text}"`);
    }
  }
  return content;
}

function tag(xml: Xml, name: string, { attributes, children }: Content): readonly string[] {
  const called = qualified(xml, name);
  const open = `<${called}${namespace(xml)}${attributes.join('')}`;
  if (children.every((child) => typeof child === 'string')) {
    const text = children.join('');
    return [text === '' ? `${open}/>` : `${open}>${text}</${called}>`];
  }
  const lines = children.flatMap((child) => (typeof child === 'string' ? [child] : child));
  return [`${open}>`, ...lines.map((line) => `  ${line}`), `</${called}>`];
}

function qualified({ prefix }: Xml, name: string): string {
  return (prefix ? `${xmlName(prefix)}:` : '') + xmlName(name);
}

function namespace({ namespace: uri, prefix }: Xml): string {
  if (!uri) return '';
  return ` xmlns${prefix ? `:${xmlName(prefix)}` : ''}="${escapeText(uri).replaceAll('"', '&quot;')}"`;
}

function xmlName(text: string): string {
  const name = text.replace(/[^\p{L}\p{N}_.\-\u00b7]/gu, '_');
  return /^[\p{L}_]/u.test(name) ? name : `_${name}`;
}

function clean(text: string): string {
  return text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd');
}

function escapeText(text: string): string {
  return clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

function escapeCode(char: string): string {
  return `&#${char.charCodeAt(0)};`;
}
