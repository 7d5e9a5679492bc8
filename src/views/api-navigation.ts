import type { Api } from '../model/api.ts';
import type { Operation, Webhook } from '../model/operation.ts';
import { apiAt } from './api-switch.ts';
import { around, LONGEST_LIST } from './around.ts';
import { groupOf, groupPath, groupTitle, type OperationGroup, operationGroups, placedGroups } from './groups.ts';
import { isSmallSite, type NavigationInput, type NavigationItem } from './navigation-item.ts';
import { operationTitle, webhookTitle } from './operation-title.ts';
import {
  changelogOf,
  changelogUrl,
  findPage,
  groupUrl,
  namedSchemas,
  navigationDataPath,
  operationUrl,
  referenceUrl,
  schemasUrl,
  schemaUrl,
  webhookSlug,
  webhookUrl,
} from './urls.ts';

/** So many lines are loaded into a page at a time; a longer list has a page of its own. */
const MOST_LOADED = 200;

/** What the navigation shows of one API. @param current - the address of the page, which may be of another */
export function apiItems(input: NavigationInput, api: Api, current: string): NavigationItem[] {
  const { space, locale, titles } = input;
  const overview = referenceUrl(space, locale, api);
  const path = apiAt(space, locale, current) === api ? current.slice(overview.length).replace(/\/$/, '') : '';
  const page = findPage(api, path);
  const operation = page && 'method' in page ? page : undefined;
  const group = operation ? groupOf(api, operation) : page && 'groups' in page ? page : undefined;
  const view: View = {
    isSmall: isSmallSite(space.apis),
    onPath: new Set(group ? groupPath(api, group) : []),
    fits: filledGroups(api).length <= LONGEST_LIST,
    ...(operation ? { operation } : {}),
  };
  const groups = operationGroups(api).filter(holdsOperations);
  const [only] = groups;
  // One group of everything says nothing.
  const isOne = groups.length === 1 && only !== undefined && only.title === undefined;
  return [
    { title: titles.overview, url: overview },
    ...(isOne ? below(input, api, only, view) : groupItems(input, api, groups, undefined, view)),
    ...webhookItems(input, api, view.isSmall, path),
    ...schemaItems(input, api, path),
    ...(changelogOf(space, api) ? [{ title: titles.changelog, url: changelogUrl(space, locale, api) }] : []),
  ];
}

/** What decides which groups of an API are open on a page. */
interface View {
  readonly isSmall: boolean;
  /** The group of the page and those around it. */
  readonly onPath: ReadonlySet<OperationGroup>;
  /** All groups together are no more than fit on a page. */
  readonly fits: boolean;
  readonly operation?: Operation;
}

function isOpen(group: OperationGroup, { isSmall, onPath, fits }: View): boolean {
  return isSmall || onPath.has(group) || (fits && group.operations.length === 0);
}

function groupItems(
  input: NavigationInput,
  api: Api,
  groups: readonly OperationGroup[],
  outer: OperationGroup | undefined,
  view: View,
): NavigationItem[] {
  const { space, locale, titles } = input;
  const all = groups.filter(holdsOperations);
  const here = all.find((group) => view.onPath.has(group));
  const shown = view.isSmall ? all : around(all, here);
  const items = shown.map((group) => ({
    title: groupTitle(group, titles),
    url: groupUrl(space, locale, api, group),
    ...(isOpen(group, view)
      ? { items: below(input, api, group, view) }
      : { load: navigationDataPath(api, locale, `tags/${group.slug}`) }),
  }));
  if (shown.length === all.length) return items;
  const url = outer ? groupUrl(space, locale, api, outer) : referenceUrl(space, locale, api);
  const file = outer ? `tags/${outer.slug}` : 'all';
  const size = outer ? outer.operations.length + all.length : all.length;
  return [...items, rest(titles.allGroups(all.length), url, size, navigationDataPath(api, locale, file))];
}

/** The operations and groups of a group, or those around the page. */
function below(input: NavigationInput, api: Api, group: OperationGroup, view: View): NavigationItem[] {
  const { space, locale, titles } = input;
  const { operations } = group;
  const shown = view.isSmall ? operations : around(operations, view.operation);
  const items = shown.map((operation) => operationItem(input, api, operation));
  const inner = groupItems(input, api, group.groups, group, view);
  if (shown.length === operations.length) return [...items, ...inner];
  const size = operations.length + group.groups.length;
  const file = navigationDataPath(api, locale, `tags/${group.slug}`);
  const all = rest(titles.allOperations(operations.length), groupUrl(space, locale, api, group), size, file);
  return [...items, all, ...inner];
}

/** A link to a whole list; the list is loaded in its place where it is short enough. */
function rest(title: string, url: string, size: number, load: string): NavigationItem {
  return { title, url, isRest: true, ...(size <= MOST_LOADED ? { load } : {}) };
}

function operationItem({ space, locale }: NavigationInput, api: Api, operation: Operation): NavigationItem {
  return {
    title: operationTitle(operation),
    url: operationUrl(space, locale, api, operation),
    method: operation.method,
    ...(operation.deprecated ? { deprecated: true } : {}),
  };
}

