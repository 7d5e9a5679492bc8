import type { Api } from '../model/api.ts';
import { apiItems } from './api-navigation.ts';
import { apiAt, oneOfEach } from './api-switch.ts';
import { around } from './around.ts';
import { guideItems } from './guide-navigation.ts';
import { isSmallSite, type NavigationInput, type NavigationItem } from './navigation-item.ts';
import { referenceRoot, referenceUrl, type UrlSpace } from './urls.ts';

export interface NavigationSection {
  readonly title: string;
  readonly items: readonly NavigationItem[];
}

/**
 * The navigation of one page: guides first, then each API. A small site shows every operation; a larger one the
 * groups of the page's API and the operations of its group, so a page is as long in an API of any size.
 *
 * @param current - the address of the page
 */
export function navigation(input: NavigationInput, current: string): NavigationSection[] {
  const { space, locale, titles } = input;
  const { each, shown, open } = shownApis(space, locale, current);
  const sections = [
    { title: titles.guides, items: guideItems(input, current) },
    ...shown.map((api) => ({
      title: api.title,
      items: open.includes(api)
        ? apiItems(input, api, current)
        : [{ title: titles.overview, url: referenceUrl(space, locale, api) }],
    })),
  ].filter(({ items }) => items.length > 0);
  if (shown.length === each.length) return sections;
  const all = { title: titles.allApis(each.length), url: referenceRoot(space, locale), isRest: true };
  return [...sections, { title: titles.reference, items: [all] }];
}

/** The APIs that a page's navigation names, and those of which it shows more than the name. */
export function shownApis(
  space: UrlSpace,
  locale: string,
  current: string,
): { readonly each: readonly Api[]; readonly shown: readonly Api[]; readonly open: readonly Api[] } {
  const here = apiAt(space, locale, current);
  // A switch above leads from an API to the others.
  const each = here ? [here] : oneOfEach(space.apis, here);
  const isSmall = isSmallSite(space.apis);
  return { each, shown: isSmall ? each : around(each, here), open: isSmall || each.length === 1 ? each : [] };
}
