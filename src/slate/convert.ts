import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { stringify } from 'yaml';
import { slug } from '../views/slugs.ts';
import { guideIds, slateAnchors } from './anchors.ts';
import { type Block, readBlocks } from './blocks.ts';
import { describe } from './describe.ts';
import { addressOf, type Endpoint, findEndpoints } from './endpoints.ts';
import { type Rewriting, toMdx } from './mdx.ts';
import { readSlateSource, type SlateSource, type SourceNote } from './source.ts';

/** A project made of a Slate page. */
export interface Converted {
  /** By their paths below the project. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly notes: readonly SourceNote[];
}

type Heading = Extract<Block, { kind: 'heading' }>;

interface Page {
  /** `index`, or the name of its file. */
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/**
 * Makes guides, a description and a config of a Slate page.
 *
 * @param file - absolute; included files and images are read from its folder alone
 * @throws SlateFault when it is no Slate page
 */
export function convertSlate(file: string): Converted {
  const source = readSlateSource(file);
  const notes: SourceNote[] = [...source.notes];
  const blocks = readBlocks(source.body);
  const endpoints = findEndpoints(blocks);
  const { document, notes: described, ids } = describe(source.title, endpoints);
  notes.push(...described);
  const pages = cutPages(blocks, source.title);
  const anchors = placeAnchors(pages, notes);
  const files = new Map<string, string | Uint8Array>();
  for (const page of pages) {
    const text = writePage(page, { source, file, anchors, endpoints, ids, notes, files, pages });
    files.set(`docs/${page.name}.mdx`, text);
    notes.push({ kind: 'mapped', text: `"${page.title}" is docs/${page.name}.mdx.` });
  }
  if (endpoints.length > 0) files.set('openapi/api.yaml', stringify(document, { lineWidth: 0 }));
  files.set('astro.config.mjs', writeConfig(source, notes));
  return { files, notes: [...new Map(notes.map((note) => [note.text, note])).values()] };
}

/** A page for each heading of the first level; what comes before them all, or the first of them, is the home page. */
function cutPages(blocks: readonly Block[], title: string): Page[] {
  const starts = blocks.flatMap((block, index) => (block.kind === 'heading' && block.level === 1 ? [index] : []));
  const [first = blocks.length] = starts;
  const before = blocks.slice(0, first);
  const sections = starts.map((start, index) => ({
    title: (blocks[start] as Heading).text,
    blocks: blocks.slice(start, starts[index + 1] ?? blocks.length),
  }));
  const home = before.length > 0 || sections.length === 0 ? { title, blocks: before } : undefined;
  const taken = new Set<string>();
  return [...(home ? [home] : []), ...sections].map((page, index) => {
    const plain = index === 0 ? 'index' : slug(page.title);
    const isReserved = index > 0 && /^(?:index|reference|404|en|zh-cn)$/.test(plain);
    let name = isReserved ? `${plain}-guide` : plain;
    for (let count = 2; taken.has(name); count += 1) name = `${plain}-${count}`;
    taken.add(name);
    return { ...page, name };
  });
}

function urlOf({ name }: Pick<Page, 'name'>): string {
  return name === 'index' ? '/' : `/${name}/`;
}

/** Where each anchor of the old page leads now. */
function placeAnchors(pages: readonly Page[], notes: SourceNote[]): ReadonlyMap<string, string> {
  const anchorsOf = slateAnchors();
  const places = new Map<string, string>();
  const atHome = new Map<string, string>();
  let count = 0;
  for (const page of pages) {
    const idOf = guideIds();
    for (const block of page.blocks) {
      if (block.kind !== 'heading') continue;
      const { plain, nested } = anchorsOf(block.level, block.html);
      const id = block.level === 1 ? '' : idOf(block.text);
      const place = urlOf(page) + (id === '' ? '' : `#${id}`);
      if (page.name === 'index' && id !== '') atHome.set(id, place);
      for (const anchor of [plain, nested]) if (anchor !== '' && !places.has(anchor)) places.set(anchor, place);
      count += 1;
    }
  }
  // An anchor of the home page that is still a heading's there needs no help.
  for (const [id, place] of atHome) {
    const led = places.get(id);
    if (led === undefined) continue;
    places.delete(id);
    if (led !== place)
      notes.push({ kind: 'left', text: `#${id} was another heading's; it leads to ${place} now, not to ${led}.` });
  }
  notes.push({ kind: 'mapped', text: `The anchors of ${count} headings lead to their new places.` });
  return places;
}

interface Making {
  readonly source: SlateSource;
  readonly file: string;
  readonly anchors: ReadonlyMap<string, string>;
  readonly endpoints: readonly Endpoint[];
  readonly ids: readonly string[];
  readonly notes: SourceNote[];
  /** Images are added as they are met. */
  readonly files: Map<string, string | Uint8Array>;
  readonly pages: readonly Page[];
}

function writePage(page: Page, making: Making): string {
  const { source, anchors, notes, pages } = making;
  const isHome = page.name === 'index';
  const moved = isHome ? Object.fromEntries(anchors) : {};
  const order = pages.indexOf(page);
  const fields = {
    title: page.title,
    ...(isHome && source.description ? { description: source.description } : {}),
    ...(isHome ? {} : { order }),
    ...(Object.keys(moved).length > 0 ? { moved } : {}),
  };
  const rewriting: Rewriting = {
    link: (href) => newLink(href, making),
    image: (src) => newImage(src, making),
    left: (html) => notes.push({ kind: 'left', text: `HTML shown as text on "${page.title}": ${html.slice(0, 80)}` }),
  };
  const parts = writeBlocks(page.blocks, rewriting, making);
  const others = isHome ? pages.slice(1) : [];
  const cards = others.map(
    (other) => `  <Card title=${attributeText(other.title)} href="${encodeURI(urlOf(other))}" />`,
  );
  return [
    `---\n${stringify(fields, { lineWidth: 0 })}---`,
    ...parts,
    ...(cards.length > 0 ? [`<Cards>\n${cards.join('\n')}\n</Cards>`] : []),
    '',
  ].join('\n\n');
}

function attributeText(text: string): string {
  return `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}

/** Fences of the page's own languages that follow each other are tabs. */
function writeBlocks(blocks: readonly Block[], rewriting: Rewriting, making: Making): string[] {
  const { source, endpoints, ids, notes } = making;
  const parts: string[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block) continue;
    const run = tabsFrom(blocks, index, source);
    if (run.length > 1) {
      parts.push(['<CodeTabs>', ...run.map((one) => writeFence(one, source)), '</CodeTabs>'].join('\n\n'));
      index += run.length - 1;
      continue;
    }
    switch (block.kind) {
      case 'heading':
        if (block.level > 1) parts.push(`${'#'.repeat(block.level)} ${toMdx(block.text, rewriting)}`);
        break;
      case 'fence':
        parts.push(writeFence(block, source));
        break;
      case 'annotation':
        parts.push(toMdx(block.text, rewriting));
        break;
      case 'aside':
        parts.push(writeAside(block.tone, toMdx(block.text, rewriting), notes));
        break;
      case 'specific': {
        const label = source.tabs.find(({ id }) => id === block.language)?.label ?? block.language;
        parts.push(`**${toMdx(label, rewriting)}**: ${toMdx(block.text, rewriting)}`);
        notes.push({
          kind: 'guessed',
          text: `Text for readers of "${block.language}" alone is shown to all, under that name.`,
        });
        break;
      }
      case 'table':
      case 'html':
      case 'text':
        parts.push(toMdx(block.text, rewriting));
        break;
    }
    const address = addressOf(block);
    const at = address ? endpoints.findIndex((one) => one.method === address.method && one.url === address.url) : -1;
    if (at >= 0) parts.push(`<TryIt operation="${ids[at]}" />`);
  }
  return parts;
}

type FenceBlock = Extract<Block, { kind: 'fence' }>;

function tabsFrom(blocks: readonly Block[], from: number, { tabs }: SlateSource): FenceBlock[] {
  const run: FenceBlock[] = [];
  for (let index = from; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block?.kind !== 'fence' || !tabs.some(({ id }) => id === block.language)) break;
    if (run.some(({ language }) => language === block.language)) break;
    run.push(block);
  }
  return run;
}

function writeFence({ language, code }: FenceBlock, { tabs }: SlateSource): string {
  const tab = tabs.find(({ id }) => id === language);
  const name = language.replace(/--.*$/, '').replace(/[^\w+#-]/g, '');
  // A label that only repeats the language says nothing.
  const title = tab && tab.label !== name ? ` title="${tab.label.replace(/["\\\n]/g, '')}"` : '';
  const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${name}${name === '' ? '' : title}\n${code}\n${fence}`;
}

function writeAside(tone: string, text: string, notes: SourceNote[]): string {
  const name = /warning|danger/.test(tone) ? 'Warning' : /success/.test(tone) ? 'Tip' : 'Note';
  if (!/^(?:notice|warning|success)?$/.test(tone))
    notes.push({ kind: 'guessed', text: `An aside of the class "${tone}" is a ${name}.` });
  return `<${name}>\n\n${text}\n\n</${name}>`;
}

function newLink(href: string, { anchors, notes }: Making): string | undefined {
  if (/^(?:https?:\/\/|mailto:)/i.test(href)) return href;
  if (href === '') notes.push({ kind: 'left', text: 'A link without an address is text now.' });
  if (href === '') return undefined;
  if (/^(?:index\.html|\/|\.\/)$/.test(href)) return '/';
  let anchor = href.replace(/^(?:index\.html)?#/, '');
  try {
    anchor = decodeURIComponent(anchor);
  } catch {
    // As it is, then.
  }
  const place = /^(?:index\.html)?#/.test(href) ? anchors.get(anchor) : undefined;
  if (place === undefined) notes.push({ kind: 'left', text: `A link to ${href} leads nowhere here; it is text now.` });
  return place === undefined ? undefined : encodeURI(place);
}

function newImage(src: string, { file, files, notes }: Making): string | undefined {
  if (/^https?:\/\//i.test(src)) {
    notes.push({
      kind: 'left',
      text: `Pages load nothing from other hosts; ${src} is its text now. Put a copy into docs/.`,
    });
    return undefined;
  }
  const folder = realpathSync(dirname(file));
  const path = join(folder, src);
  const isInside = existsSync(path) && realpathSync(path).startsWith(folder + sep);
  const name = src.replace(/^.*\//, '');
  if (!isInside || !/^[\w.-]+\.(?:png|jpe?g|gif|webp|svg|avif)$/i.test(name)) {
    notes.push({ kind: 'left', text: `The image ${src} is not there; its text stays.` });
    return undefined;
  }
  files.set(`docs/images/${name}`, readFileSync(path));
  return `./images/${name}`;
}

/** A few names in Chinese make no Chinese page, and kana make a Japanese one. */
function looksChinese(body: string): boolean {
  const prose = body.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '').replace(/`[^`]*`|<[^>]*>|https?:\S+/g, '');
  const count = (part: RegExp): number => prose.match(part)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  return han > count(/[A-Za-z]{2,}/g) / 2 && count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) < han / 10;
}

