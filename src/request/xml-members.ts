import { type JsonNode, type JsonText, parseJson, printJson, quoteJson } from '../model/json-text.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Schemas } from '../model/schema-object.ts';
import { itemSchema, propertySchema } from '../schema/schema-parts.ts';
import { isXmlType } from './media-type-name.ts';
import { writeXml } from './xml.ts';

/**
 * The value of a multipart body with XML text in the place of each object or list that its encoding wants as XML:
 * from then on it is text, which a reader can edit as it is sent.
 */
export function withXmlMembers(schemas: Schemas, media: MediaType, value: JsonText): JsonText {
  const node = parseJson(value);
  const isXml = (name: string): boolean => {
    const [first = ''] = media.encoding?.find((one) => one.name === name)?.contentType?.split(',') ?? [];
    return isXmlType(first.trim());
  };
  if (node.kind !== 'object' || !node.entries.some(({ key }) => isXml(key))) return value;
  const written = (key: string, member: JsonNode): JsonText => {
    if (!isXml(key)) return printJson(member);
    const schema = propertySchema(schemas, media.schema ?? true, key);
    if (member.kind !== 'array') return xmlText(member, (one) => writeXml(schemas, schema, one));
    const each = itemSchema(schemas, schema);
    return `[${member.items.map((item) => xmlText(item, (one) => writeXml(schemas, each, one))).join(',')}]`;
  };
  return `{${node.entries.map(({ key, value: member }) => `${quoteJson(key)}:${written(key, member)}`).join(',')}}`;
}

function xmlText(node: JsonNode, write: (value: JsonText) => string): JsonText {
  return node.kind === 'object' || node.kind === 'array' ? quoteJson(write(printJson(node))) : printJson(node);
}
