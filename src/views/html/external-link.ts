import { showInvisibles } from '../../model/invisibles.ts';
import { asciiHost } from '../ascii-host.ts';
import type { HtmlContext } from './context.ts';
import { type Content, html } from './html.ts';

interface LinkOptions {
  /** What the link is called; its address stands beside it. */
  readonly label?: string | undefined;
  /** The label is the address itself. */
  readonly isBare?: boolean | undefined;
}

/** A link that a description gives: its address is for all to see, and one that no reader may follow is text. */
export function externalLink(
  { safeUrl }: Pick<HtmlContext, 'safeUrl'>,
  url: string,
  { label = '', isBare = false }: LinkOptions = {},
): Content {
  const href = safeUrl(url);
  const written = showInvisibles(url);
  const host = asciiHost(url);
  const isNamed = label.trim() !== '' && label.trim() !== url;
  const name = isNamed ? showInvisibles(label) : written;
  return [
    href === undefined
      ? isNamed && html`<span dir="auto">${name}</span>`
      : html`<a href="${href}" rel="noopener noreferrer nofollow" dir="auto">${name}</a>`,
    ((isNamed && !isBare) || href === undefined) && html`<span class="link-url"> ${written}</span>`,
    host !== undefined && html`<span class="link-url"> (${host})</span>`,
  ];
}
