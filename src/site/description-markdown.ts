import { type Block, code, fenced, inline, join, link, startOfLine, table } from '../views/markdown/encode.ts';
import { ALERT_MARK, renderMarkdown, safeUrl } from './render-markdown.ts';

interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
}

const TOKEN = /<(\/?)([a-z][a-z\d]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;
const VOID = new Set(['br', 'hr', 'wbr']);
const ENTITIES = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
]);
const INLINE = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'br', 'cite', 'code', 'del', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'u', 'var', 'wbr', 'ruby', 'rt', 'rp'],
]);
/** Marks that stay in words: ten to the sixth is no hundred and six. */
const MARKED = new Set(['sub', 'sup']);

const written = new Map<string, readonly Block[]>();
/** Longer texts stand in one place as a rule, and are written once for it. */
const LONGEST_KEPT = 2000;

/**
 * The Markdown of a description as its page shows it: parsed, cleaned and written again, so that nothing of it ends
 * a cell, a list or a block of code around it.
 *
 * @param isInner - it stands inside a list, where headings are bold lines
 */
export function descriptionBlocks(text: string, isInner = false): readonly Block[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  const key = `${isInner ? 'inner' : 'outer'}:${trimmed}`;
  const known = written.get(key);
  if (known) return known;
  // The page leaves links to ids of the same text; nothing has an id here.
  const blocks = apart(blocksOf(parseClean(renderMarkdown(text)).children, isInner));
  if (trimmed.length <= LONGEST_KEPT) written.set(key, blocks);
  return blocks;
}

/** Reads what `renderMarkdown` gives: every tag is whole and every attribute quoted. */
function parseClean(html: string): Element {
  const root: Element = { tag: '', attributes: new Map(), children: [] };
  const open = [root];
  for (const [whole, end, tag, attributes = ''] of html.matchAll(TOKEN)) {
    const around = open.at(-1) ?? root;
    if (tag === undefined) around.children.push(decoded(whole));
    else if (end) {
      const at = open.findLastIndex((one) => one.tag === tag);
      if (at > 0) open.length = at;
    } else {
      const found = [...attributes.matchAll(ATTRIBUTE)].map(
        ([, name = '', value = '']) => [name, decoded(value)] as const,
      );
      const element: Element = { tag, attributes: new Map(found), children: [] };
      around.children.push(element);
      if (!VOID.has(tag)) open.push(element);
    }
  }
  return root;
}

function decoded(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES.get(entity) ?? entity);
}

/** Running text that no element holds is a paragraph of its own. */
function blocksOf(children: Element['children'], isInner: boolean): Block[] {
  const blocks: Block[] = [];
  let run: Element['children'] = [];
  const end = (): void => {
    blocks.push(...paragraph(run));
    run = [];
  };
  for (const child of children) {
    if (typeof child === 'string' || INLINE.has(child.tag)) run.push(child);
    else {
      end();
      blocks.push(...block(child, isInner));
    }
  }
  end();
  return blocks;
}

/** Paragraphs of one text have a blank line between them. */
function apart(blocks: readonly Block[]): readonly Block[] {
  if (blocks.filter(({ isLine }) => isLine).length < 2) return blocks;
  return blocks.map(({ text }) => ({ text }));
}

function paragraph(children: Element['children']): Block[] {
  const lines = words(children)
    .split('\n')
    .map((one) => startOfLine(one.trim()))
    .filter((one) => one !== '');
  if (lines.length === 0) return [];
  const text = lines.join('  \n');
  return [lines.length === 1 ? { text, isLine: true } : { text }];
}

function block({ tag, attributes, children }: Element, isInner: boolean): Block[] {
  if (/^h[1-6]$/.test(tag)) {
    const title = oneLine(children);
    if (title === '') return [];
    return isInner ? bold(title) : [{ text: `${'#'.repeat(Number(tag[1]))} ${title}` }];
  }
  switch (tag) {
    case 'p':
    case 'figcaption':
    case 'caption':
      return blocksOf(children, isInner);
    case 'pre':
      return [{ text: fenced(plainOf(children)) }];
    case 'hr':
      return [{ text: '---' }];
    case 'ul':
    case 'ol':
      return items(children, tag === 'ol' ? Number(attributes.get('start') ?? 1) : undefined, isInner);
    case 'blockquote':
      return quoted(blocksOf(children, isInner));
    case 'table':
      return tableOf(children);
    case 'dt':
    case 'summary':
      return bold(oneLine(children));
    default: {
      const blocks = blocksOf(children, isInner);
      const alert = attributes.get(ALERT_MARK);
      return alert === undefined ? blocks : alerted(alert, blocks);
    }
  }
}

