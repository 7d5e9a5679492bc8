import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { parse } from 'yaml';

export interface LanguageTab {
  /** The language of its fences, `shell`; with a variant, `python--requests`. */
  readonly id: string;
  readonly label: string;
}

/** A Slate page with the files that it includes. */
export interface SlateSource {
  readonly title: string;
  readonly description?: string;
  readonly tabs: readonly LanguageTab[];
  /** Lines of HTML. */
  readonly footer: readonly string[];
  /** The Markdown below the frontmatter, the included files after it. */
  readonly body: string;
  readonly notes: readonly SourceNote[];
}

/** What became of a part of the source. */
export interface SourceNote {
  readonly kind: 'mapped' | 'guessed' | 'left';
  readonly text: string;
}

/** The file can't be read as a Slate page. */
export class SlateFault extends Error {}

/** What Slate reads above a page; everything else there is left. */
const KNOWN = new Set(['title', 'language_tabs', 'toc_footers', 'includes', 'search', 'code_clipboard', 'meta']);

/** @throws SlateFault when it has no frontmatter, or one that is no YAML */
export function readSlateSource(file: string): SlateSource {
  const text = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  const match = /^---\n([\s\S]*?)\n---[^\S\n]*(?:\n|$)/.exec(text);
  if (!match) throw new SlateFault('It has no frontmatter between two lines of "---", as a Slate page has.');
  const fields = readFields(match[1] ?? '');
  const notes: SourceNote[] = [];
  for (const name of fields.keys()) {
    if (!KNOWN.has(name)) notes.push({ kind: 'left', text: `The frontmatter's "${name}" has no counterpart.` });
  }
  const included = list(fields.get('includes')).flatMap((name) => {
    const found = readIncluded(file, String(name));
    if (found !== undefined)
      notes.push({ kind: 'mapped', text: `The included file "${name}" became part of the pages.` });
    else notes.push({ kind: 'left', text: `The included file "${name}" is not there; its pages are missing.` });
    return found ?? [];
  });
  for (const name of ['search', 'code_clipboard']) {
    if (fields.has(name)) notes.push({ kind: 'mapped', text: `"${name}": every site has it.` });
  }
  const description = metaOf(fields.get('meta'), notes);
  return {
    title: String(fields.get('title') ?? 'API'),
    ...(description === undefined ? {} : { description }),
    tabs: tabsOf(fields.get('language_tabs')),
    footer: list(fields.get('toc_footers')).map(String),
    body: [text.slice(match[0].length), ...included].join('\n\n'),
    notes,
  };
}

function readFields(text: string): ReadonlyMap<string, unknown> {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new SlateFault(
      `Its frontmatter is no YAML: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
    );
  }
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** `- shell`, or `- javascript: Node.js` where the tab has a label of its own. */
function tabsOf(value: unknown): LanguageTab[] {
  return list(value).flatMap((tab): LanguageTab[] => {
    if (typeof tab === 'string') return [{ id: tab, label: tab.replace(/^.*--/, '') }];
    if (typeof tab !== 'object' || tab === null) return [];
    return Object.entries(tab).map(([id, label]) => ({ id, label: String(label) }));
  });
}

/** Slate looks for `includes/_errors.md` beside the page; nothing outside its folder is read. */
function readIncluded(file: string, name: string): string | undefined {
  const folder = realpathSync(dirname(file));
  for (const path of [`includes/_${name}.md`, `includes/_${name}.md.erb`, `includes/${name}.md`]) {
    const full = join(folder, path);
    if (!existsSync(full) || !realpathSync(full).startsWith(folder + sep)) continue;
    return readFileSync(full, 'utf8').replace(/\r\n?/g, '\n');
  }
  return undefined;
}

function metaOf(value: unknown, notes: SourceNote[]): string | undefined {
  let description: string | undefined;
  for (const entry of list(value)) {
    if (typeof entry !== 'object' || entry === null) continue;
    const { name, content } = entry as { name?: unknown; content?: unknown };
    if (name === 'description') description = String(content ?? '');
    else
      notes.push({
        kind: 'left',
        text: `The meta element "${name}" has no counterpart; the option "head" can hold it.`,
      });
  }
  return description;
}
