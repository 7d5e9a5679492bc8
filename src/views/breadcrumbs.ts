import type { Api } from '../model/api.ts';
import type { Operation, Webhook } from '../model/operation.ts';
import type { SchemaId } from '../model/schema-object.ts';
import { editionsUrl } from './api-switch.ts';
import { type GroupTitles, groupOf, groupPath, groupTitle, type OperationGroup, operationGroups } from './groups.ts';
import { operationTitle, webhookTitle } from './operation-title.ts';
import {
  changelogUrl,
  groupUrl,
  guideUrl,
  localeRoot,
  onePageUrl,
  operationUrl,
  referenceRoot,
  referenceUrl,
  schemaIdName,
  schemasUrl,
  schemaUrl,
  type UrlSpace,
  webhookUrl,
} from './urls.ts';

/** A page, as far as its place on the site goes; what `referencePages` lists can be given as it is. */
export type PagePlace =
  | { readonly kind: 'guide'; readonly name: string; readonly title: string }
  | { readonly kind: 'apis' }
  | { readonly kind: 'editions'; readonly apis: readonly Api[] }
  | { readonly kind: 'overview'; readonly api: Api }
  | { readonly kind: 'onePage'; readonly api: Api }
  | { readonly kind: 'operation'; readonly api: Api; readonly operation: Operation }
  | { readonly kind: 'webhook'; readonly api: Api; readonly webhook: Webhook }
  | { readonly kind: 'group'; readonly api: Api; readonly group: OperationGroup }
  | { readonly kind: 'changelog'; readonly api: Api; readonly sheet?: number }
  | { readonly kind: 'schemas'; readonly api: Api }
  | { readonly kind: 'schema'; readonly api: Api; readonly id: SchemaId; readonly sheet?: number };

export interface Crumb {
  /** Text of the description or of the owner, as it was written. */
  readonly title: string;
  /** Below the base; it may have a fragment. */
  readonly url: string;
}

export interface CrumbInput {
  readonly space: UrlSpace;
  readonly locale: string;
  /** In the language; a folder with a page is on the way to what lies in it. */
  readonly guides: readonly { readonly name: string; readonly title: string }[];
  readonly titles: GroupTitles & {
    readonly home: string;
    readonly reference: string;
    readonly webhooks: string;
    readonly schemas: string;
    readonly onOnePage: string;
    readonly changes: { readonly title: string };
  };
}

/** The way to a page: the home page first, the page itself last. */
export function breadcrumbs(place: PagePlace, input: CrumbInput): Crumb[] {
  const { space, locale, titles } = input;
  const home = { title: titles.home, url: localeRoot(space, locale) };
  const reference = { title: titles.reference, url: referenceRoot(space, locale) };
  if (place.kind === 'guide') {
    if (place.name === 'index') return [home];
    const folders = input.guides.filter(({ name }) => place.name.startsWith(`${name}/`));
    // The longer a name that another one begins with, the nearer it is.
    const way = folders.toSorted((one, other) => one.name.length - other.name.length);
    return [home, ...[...way, place].map(({ title, name }) => ({ title, url: guideUrl(space, locale, name) }))];
  }
  if (place.kind === 'apis') return [home, reference];
  if (place.kind === 'editions') {
    const [newest] = place.apis;
    return [home, reference, ...(newest ? editionsCrumb(newest, input) : [])];
  }
  const { api } = place;
  const overview = referenceUrl(space, locale, api);
  const top = [home, ...(overview === reference.url ? [] : [reference]), ...apiCrumbs(api, input)];
  const groupCrumb = (group: OperationGroup): Crumb => ({
    title: groupTitle(group, titles),
    url: groupUrl(space, locale, api, group),
  });
  switch (place.kind) {
    case 'overview':
      return top;
    case 'onePage':
      return [...top, { title: titles.onOnePage, url: onePageUrl(space, locale, api) }];
    case 'operation': {
      const { operation } = place;
      const group = groupOf(api, operation);
      const page = { title: operationTitle(operation), url: operationUrl(space, locale, api, operation) };
      return [...top, ...(group && saysSomething(api, group) ? groupPath(api, group).map(groupCrumb) : []), page];
    }
    case 'webhook': {
      const { webhook } = place;
      const page = { title: webhookTitle(webhook), url: webhookUrl(space, locale, api, webhook) };
      return [...top, { title: titles.webhooks, url: `${overview}#webhooks` }, page];
    }
    case 'group':
      return [...top, ...groupPath(api, place.group).map(groupCrumb)];
    case 'changelog': {
      const { sheet = 1 } = place;
      const { title } = titles.changes;
      const first = { title, url: changelogUrl(space, locale, api) };
      const url = changelogUrl(space, locale, api, sheet);
      return [...top, first, ...(sheet === 1 ? [] : [{ title: `${title} (${sheet})`, url }])];
    }
    case 'schemas':
      return [...top, { title: titles.schemas, url: schemasUrl(space, locale, api) }];
    case 'schema': {
      const { id, sheet = 1 } = place;
      const name = schemaIdName(api, id);
      const url = schemaUrl(space, locale, api, id, sheet) ?? overview;
      const list = { title: titles.schemas, url: schemasUrl(space, locale, api) };
      return [...top, list, { title: sheet === 1 ? name : `${name} (${sheet})`, url }];
    }
  }
}

/** One group of everything is no place of its own. */
function saysSomething(api: Api, group: OperationGroup): boolean {
  return group.title !== undefined || operationGroups(api).length > 1;
}

/** An API, and which version of it where it has several. */
function apiCrumbs(api: Api, input: CrumbInput): Crumb[] {
  const url = referenceUrl(input.space, input.locale, api);
  const above = editionsCrumb(api, input);
  return [...above, { title: above.length > 0 ? (api.edition?.name ?? api.title) : api.title, url }];
}

function editionsCrumb(api: Api, { space, locale }: CrumbInput): Crumb[] {
  const url = editionsUrl(space, locale, api);
  return url ? [{ title: api.title, url }] : [];
}
