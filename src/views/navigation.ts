import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { apiAt, oneOfEach } from './api-switch.ts';
import { around } from './around.ts';
import { groupOf, groupTitle, type OperationGroup, operationGroups, placedGroups } from './groups.ts';
import { operationTitle, webhookTitle } from './operation-title.ts';
import {
  findPage,
  groupUrl,
  guideUrl,
  operationUrl,
  referenceRoot,
  referenceUrl,
  type UrlSpace,
  webhookUrl,
} from './urls.ts';

/** A line of the navigation. */
export interface NavigationItem {
  readonly title: string;
  readonly url: string;
  /** The method of an operation, for its badge. */
  readonly method?: string;
  readonly deprecated?: boolean;
  /** Leads to what there is no room for. */
  readonly isRest?: boolean;
  /** What stands below it; left out where it is closed. */
  readonly items?: readonly NavigationItem[];
}

export interface NavigationSection {
  readonly title: string;
  readonly items: readonly NavigationItem[];
}

export interface NavigationInput {
  readonly space: UrlSpace;
  readonly locale: string;
  /** The address of the page that it stands on. */
  readonly current: string;
  /** In their order; the home page is not among them. */
  readonly guides: readonly { readonly name: string; readonly title: string }[];
  readonly titles: NavigationTitles;
}

/** What the interface calls things; `{count}` is a number. */
export interface NavigationTitles {
  readonly guides: string;
  readonly overview: string;
  /** Operations without a tag. */
  readonly other: string;
  readonly webhooks: string;
  readonly reference: string;
  readonly allApis: (count: number) => string;
  readonly allOperations: (count: number) => string;
  readonly allGroups: (count: number) => string;
}

/** A site with so few operations shows all of them on each page. */
const FEW_OPERATIONS = 40;
/**
 * The navigation of one page: guides first, then each API. A small site shows every operation; a larger one the
 * groups of the page's API and the operations of its group, so a page is as long in an API of any size.
 */
export function navigation(input: NavigationInput): NavigationSection[] {
  const { space, locale, guides, titles } = input;
  const guideItems = guides.map(({ name, title }) => ({ title, url: guideUrl(space, locale, name) }));
  const isSmall = space.apis.reduce((sum, api) => sum + countRequests(api), 0) <= FEW_OPERATIONS;
  const here = apiAt(space, locale, input.current);
  // A switch above leads from an API to the others.
  const each = here ? [here] : oneOfEach(space.apis, here);
  const shown = isSmall ? each : around(each, here);
  const sections = [
    { title: titles.guides, items: guideItems },
    ...shown.map((api) => ({
      title: api.title,
      items: [
        { title: titles.overview, url: referenceUrl(space, locale, api) },
        ...(isSmall || api === here || each.length === 1 ? apiItems(input, api, isSmall) : []),
      ],
    })),
  ].filter(({ items }) => items.length > 0);
  if (shown.length === each.length) return sections;
  const all = { title: titles.allApis(each.length), url: referenceRoot(space, locale), isRest: true };
  return [...sections, { title: titles.reference, items: [all] }];
}

function countRequests(api: Api): number {
  return api.operations.length + (api.webhooks?.length ?? 0);
}

function apiItems(input: NavigationInput, api: Api, isSmall: boolean): NavigationItem[] {
  const { space, locale, current, titles } = input;
  const path = current.slice(referenceUrl(space, locale, api).length).replace(/\/$/, '');
  const page = apiAt(space, locale, current) === api ? findPage(api, path) : undefined;
  const operation = page && 'method' in page ? page : undefined;
  const group = operation ? groupOf(api, operation) : page && 'groups' in page ? page : undefined;
  const open = (one: OperationGroup): boolean => isSmall || one === group;
  const shown = new Set(
    around(
      placedGroups(api)
        .map((placed) => placed.group)
        .filter(holdsOperations),
      group,
    ),
  );

  const operationItem = (one: Operation): NavigationItem => ({
    title: operationTitle(one),
    url: operationUrl(space, locale, api, one),
    method: one.method,
    ...(one.deprecated ? { deprecated: true } : {}),
  });
  const operationItems = (one: OperationGroup): NavigationItem[] => {
    const list = isSmall ? one.operations : around(one.operations, operation);
    const count = one.operations.length;
    const url = groupUrl(space, locale, api, one);
    const rest = { title: titles.allOperations(count), url, isRest: true };
    return [...list.map(operationItem), ...(list.length < count ? [rest] : [])];
  };
  const groupItems = (groups: readonly OperationGroup[]): NavigationItem[] =>
    groups.flatMap((one) => {
      const inner = groupItems(one.groups);
      if (!shown.has(one)) return inner;
      const items = [...(open(one) ? operationItems(one) : []), ...inner];
      const title = groupTitle(one, titles.other);
      return [{ title, url: groupUrl(space, locale, api, one), ...(items.length > 0 ? { items } : {}) }];
    });

  const groups = operationGroups(api).filter(holdsOperations);
  const [only] = groups;
  // One group of everything says nothing.
  const main = groups.length === 1 && only && only.title === undefined ? operationItems(only) : groupItems(groups);
  const count = placedGroups(api).filter((placed) => holdsOperations(placed.group)).length;
  const rest = { title: titles.allGroups(count), url: referenceUrl(space, locale, api), isRest: true };
  return [...main, ...(shown.size < count ? [rest] : []), ...webhookItems(input, api, isSmall, path)];
}

function holdsOperations(group: OperationGroup): boolean {
  return group.operations.length > 0 || group.groups.some(holdsOperations);
}

function webhookItems(
  { space, locale, titles }: NavigationInput,
  api: Api,
  isSmall: boolean,
  path: string,
): NavigationItem[] {
  const webhooks = api.webhooks ?? [];
  if (webhooks.length === 0) return [];
  const url = `${referenceUrl(space, locale, api)}#webhooks`;
  const all = webhooks.map((webhook) => ({
    title: webhookTitle(webhook),
    url: webhookUrl(space, locale, api, webhook),
    method: webhook.operation.method,
    ...(webhook.operation.deprecated ? { deprecated: true } : {}),
  }));
  if (!isSmall && !path.startsWith('webhooks/')) return [{ title: titles.webhooks, url }];
  const here = all.find((item) => item.url.endsWith(`/${path}/`));
  const list = isSmall ? all : around(all, here);
  const rest = { title: titles.allOperations(all.length), url, isRest: true };
  return [{ title: titles.webhooks, url, items: [...list, ...(list.length < all.length ? [rest] : [])] }];
}