function webhookItem({ space, locale }: NavigationInput, api: Api, webhook: Webhook): NavigationItem {
  return {
    title: webhookTitle(webhook),
    url: webhookUrl(space, locale, api, webhook),
    method: webhook.operation.method,
    ...(webhook.operation.deprecated ? { deprecated: true } : {}),
  };
}

function holdsOperations(group: OperationGroup): boolean {
  return group.operations.length > 0 || group.groups.some(holdsOperations);
}

const filled = new WeakMap<readonly OperationGroup[], readonly OperationGroup[]>();

/** Every group that holds operations, at any depth; each page asks. */
function filledGroups(api: Api): readonly OperationGroup[] {
  const all = operationGroups(api);
  const found = filled.get(all) ?? placedGroups(api).flatMap(({ group }) => (holdsOperations(group) ? [group] : []));
  filled.set(all, found);
  return found;
}

function webhookItems(input: NavigationInput, api: Api, isSmall: boolean, path: string): NavigationItem[] {
  const { space, locale, titles } = input;
  const webhooks = api.webhooks ?? [];
  if (webhooks.length === 0) return [];
  const head = { title: titles.webhooks, url: `${referenceUrl(space, locale, api)}#webhooks` };
  const load = navigationDataPath(api, locale, 'webhooks');
  if (!isSmall && !path.startsWith('webhooks/')) return [{ ...head, load }];
  const here = webhooks.find((webhook) => path === `webhooks/${webhookSlug(api, webhook)}`);
  const shown = isSmall ? webhooks : around(webhooks, here);
  const items = shown.map((webhook) => webhookItem(input, api, webhook));
  const all = rest(titles.allOperations(webhooks.length), head.url, webhooks.length, load);
  return [{ ...head, items: [...items, ...(shown.length < webhooks.length ? [all] : [])] }];
}

function schemaItems(input: NavigationInput, api: Api, path: string): NavigationItem[] {
  const { space, locale, titles } = input;
  const schemas = namedSchemas(api);
  if (schemas.length === 0) return [];
  const head = { title: titles.schemas, url: schemasUrl(space, locale, api) };
  const load = navigationDataPath(api, locale, 'schemas');
  const [folder, name] = path.split('/');
  if (folder !== 'schemas' || name === undefined) return [{ ...head, load }];
  const here = schemas.find((schema) => schema.slug === name);
  const shown = around(schemas, here);
  const items = shown.map((schema) => ({
    title: schema.name,
    url: schemaUrl(space, locale, api, schema.id) ?? head.url,
  }));
  const all = rest(titles.allOperations(schemas.length), head.url, schemas.length, load);
  return [{ ...head, items: [...items, ...(shown.length < schemas.length ? [all] : [])] }];
}

/** A part of the navigation that pages load when it is opened. */
export interface NavigationFile {
  /** Its data path, without `.json`. */
  readonly path: string;
  readonly items: readonly NavigationItem[];
}

/** Every part of an API's navigation that some page can load. */
export function navigationFiles(input: NavigationInput, api: Api): NavigationFile[] {
  const { locale, space, titles } = input;
  const file = (name: string, items: readonly NavigationItem[], more: NavigationItem): NavigationFile => ({
    path: navigationDataPath(api, locale, name),
    items: items.length <= MOST_LOADED ? items : [...items.slice(0, MOST_LOADED), { ...more, isRest: true }],
  });
  const whole = (count: number, url: string): NavigationItem => ({ title: titles.allOperations(count), url });
  const all = navigationDataPath(api, locale, 'all');
  const overview = referenceUrl(space, locale, api);
  const schemas = namedSchemas(api);
  const schemaFile = file(
    'schemas',
    schemas.slice(0, MOST_LOADED + 1).map(({ id, name }) => ({
      title: name,
      url: schemaUrl(space, locale, api, id) ?? overview,
    })),
    whole(schemas.length, schemasUrl(space, locale, api)),
  );
  const ofSchemas = schemas.length > 0 ? [schemaFile] : [];
  if (isSmallSite(space.apis)) return ofSchemas;
  const groups = filledGroups(api);
  const top = operationGroups(api).filter(holdsOperations);
  const webhooks = api.webhooks ?? [];
  const closed = (list: readonly OperationGroup[]): NavigationItem[] =>
    list.filter(holdsOperations).map((group) => ({
      title: groupTitle(group, titles),
      url: groupUrl(space, locale, api, group),
      load: navigationDataPath(api, locale, `tags/${group.slug}`),
    }));
  return [
    ...ofSchemas,
    ...groups.map((group) => {
      const items = group.operations.map((operation) => operationItem(input, api, operation));
      const more = whole(group.operations.length, groupUrl(space, locale, api, group));
      return file(`tags/${group.slug}`, [...items, ...closed(group.groups)], more);
    }),
    ...(webhooks.length > 0
      ? [
          file(
            'webhooks',
            webhooks.map((webhook) => webhookItem(input, api, webhook)),
            whole(webhooks.length, `${overview}#webhooks`),
          ),
        ]
      : []),
    ...(top.length > LONGEST_LIST && top.length <= MOST_LOADED ? [{ path: all, items: closed(top) }] : []),
  ];
}
