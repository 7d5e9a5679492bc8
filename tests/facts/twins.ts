import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import MarkdownIt from 'markdown-it';
import { type HtmlPage, readPage } from './page.ts';
import type { Shown } from './seen.ts';
import { shownBy } from './site.ts';
import { SeenText } from './text.ts';

// A reader of GitHub's kind: what the copy says has to stand there without any HTML of a description's own.
const markdown = new MarkdownIt({ html: false });

/**
 * Opens the Markdown copies of one description's pages on a built site.
 *
 * @param folder - the site
 * @param reference - where the description's pages lie: `/reference/` or `/reference/pets/`
 * @param change - applied to the Markdown before it is read
 */
export function openTwins(folder: string, reference = '/reference/', change = (text: string): string => text): Shown {
  const pages = new Map<string, HtmlPage>();
  const root = join(folder, ...reference.split('/'));
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ file: join(root, name), id: reference + name.split(sep).join('/') }));
  const overview = { file: `${root.replace(/[\\/]$/, '')}.md`, id: `${reference.slice(0, -1)}.md` };
  for (const { file, id } of [overview, ...names])
    pages.set(id, readTwin(change(readFileSync(file, 'utf8')), id, folder));
  return shownBy(pages, (id) => id.slice(reference.length));
}

function readTwin(text: string, id: string, folder: string): HtmlPage {
  const page = readPage(`<main>${marked(markdown.render(text))}</main>`, id);
  const attached = page.links
    .filter((link) => link.endsWith('.txt'))
    .map((link) => new SeenText(readFileSync(join(folder, link), 'utf8')));
  return attached.length > 0 ? { ...page, attached } : page;
}

/** The names of fields are the only code that is bold; the code below the title is the endpoint. */
function marked(html: string): string {
  return html
    .replace(
      /<li>(\s*(?:<p>)?)<strong>(<code>[\s\S]*?<\/code>)<\/strong>/g,
      '<li class="field">$1<b class="field-name">$2</b>',
    )
    .replace(/(<\/h1>\s*<p)(><code>)/, '$1 class="endpoint"$2')
    .replace(/(class="endpoint"><code>[^<]*<\/code>)/, '$1</p><p>');
}
