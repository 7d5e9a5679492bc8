import { site } from 'virtual:curlew/site';
import type { APIRoute } from 'astro';
import { showInvisibles } from '../../../model/invisibles.ts';
import { navigationInput } from '../../../site/navigation-input.ts';
import { apisOf } from '../../../site/site-data.ts';
import { navigationFiles } from '../../../views/api-navigation.ts';
import { guideFiles } from '../../../views/guide-navigation.ts';
import type { NavigationItem } from '../../../views/navigation-item.ts';
import { guideListPath, navigationLists } from '../../../views/navigation-lists.ts';
import { localeRoot } from '../../../views/urls.ts';

/**
 * What pages load of the navigation: the lines of a group that is opened, `/_curlew/nav/zh-cn/pets/tags/dogs.json`, or
 * of a folder of guides, and the lists that its filter looks through, `list-1.json` of an API and `guides.json` of a language. Its texts
 * are as they are shown.
 */
export function getStaticPaths() {
  return site.locales.flatMap((locale) => {
    const input = navigationInput(site, locale);
    const { space, guides } = input;
    const rows = guides.map(({ name, title }) => [`${name}/`, title]);
    const guideList = {
      params: { path: guideListPath(locale) },
      props: { json: { root: localeRoot(space, locale), rows } },
    };
    return [
      ...(guides.length > 0 ? [guideList] : []),
      ...guideFiles(input).map(({ path, items }) => ({ params: { path }, props: { json: items } })),
      ...apisOf(site, locale).flatMap((api) => [
        ...navigationFiles(input, api).map(({ path, items }) => ({ params: { path }, props: { json: items } })),
        ...navigationLists(input, api).map(({ path, list }) => ({ params: { path }, props: { json: list } })),
      ]),
    ];
  });
}

/** Keys of ours, and texts of descriptions: only what is shown of these is changed. */
function shown(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? showInvisibles(value) : value;
}

export const GET: APIRoute<{ json: readonly NavigationItem[] | object }> = ({ props }) =>
  new Response(JSON.stringify(props.json, shown), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
