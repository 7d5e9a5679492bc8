import type { Api } from '../model/api.ts';
import { type FragmentTarget, fragmentTarget } from '../model/fragment-target.ts';
import { placedGroups } from '../views/groups.ts';
import { markupOf } from '../views/html/html.ts';
import { MAIN_TEXT } from '../views/html/prose.ts';
import { groupUrl, operationUrl, referenceUrl, schemaUrl, type UrlSpace } from '../views/urls.ts';
import { headingsOf, type LeadOn } from './render-markdown.ts';

const headings = new WeakMap<Api, ReadonlySet<string>>();

function headingsIn(api: Api): ReadonlySet<string> {
  const known = headings.get(api) ?? headingsOf(api.description ?? '');
  headings.set(api, known);
  return known;
}

/** Where the links of descriptions lead that name another part of the API. */
export function leadOn(space: UrlSpace, locale: string, api: Api): LeadOn {
  const urlOf = (target: FragmentTarget): string | undefined => {
    switch (target.kind) {
      case 'operation':
        return operationUrl(space, locale, api, target.operation);
      case 'schema':
        return schemaUrl(space, locale, api, target.id);
      case 'heading':
        return `${referenceUrl(space, locale, api)}#${MAIN_TEXT}${target.words}`;
      case 'tag': {
        const placed = placedGroups(api).find(({ group }) => group.tag?.name === target.name);
        return placed && groupUrl(space, locale, api, placed.group);
      }
    }
  };
  return (fragment) => {
    const target = fragmentTarget(api, fragment, headingsIn(api));
    const url = target && urlOf(target);
    return url === undefined ? undefined : markupOf(url);
  };
}
