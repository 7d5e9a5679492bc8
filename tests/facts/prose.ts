// The words of a text in Markdown, as a reader who sees it rendered gets them.
import { Parser } from 'htmlparser2';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: true });
/** What browsers don't show as text, or what no page may hold (its content is code or a form's). */
const SILENT = new Set(['script', 'style', 'template', 'svg', 'math', 'iframe', 'object', 'noscript', 'textarea']);
const INLINE = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'em', 'font', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp'],
  ...['small', 'span', 'strong', 'sub', 'sup', 'tt', 'u', 'var', 'wbr', 'rt', 'rp', 'ruby'],
]);

const known = new Map<string, readonly string[]>();

/** The text of each block and each line of code, in order, markup left out; images give their alternative text. */
export function proseBlocks(text: string): readonly string[] {
  let blocks = known.get(text);
  if (!blocks) {
    blocks = blocksOf(markdown.render(text));
    known.set(text, blocks);
  }
  return blocks;
}

function blocksOf(html: string): string[] {
  let written = '';
  let silent = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (SILENT.has(name)) silent += 1;
        if (!INLINE.has(name)) written += '\n';
        if (name === 'img' && attributes.alt) written += attributes.alt;
      },
      ontext: (data) => {
        if (silent === 0) written += data;
      },
      onclosetag: (name) => {
        if (SILENT.has(name)) silent = Math.max(0, silent - 1);
        if (!INLINE.has(name)) written += '\n';
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