function bold(title: string): Block[] {
  return title === '' ? [] : [{ text: /^\*\*|\*\*$/.test(title) ? title : `**${title}**` }];
}

function items(children: Element['children'], start: number | undefined, isInner: boolean): Block[] {
  const rows = elements(children)
    .filter(({ tag }) => tag === 'li')
    .map((one, index) => {
      const mark = start === undefined ? '- ' : `${(Number.isSafeInteger(start) && start >= 0 ? start : 1) + index}. `;
      const text = join(apart(blocksOf(one.children, isInner)));
      return mark + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
    });
  // A list that begins with another number can't follow a line at once.
  const isList = start === undefined || start === 1;
  return rows.length > 0 ? [{ text: rows.join('\n'), ...(isList ? { isList } : {}) }] : [];
}

function quoted(blocks: readonly Block[]): Block[] {
  if (blocks.length === 0) return [];
  return [
    {
      text: join(apart(blocks))
        .replace(/^(?=.)/gm, '> ')
        .replace(/^$/gm, '>'),
    },
  ];
}

function alerted(name: string, blocks: readonly Block[]): Block[] {
  const [first, ...others] = apart(blocks);
  // In the paragraph that it begins.
  return quoted([{ text: first ? `[!${name}]\n${first.text}` : `[!${name}]` }, ...others]);
}

function tableOf(children: Element['children']): Block[] {
  const rows = rowsIn(children);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return [];
  const [head = [], ...body] = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  return [table(head, body)];
}

function rowsIn(children: Element['children']): string[][] {
  return elements(children).flatMap((one) =>
    one.tag === 'tr'
      ? [elements(one.children).map((cell) => oneLine(cell.children))]
      : one.tag === 'caption'
        ? []
        : rowsIn(one.children),
  );
}

function elements(children: Element['children']): Element[] {
  return children.filter((child) => typeof child !== 'string');
}

function oneLine(children: Element['children']): string {
  return words(children).replace(/\s+/g, ' ').trim();
}

/** Running text; a line break is a newline. Blocks inside, as of a table's cell, stand one after another. */
function words(children: Element['children']): string {
  let text = '';
  for (const child of children) {
    const piece = typeof child === 'string' ? inline(child) : marked(child);
    // Neither makes an image of a link nor a link of two pieces of text.
    const meets = (text.endsWith('!') && piece.startsWith('[')) || (text.endsWith(']') && /^[([:]/.test(piece));
    text = meets ? `${text.slice(0, -1)}\\${text.slice(-1)}${piece}` : text + piece;
  }
  return text;
}

function marked({ tag, attributes, children }: Element): string {
  const inner = words(children);
  switch (tag) {
    case 'br':
      return '\n';
    case 'wbr':
      return '';
    case 'code':
    case 'kbd':
    case 'samp':
      return code(plainOf(children));
    case 'a': {
      const href = attributes.get('href');
      // An address that is its own text is a link wherever Markdown is read.
      if (href === safeUrl(plainOf(children))) return inner;
      return href && !href.startsWith('#') && inner.trim() ? link(inner.replace(/\s+/g, ' ').trim(), href) : inner;
    }
    case 'strong':
    case 'b':
      return emphasized(inner, '**');
    case 'em':
    case 'i':
      return emphasized(inner, '*');
    case 'del':
    case 's':
      return emphasized(inner, '~~');
    default:
      if (MARKED.has(tag)) return `<${tag}>${inner}</${tag}>`;
      return INLINE.has(tag) ? inner : ` ${inner} `;
  }
}

/** White space stays outside the marks, which would else be none. */
function emphasized(text: string, mark: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return inner === '' || inner.includes('\n') ? text : `${before}${mark}${inner}${mark}${after}`;
}

function plainOf(children: Element['children']): string {
  return children
    .map((child) => (typeof child === 'string' ? child : child.tag === 'br' ? '\n' : plainOf(child.children)))
    .join('');
}
