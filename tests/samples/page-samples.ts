import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** One panel of code tabs, as it is copied. */
export interface PageSample {
  /** `shell`, `python`, `javascript`. */
  readonly language: string;
  /** The library: `curl`, `openai`. */
  readonly variant: string;
  readonly code: string;
}

export interface SamplePage {
  /** `/en/start/` */
  readonly path: string;
  /** The code tabs of the page, in its order. */
  readonly tabs: readonly (readonly PageSample[])[];
}

const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</g;
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
const RAW = /<(script|style)\b[\s\S]*?<\/\1\s*>/gi;

/**
 * Reads every page of a built site.
 *
 * @throws when there is none, with what to do
 */
export function readPages(site: string): SamplePage[] {
  if (!existsSync(join(site, 'index.html'))) throw new Error(`There is no site in ${site}. Run "npm run build" first.`);
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = `/${relative(site, file).split(sep).join('/')}`.replace(/\/index\.html$/, '/');
      return { path, tabs: samplesOf(readFileSync(file, 'utf8')) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The samples in a page's code tabs, with the text that a browser's `textContent` gives, which is what Copy takes. */
export function samplesOf(html: string): (readonly PageSample[])[] {
  const tabs: PageSample[][] = [];
  const open: { readonly name: string; readonly attributes: string }[] = [];
  const nearest = (name: string): string | undefined =>
    open.map(({ attributes }) => attribute(attributes, name)).findLast((value) => value !== undefined);
  let code: string | undefined;
  for (const [piece, slash, name, attributes = ''] of html.replace(RAW, '').matchAll(TOKEN)) {
    if (name === undefined) {
      if (code !== undefined && !piece.startsWith('<!--')) code += decodeEntities(piece);
    } else if (slash) {
      const at = open.findLastIndex((element) => element.name === name);
      const [language, variant] = [nearest('data-panel'), nearest('data-variant-panel')];
      if (name === 'code' && code !== undefined) {
        // A console prints into what is empty.
        if (language && variant && code !== '') tabs.at(-1)?.push({ language, variant, code });
        code = undefined;
      }
      if (at >= 0) open.length = at;
    } else if (!VOID.test(name) && !attributes.endsWith('/')) {
      open.push({ name, attributes });
      const classes = attribute(attributes, 'class')?.split(' ') ?? [];
      // Fences of a guide hold what their author wrote.
      if (classes.includes('code-tabs') && !classes.includes('code-fences')) tabs.push([]);
      if (name === 'code') code = '';
    }
  }
  return tabs;
}

function attribute(attributes: string, name: string): string | undefined {
  const pairs = attributes.matchAll(/([^\s=/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g);
  const found = [...pairs].find((pair) => pair[1] === name);
  return found && (found[2] ?? found[3] ?? found[4] ?? '');
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** @throws on a name that isn't known here: a guess could hide a fault */
function decodeEntities(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (entity, decimal, hex, name) => {
    if (name === undefined) return String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16));
    const known = NAMED.get(name);
    if (known === undefined) throw new Error(`The pages have ${entity}, which is not known here.`);
    return known;
  });
}
