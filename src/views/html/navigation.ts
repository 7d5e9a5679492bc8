import type { SiteMessages } from '../../i18n/en.ts';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import type { NavigationItem } from '../navigation-item.ts';
import { attribute, type Html, html } from './html.ts';
import { methodLabel } from './method.ts';

/**
 * A list of the navigation. What script adds later is made by `nav-items.ts`, in the same shape.
 *
 * @param current - the address of the page
 */
export function navigationItems(items: readonly NavigationItem[], current: string, text: SiteMessages): Html {
  return html`<ul>${items.map((item) => navigationItem(item, current, text))}</ul>`;
}

function navigationItem(item: NavigationItem, current: string, text: SiteMessages): Html {
  const { url, method, deprecated, isRest, items: inner, load } = item;
  const title = showInvisibles(item.title);
  const isGroup = !isRest && (inner !== undefined || load !== undefined);
  const kinds = [deprecated && 'is-deprecated', isRest && 'nav-rest'].filter(Boolean).join(' ');
  const attributes = [
    attribute('aria-current', url === current && 'page'),
    attribute('class', kinds || undefined),
    attribute('data-load', isRest && load),
  ];
  const group =
    isGroup &&
    html`<details${attribute('open', inner !== undefined)}${attribute('data-load', load)}><summary aria-label="${fill(text.pagesOf, { title })}"></summary>${inner && navigationItems(inner, current, text)}</details>`;
  return html`<li${attribute('class', isGroup && 'nav-group')}><a href="${url}"${attributes}><span dir="auto">${title}</span>${method !== undefined && methodLabel(method)}</a>${group}</li>`;
}
