import type { Block } from './blocks.ts';
import { type CurlRequest, readCurl } from './curl.ts';

/** An operation that a Slate page tells of. */
export interface Endpoint {
  readonly method: string;
  readonly url: string;
  /** The heading it stands under, and the page's. */
  readonly title: string;
  readonly group: string;
  /** The text right below the address. */
  readonly description?: string;
  readonly fields: readonly EndpointField[];
  /** Requests to the same address, wherever the page has them. */
  readonly requests: readonly CurlRequest[];
  /** JSON that a server answered, by the words of the note above it. */
  readonly answers: readonly unknown[];
}

export interface EndpointField {
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly type?: string;
  readonly default?: string;
}

const ADDRESS =
  /^\s*(?:`|\*\*)?\s*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(https?:\/\/[^\s`*]+|\/[^\s`*]*)\s*(?:`|\*\*)?\s*$/;

/** The address in a paragraph of nothing else, `POST https://api.example.com/pets`. */
export function addressOf(block: Block): { readonly method: string; readonly url: string } | undefined {
  const text = block.kind === 'text' ? block.text : block.kind === 'fence' ? block.code : undefined;
  const match = text === undefined ? null : ADDRESS.exec(text);
  return match ? { method: match[1] ?? '', url: match[2] ?? '' } : undefined;
}

/** Finds the operations of a page. */
export function findEndpoints(blocks: readonly Block[]): Endpoint[] {
  const requests = blocks.flatMap((block, index) => {
    const request = block.kind === 'fence' ? readCurl(block.code) : undefined;
    return request ? [{ request, index }] : [];
  });
  const endpoints: Endpoint[] = [];
  let group = '';
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading' && block.level === 1) group = block.text;
    const address = addressOf(block);
    if (!address) continue;
    if (endpoints.some((one) => one.method === address.method && one.url === address.url)) continue;
    const section = sectionAround(blocks, index);
    const own = requests.filter(
      ({ request, index: at }) =>
        isSame(request, address) ||
        (at >= section.start && at < section.end && request.method === address.method && !isOther(blocks, request)),
    );
    const answers = [
      ...answersIn(blocks, section.start, section.end),
      ...own.flatMap(({ index: at }) => answersIn(blocks, at, sectionAround(blocks, at).end)),
    ];
    const next = blocks[index + 1];
    endpoints.push({
      ...address,
      title: section.title || `${address.method} ${address.url}`,
      group,
      ...(next?.kind === 'text' && !addressOf(next) ? { description: next.text } : {}),
      fields: fieldsIn(blocks, section.start, section.end),
      requests: own.map(({ request }) => request),
      answers: [...new Map(answers.map((one) => [JSON.stringify(one), one])).values()],
    });
  }
  return endpoints;
}

/** Below which heading a block stands, down to the next one of its level; headings inside, such as "HTTP Request", belong to it. */
function sectionAround(blocks: readonly Block[], at: number): { start: number; end: number; title: string } {
  let start = at;
  let title = '';
  let level = 7;
  for (; start > 0; start -= 1) {
    const block = blocks[start - 1];
    if (block?.kind !== 'heading') continue;
    // What only names the address is not what the operation is called.
    if (block.level > 1 && /^(?:http )?(?:request|endpoint)$/i.test(block.text)) continue;
    title = block.text;
    level = block.level;
    break;
  }
  const end = blocks.findIndex(
    (block, index) => index > at && block.kind === 'heading' && block.level <= Math.max(level, 1),
  );
  return { start, end: end < 0 ? blocks.length : end, title };
}

function isSame({ method, url }: CurlRequest, address: { method: string; url: string }): boolean {
  const bare = (text: string): string => text.replace(/[?#].*$/, '').replace(/\/$/, '');
  const path = (text: string): string => bare(text).replace(/^https?:\/\/[^/]+/, '');
  return method === address.method && (bare(url) === bare(address.url) || path(url) === path(address.url));
}

/** It goes to an address that another section tells of. */
function isOther(blocks: readonly Block[], request: CurlRequest): boolean {
  return blocks.some((block) => {
    const address = addressOf(block);
    return address !== undefined && isSame(request, address);
  });
}

/** JSON that no note says to be sent. */
function answersIn(blocks: readonly Block[], start: number, end: number): unknown[] {
  const found: unknown[] = [];
  let note = '';
  for (const block of blocks.slice(start, end)) {
    if (block.kind === 'annotation') note = block.text;
    if (
      block.kind === 'fence' &&
      /^json/i.test(block.language) &&
      !/request|body|send|请求体|请求参数/i.test(note.replace(/requests? (?:succeed|success)\w*/i, ''))
    ) {
      const value = parseJson(block.code);
      if (value !== undefined) found.push(value);
    }
    if (block.kind !== 'annotation' && block.kind !== 'fence') note = '';
  }
  return found;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tables of parameters, by the heading above each. */
function fieldsIn(blocks: readonly Block[], start: number, end: number): EndpointField[] {
  let place: EndpointField['in'] | undefined;
  return blocks.slice(start, end).flatMap((block): EndpointField[] => {
    if (block.kind === 'heading') place = placeOf(block.text);
    if (block.kind !== 'table') return [];
    const [head = [], ...rows] = block.rows;
    const column = (words: RegExp): number => head.findIndex((cell) => words.test(cell));
    const name = column(/^(?:parameter|name|field|key|property|attribute|header|参数|名称|字段|属性)/i);
    if (name < 0 || column(/^(?:error )?code$|^status/i) >= 0) return [];
    const at = {
      type: column(/type|类型/i),
      default: column(/default|默认/i),
      text: column(/description|meaning|说明|描述|含义/i),
      needed: column(/required|必填|必选/i),
    };
    return rows.flatMap((row): EndpointField[] => {
      const cell = (index: number): string => (row[index] ?? '').trim();
      const bare = /[\w$.[\]-]+/.exec(cell(name).replace(/[`*]/g, ''))?.[0];
      if (bare === undefined) return [];
      const needed = `${cell(at.needed)} ${cell(name)}`;
      const type = typeWord(cell(at.type));
      return [
        {
          in: place ?? 'query',
          name: bare,
          description: cell(at.text),
          required:
            at.needed >= 0 ? /^(?:yes|true|required|是|必)/i.test(cell(at.needed)) : /required|必填/i.test(needed),
          ...(type === undefined ? {} : { type }),
          ...(at.default < 0 || cell(at.default) === '' ? {} : { default: cell(at.default).replace(/`/g, '') }),
        },
      ];
    });
  });
}

function placeOf(heading: string): EndpointField['in'] | undefined {
  if (/url|path|路径/i.test(heading)) return 'path';
  if (/query|查询/i.test(heading)) return 'query';
  if (/header|请求头/i.test(heading)) return 'header';
  if (/body|form|data|payload|请求体/i.test(heading)) return 'body';
  return undefined;
}

function typeWord(text: string): string | undefined {
  const word = /\b(string|integer|int|number|float|boolean|bool|array|object)\b/i.exec(text)?.[1]?.toLowerCase();
  const same: { readonly [name: string]: string } = { int: 'integer', float: 'number', bool: 'boolean' };
  return word === undefined ? undefined : Object.hasOwn(same, word) ? same[word] : word;
}
