import { compactJson, type JsonNode, type JsonText, jsonEntry, parseJson } from '../model/json-text.ts';
import { plainText } from './shape.ts';

/** The items that a value stands for in a stream: the members of an array; a lone value is the only one. */
export function itemsOf(text: JsonText): JsonText[] {
  const node = parseJson(text);
  return node.kind === 'array' ? node.items.map(({ start, end }) => text.slice(start, end)) : [text];
}

/**
 * One item as it goes over the wire. An event is an object with `data`, `event`, `id`; any other value is its data.
 *
 * @param mediaType - without parameters, in small letters
 * @see OpenAPI 3.2, "Sequential Media Types"; WHATWG HTML, "Server-sent events"; RFC 7464
 */
export function itemText(mediaType: string, item: JsonText): string {
  const compact = compactJson(item);
  if (mediaType !== 'text/event-stream') return `${mediaType.endsWith('seq') ? '\u001e' : ''}${compact}\n`;
  const node = parseJson(item);
  if (node.kind !== 'object' || !jsonEntry(node, 'data')) return `data: ${compact}\n\n`;
  const lines = node.entries.flatMap(({ key, value }) =>
    fieldText(item, value)
      .split(/\r\n|\r|\n/)
      .map((line) => `${key}: ${line}\n`),
  );
  return `${lines.join('')}\n`;
}

function fieldText(item: JsonText, { start, end }: JsonNode): string {
  return plainText(item.slice(start, end));
}