function writeConfig({ title, footer, body }: SlateSource, notes: SourceNote[]): string {
  const isChinese = looksChinese(body);
  const links = footer.flatMap((html) => footerEntry(html, notes));
  const options = {
    title,
    ...(isChinese ? { defaultLocale: 'zh-CN' } : {}),
    ...(links.length > 0 ? { footer: links } : {}),
  };
  if (isChinese) notes.push({ kind: 'guessed', text: 'The pages are in Chinese (zh-CN).' });
  return `import curlew from 'curlew';\n\nexport default {\n  integrations: [curlew(${JSON.stringify(options, null, 2).replace(/\n/g, '\n  ')})],\n};\n`;
}

function footerEntry(html: string, notes: SourceNote[]): { label: string; href?: string }[] {
  const label = html.replace(/<[^>]*>/g, '').trim();
  const href = /href\s*=\s*(?:"([^"]*)"|'([^']*)')/i
    .exec(html)
    ?.slice(1)
    .find((one) => one !== undefined);
  if (/powered by slate/i.test(label) || label === '') {
    notes.push({ kind: 'left', text: `The line "${label}" at the foot was left out.` });
    return [];
  }
  if (href !== undefined && /^https:\/\//.test(href)) return [{ label, href }];
  if (href !== undefined && /^(?:index\.html|\/)$/.test(href)) return [{ label, href: '/' }];
  if (href !== undefined)
    notes.push({ kind: 'left', text: `The link "${label}" to ${href} at the foot is a line of text now.` });
  return [{ label }];
}
