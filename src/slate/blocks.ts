import MarkdownIt from 'markdown-it';

/** One block of a page, in its order. `line` counts from 1 in the body. */
export type Block = { readonly line: number } & (
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly html: string }
  | { readonly kind: 'fence'; readonly language: string; readonly code: string }
  /** A quote, which Slate shows above the code beside it. */
  | { readonly kind: 'annotation'; readonly text: string }
  | { readonly kind: 'aside'; readonly tone: string; readonly text: string }
  /** Text for readers of one language alone. */
  | { readonly kind: 'specific'; readonly language: string; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly text: string }
  | { readonly kind: 'html'; readonly text: string }
  /** A paragraph, a list, a rule: Markdown as it was written. */
  | { readonly kind: 'text'; readonly text: string }
);

const markdown = new MarkdownIt({ html: true });

const ASIDE = /^<aside(?:\s+class=(["']?)([\w -]*)\1)?\s*>([\s\S]*?)<\/aside>/i;
const SPECIFIC = /^<(\w+)\s+class="[^"]*\blang-specific\b[^"]*"\s*>([\s\S]*?)<\/\1>\s*$/i;

/** Cuts the Markdown of a Slate page into blocks. */
export function readBlocks(body: string): Block[] {
  const lines = body.split('\n');
  const tokens = markdown.parse(body, {});
  const blocks: Block[] = [];
  /** What came before this line is in a block. */
  let done = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token?.map || token.level !== 0) continue;
    const [start, blockEnd] = token.map;
    if (start < done) continue;
    const end = token.type === 'html_block' ? endOfAside(lines, start, blockEnd) : blockEnd;
    done = end;
    const line = start + 1;
    const text = lines.slice(start, end).join('\n').trimEnd();
    switch (token.type) {
      case 'heading_open': {
        const inline = tokens[index + 1];
        const html = markdown.renderer.renderInline(inline?.children ?? [], markdown.options, {});
        blocks.push({ kind: 'heading', line, level: Number(token.tag.slice(1)), text: plain(inline?.children), html });
        break;
      }
      case 'fence':
        blocks.push({
          kind: 'fence',
          line,
          language: token.info.trim().split(/\s+/)[0] ?? '',
          code: token.content.replace(/\n$/, ''),
        });
        break;
      case 'code_block':
        blocks.push({ kind: 'fence', line, language: '', code: token.content.replace(/\n+$/, '') });
        break;
      case 'blockquote_open':
        blocks.push({ kind: 'annotation', line, text: text.replace(/^\s*> ?/gm, '').trim() });
        break;
      case 'table_open':
        blocks.push({ kind: 'table', line, rows: rowsOf(tokens, index), text });
        break;
      case 'html_block':
        blocks.push(...htmlBlocks(text, line));
        break;
      default:
        if (token.nesting >= 0) blocks.push({ kind: 'text', line, text });
    }
  }
  return blocks;
}

type Tokens = ReturnType<(typeof markdown)['parse']>;

function plain(children: Tokens[number]['children'] | undefined): string {
  return (children ?? [])
    .flatMap(({ type, content }) =>
      type === 'text' || type === 'code_inline' ? content : type === 'softbreak' ? ' ' : [],
    )
    .join('');
}

/** Cells as they were written; the head is the first row. */
function rowsOf(tokens: Tokens, from: number): string[][] {
  const rows: string[][] = [];
  for (let index = from; tokens[index]?.type !== 'table_close' && index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.type === 'tr_open') rows.push([]);
    if (token?.type === 'inline') rows.at(-1)?.push(token.content);
  }
  return rows;
}

/** HTML ends at an empty line, an aside at its own end, which may come later. */
function endOfAside(lines: readonly string[], start: number, end: number): number {
  if (!/^\s*<aside\b/i.test(lines[start] ?? '')) return end;
  let open = 0;
  for (let at = start; at < lines.length; at += 1) {
    for (const [tag] of (lines[at] ?? '').matchAll(/<aside\b|<\/aside>/gi)) open += tag.startsWith('</') ? -1 : 1;
    if (at + 1 >= end && open <= 0) return at + 1;
  }
  return end;
}

/** Several elements may stand in one block of HTML, and text after them. */
function htmlBlocks(text: string, line: number): Block[] {
  const aside = ASIDE.exec(text.trim());
  if (aside) {
    const [whole, , tone = '', inner = ''] = aside;
    const rest = text.trim().slice(whole.length).trim();
    return [{ kind: 'aside', line, tone, text: inner.trim() }, ...(rest === '' ? [] : htmlBlocks(rest, line))];
  }
  const specific = SPECIFIC.exec(text.trim());
  if (specific) {
    const language = /class="([^"]*)"/
      .exec(text)?.[1]
      ?.split(/\s+/)
      .find((name) => name !== 'lang-specific');
    return [{ kind: 'specific', line, language: language ?? '', text: (specific[2] ?? '').trim() }];
  }
  return [{ kind: 'html', line, text: text.trim() }];
}
