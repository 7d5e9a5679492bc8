import type { SiteMessages } from '../../i18n/en.ts';
import type { Api } from '../../model/api.ts';
import type { PageMarks } from '../change-marks.ts';
import type { UrlSpace } from '../urls.ts';
import { type Block, code, inline, line, link, plain } from './encode.ts';

/** What the Markdown copies of an API's pages are written with. */
export interface TwinContext {
  readonly api: Api;
  readonly space: UrlSpace;
  readonly locale: string;
  readonly text: SiteMessages;
  /** The address of a page's copy, by the page's own; of any other file as it is. */
  readonly address: (url: string) => string;
  /** The Markdown of a description, as its page shows it. @param isInner - it stands inside a list */
  readonly prose: (markdown: string, isInner?: boolean) => readonly Block[];
  /** Lets an address of a description through; nothing when it is to be shown as text. */
  readonly safeUrl: (url: string) => string | undefined;
  /** Where the description itself can be had. */
  readonly described?: readonly { readonly format: string; readonly url: string }[];
  /** What recent versions changed, by the ids of the page. */
  readonly marks?: PageMarks | undefined;
  /** The file of an example that a page shows only the beginning of. */
  readonly exampleFile?: (number: number) => string;
}

/** The address of a page's copy: its own without the last slash and with `.md`; `index.md` for the site's home. */
export function twinUrl(space: Pick<UrlSpace, 'base'>, url: string): string {
  const [path = ''] = url.split('#');
  if (path === space.base) return `${path}index.md`;
  return path.endsWith('/') ? `${path.slice(0, -1)}.md` : path;
}

/** A link that a description gives: its address is for all to see, and one that no reader may follow is text. */
export function outbound({ safeUrl }: TwinContext, url: string, label?: string): string {
  const href = safeUrl(url);
  const isNamed = label !== undefined && label.trim() !== '' && label.trim() !== url;
  if (!href) return [isNamed ? inline(label.trim()) : '', code(url)].filter(Boolean).join(' ');
  return link(isNamed ? plain(label) : inline(url), href);
}

/** A link to another page's copy. */
export function toPage({ address }: TwinContext, label: string, url: string | undefined): string {
  return url === undefined ? plain(label) : link(plain(label), address(url));
}

/** `Name: value` */
export function fact(text: SiteMessages, name: string, value: string): Block[] {
  return line(`${name}${text.colon}${value}`);
}
