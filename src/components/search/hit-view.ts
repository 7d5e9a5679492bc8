import type { SearchMessages } from '../../i18n/en.ts';
import { fill } from '../../i18n/translate.ts';
import { PAGE_KINDS, type PageKind, ROW_KINDS } from '../../search/entries.ts';
import type { RowRecord } from '../../search/format.ts';
import { type MarkedPiece, markWords, nearFirstMark } from '../../search/mark.ts';
import { el } from './elements.ts';
import type { SourceHit } from './sources.ts';

const KNOWN_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The address that a result leads to. */
export function hrefOf({ index, page, row }: SourceHit): string {
  const url = index.manifest.root + page[1];
  return encodeURI(row ? `${url}#` : url) + (row ? encodeURIComponent(row[1]) : '');
}

/** What a result says, its words marked: what it is called, and where it is. */
export function hitContent(hit: SourceHit, words: readonly string[], text: SearchMessages): Node[] {
  const { page, row, more, index, api } = hit;
  const [title, , about, deprecated, method, endpoint] = page;
  const marked = (shown: string): Node[] => nodes(markWords(shown, words));
  const near = (shown: string): Node[] => nodes(nearFirstMark(markWords(shown, words)));
  const apis = index.manifest.apis;
  const origin = apis[api];
  const edition = origin?.edition ? ` ${origin.edition}` : '';
  const from =
    origin && (apis.length > 1 || origin.edition)
      ? el('span', { class: 'search-api', dir: 'auto' }, `${origin.title}${edition}`)
      : undefined;
  if (row) {
    const [name, , kind, said] = row;
    const isCode = ROW_KINDS[kind] !== 'heading';
    const [way, place] = isCode ? placeOf(row, text) : ['', ''];
    const details = [place, title, more > 0 ? fill(text.morePlaces, { count: more }) : ''].filter(Boolean);
    return [
      el(
        'span',
        { class: 'search-name', dir: 'auto' },
        isCode
          ? el('code', {}, way && el('span', { class: 'search-way' }, way), ...marked(name))
          : el('span', {}, ...marked(name)),
        said && el('span', { class: 'search-said', dir: 'auto' }, ...near(said)),
      ),
      el('span', { class: 'search-place' }, el('span', { dir: 'auto' }, details.join(' · ')), from),
    ];
  }
  return [
    el(
      'span',
      { class: 'search-name', dir: 'auto' },
      el('span', {}, ...marked(title)),
      deprecated === 1 && el('span', { class: 'flag flag-deprecated' }, text.deprecated),
      about && el('span', { class: 'search-said', dir: 'auto' }, ...near(about)),
    ),
    el(
      'span',
      { class: 'search-place' },
      method
        ? el('span', {}, badge(method), ' ', el('code', {}, ...marked(endpoint ?? '')))
        : el('span', { dir: 'auto' }, endpoint || kindName(PAGE_KINDS[hit.kind], text)),
      from,
    ),
  ];
}

function kindName(kind: PageKind | undefined, text: SearchMessages): string {
  switch (kind) {
    case 'schema':
      return text.schema;
    case 'scheme':
      return text.scheme;
    case 'group':
      return text.group;
    case 'overview':
      return text.reference;
    default:
      return '';
  }
}

function badge(method: string): Node {
  const kind = KNOWN_METHODS.includes(method) ? method.toLowerCase() : 'other';
  return el('span', { class: `method method-${kind}` }, method);
}

function nodes(pieces: readonly MarkedPiece[]): Node[] {
  return pieces.map(({ text, isMarked }) => (isMarked ? el('mark', {}, text) : document.createTextNode(text)));
}

/** The way to a place inside its body, and what it is a part of, both out of its id. */
function placeOf([name, id]: RowRecord, text: SearchMessages): readonly [way: string, place: string] {
  const [whole = ''] = id.split('=');
  const steps = (id.includes('=') ? whole : id).split('.');
  const root = steps[0] ?? '';
  const inner = steps.slice(1, id.includes('=') ? undefined : -1).filter((step) => step !== 'items');
  const way =
    inner.length === 0 || root === '~' ? '' : id.includes('=') ? `${inner.join('.')} = ` : `${inner.join('.')}.`;
  return [id === `response-${name}` ? '' : way, placeName(root, text)];
}

function placeName(root: string, text: SearchMessages): string {
  const places = new Map([
    ['path', text.placePath],
    ['query', text.placeQuery],
    ['querystring', text.placeQuery],
    ['header', text.placeHeader],
    ['cookie', text.placeCookie],
    ['ignored', text.placeIgnored],
    ['schema', text.placeSchema],
  ]);
  const [, response] = /^response-([^-]+)/.exec(root) ?? [];
  if (response !== undefined) return fill(text.placeResponse, { status: response });
  const [, callback] = /^callback-([^-]+)/.exec(root) ?? [];
  if (callback !== undefined) return fill(text.placeCallback, { name: callback });
  if (/^body(-|$)/.test(root)) return text.placeBody;
  return places.get(root) ?? '';
}
