import { formatJson, type JsonNode, type JsonText, parseJson, printJson, quoteJson } from '../model/json-text.ts';
import type { RequestValues } from './values.ts';

/** Samples repeat a body in each language, so a longer one is shortened in them. In characters. */
export const LONGEST_IN_SAMPLE = 4_000;

/** How much is left of lists, texts, objects and what lies deep inside. */
interface Cut {
  readonly items: number;
  readonly characters: number;
  readonly entries: number;
  readonly depth: number;
}

/** Each takes more away; the first that makes a body short enough is taken. */
const CUTS: readonly Cut[] = [
  { items: 3, characters: 400, entries: Infinity, depth: Infinity },
  { items: 1, characters: 100, entries: Infinity, depth: Infinity },
  { items: 1, characters: 60, entries: 40, depth: 6 },
  { items: 1, characters: 40, entries: 12, depth: 3 },
];

/** The values with a body short enough for samples: still JSON of the same form, with less in it. */
export function withShortBody(values: RequestValues): RequestValues {
  const { body } = values;
  if (!body || body.text.length <= LONGEST_IN_SAMPLE) return values;
  return { ...values, body: { ...body, text: shortBody(body.text) } };
}

export function shortBody(text: string): string {
  const node = parseJson(text);
  if (node.kind === 'problem') return cutText(text, LONGEST_IN_SAMPLE / 2);
  let short = text;
  for (const cut of CUTS) {
    short = formatJson(shorten(node, cut, 0));
    if (short.length <= LONGEST_IN_SAMPLE) break;
  }
  return short;
}

function shorten(node: JsonNode, cut: Cut, depth: number): JsonText {
  switch (node.kind) {
    case 'object': {
      const entries = depth < cut.depth ? node.entries.slice(0, cut.entries) : [];
      return `{${entries.map(({ key, value }) => `${quoteJson(key)}:${shorten(value, cut, depth + 1)}`).join(',')}}`;
    }
    case 'array': {
      const items = depth < cut.depth ? node.items.slice(0, cut.items) : [];
      return `[${items.map((item) => shorten(item, cut, depth + 1)).join(',')}]`;
    }
    case 'string':
      return quoteJson(cutText(node.value, cut.characters));
    default:
      return printJson(node);
  }
}

function cutText(text: string, length: number): string {
  return text.length <= length ? text : `${[...text.slice(0, length)].slice(0, -1).join('')}…`;
}
