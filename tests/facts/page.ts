// What a reader sees of one HTML page, without script: closed <details> can be opened, `hidden` can't.
import { Parser } from 'htmlparser2';
import type { SeenPage, SeenRow } from './seen.ts';
import { fold, SEAM, SeenText } from './text.ts';

const UNSEEN = new Set(['head', 'script', 'style', 'template']);
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col', 'link', 'meta', 'source', 'area', 'embed', 'track']);
const INLINE = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'cite', 'code', 'del', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 's', 'samp', 'small'],
  ...['span', 'strong', 'sub', 'sup', 'u', 'var', 'wbr', 'rt', 'rp', 'ruby'],
]);

interface OpenRow {
  /** From its first name; a branch without one belongs to the row around it. */
  name?: string;
  text: string;
  readonly links: string[];
}

interface Frame {
  readonly tag: string;
  readonly opensRow: boolean;
  readonly unseen: boolean;
  /** What collects the text of this element besides its row. */
  readonly names?: 'row' | 'endpoint';
}

export interface HtmlPage extends SeenPage {
  /** Method and path as its head says them, without spaces; empty on other pages. */
  readonly endpoint: string;
}

/** @param id - the page's path on the site, with a slash at both ends */
export function readPage(html: string, id: string): HtmlPage {
  const top: OpenRow = { text: '', links: [] };
  const open: OpenRow[] = [top];
  const frames: Frame[] = [];
  const rows = new Map<string, SeenRow[]>();
  const links = new Set<string>();
  const targets = new Set<string>();
  let whole = '';
  let endpoint = '';
  let name = '';
  let inMain = 0;
  let unseen = 0;

  const write = (text: string): void => {
    if (inMain === 0 || unseen > 0) return;
    whole += text;
    const row = open.at(-1);
    if (row) row.text += text;
    const collects = frames.findLast((frame) => frame.names)?.names;
    if (collects === 'endpoint') endpoint += text;
    if (collects === 'row') name += text;
  };
  const close = (frame: Frame): void => {
    write(INLINE.has(frame.tag) ? SEAM : ' ');
    if (frame.names === 'row') {
      const row = open.at(-1);
      if (row && row !== top) row.name ??= fold(name.replaceAll(SEAM, ''));
      name = '';
    }
    if (frame.opensRow) closeRow();
    if (frame.unseen) unseen -= 1;
    if (frame.tag === 'main') inMain -= 1;
  };
  const closeRow = (): void => {
    const row = open.pop();
    const around = open.at(-1);
    if (!row || !around) return;
    if (row.name === undefined) {
      around.text += ` ${row.text} `;
      around.links.push(...row.links);
      return;
    }
    const same = rows.get(row.name) ?? [];
    same.push({ text: new SeenText(row.text), links: row.links });
    rows.set(row.name, same);
  };
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (tag === 'main') inMain += 1;
        if (tag !== 'wbr') write(INLINE.has(tag) ? SEAM : ' ');
        if (VOID.has(tag)) return;
        const classes = new Set((attributes.class ?? '').split(/\s+/));
        const frame: Frame = {
          tag,
          opensRow: inMain > 0 && tag === 'li' && classes.has('field'),
          unseen: UNSEEN.has(tag) || attributes.hidden !== undefined,
          ...(classes.has('field-name') ? { names: 'row' as const } : {}),
          ...(classes.has('endpoint') && endpoint === '' ? { names: 'endpoint' as const } : {}),
        };
        frames.push(frame);
        if (frame.unseen) unseen += 1;
        if (frame.opensRow) open.push({ text: '', links: [] });
        if (tag === 'a' && attributes.href && inMain > 0) {
          const path = localPath(attributes.href, id);
          if (path === undefined) targets.add(attributes.href);
          else {
            links.add(path);
            open.at(-1)?.links.push(path);
          }
        }
      },
      ontext: write,
      onclosetag: (tag) => {
        if (VOID.has(tag)) return;
        const frame = frames.pop();
        if (frame) close(frame);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  const own = { text: new SeenText(top.text), links: top.links };
  const page = { id, whole: new SeenText(whole), own, rows, links: [...links], targets };
  return { ...page, endpoint: fold(endpoint.replaceAll(SEAM, '')).replaceAll(' ', '') };
}

/** The page of this site that a link leads to, without its fragment; nothing for another site. */
function localPath(href: string, page: string): string | undefined {
  const site = 'http://site.invalid';
  if (!URL.canParse(href, site + page)) return undefined;
  const url = new URL(href, site + page);
  return url.origin === site ? decodeURI(url.pathname) : undefined;
}
