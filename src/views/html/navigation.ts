import type { SiteMessages } from '../../i18n/en.ts';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { nameParts } from '../name-parts.ts';
import type { NavigationItem } from '../navigation-item.ts';
import { attribute, type Content, type Html, html } from './html.ts';
import { methodLabel } from './method.ts';

/**
 * A list of the navigation. What script adds later is made by `nav-items.ts`, in the same shape.
 *
 * @param current - the address of the page
 */
export function navigationItems(items: readonly NavigationItem[], current: string, place: NavigationPlace): Html {
  return html`<ul>${items.map((item) => navigationItem(item, current, place))}</ul>`;
}

/** What the lists of a language have in common. */
export interface NavigationPlace {
  readonly text: SiteMessages;
  readonly direction: 'ltr' | 'rtl';
}

/** Letters that run from right to left, and what else decides where a line runs. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** @param parts - of a name, see `nameParts` */
function brokenName(parts: readonly string[]): Content {
  return parts.map((part, index) => [index > 0 && html`<wbr>`, part]);
}

function navigationItem(item: NavigationItem, current: string, place: NavigationPlace): Html {
  const { text, direction } = place;
  const { url, method, deprecated, isRest, isFolder, items: inner, load } = item;
  const title = showInvisibles(item.title);
  const isGroup = !isRest && (inner !== undefined || load !== undefined);
  const kinds = [deprecated && 'is-deprecated', isRest && 'nav-rest'].filter(Boolean).join(' ');
  const attributes = [
    // The rest of a list and a folder lead to a page that has a line of its own.
    attribute('aria-current', url === current && !isRest && !isFolder && 'page'),
    attribute('class', kinds || undefined),
    attribute('data-load', isRest && load),
  ];
  const group =
    isGroup &&
    html`<details${attribute('open', inner !== undefined)}${attribute('data-load', load)}><summary aria-label="${fill(text.pagesOf, { title })}"></summary>${inner && navigationItems(inner, current, place)}</details>`;
  // Most titles need none: every line of every page would be the longer for it.
  const parts = nameParts(title);
  const isPlain = direction === 'ltr' && !deprecated && parts.length === 1 && !RIGHT_TO_LEFT.test(title);
  const label = isPlain ? title : html`<span dir="auto">${brokenName(parts)}</span>`;
  return html`<li${attribute('class', isGroup && 'nav-group')}><a href="${url}"${attributes}>${label}${method !== undefined && methodLabel(method)}</a>${group}</li>`;
}
