import type { Api } from '../model/api.ts';
import { placedGroups } from './groups.ts';
import { shownApis } from './navigation.ts';
import { countRequests, type NavigationInput } from './navigation-item.ts';
import { operationTitle, webhookTitle } from './operation-title.ts';
import { navigationDataPath, operationSlug, referenceUrl, webhookSlug } from './urls.ts';

/**
 * A line that the filter of the navigation looks through: the path of its page below the list's root, its title,
 * and of an operation its method, its path, its id and whether it is deprecated.
 */
export type ListRow = readonly [path: string, title: string, method?: string, at?: string, id?: string, deprecated?: 1];

/** A file of such lines; a large API has several. */
export interface NavigationList {
  /** The address that each line's path follows. */
  readonly root: string;
  readonly rows: readonly ListRow[];
}

/** As many lines has one file: some 40 kB compressed. */
const MOST_ROWS = 2000;
/** So many lines are seen at a glance. */
const FEW_LINES = 12;

/** The files that the filter of a page loads; none where there is little to filter. */
export function listFiles(input: NavigationInput, current: string): string[] {
  const { space, locale, guides } = input;
  const { open } = shownApis(space, locale, current);
  const lines = open.reduce((sum, api) => sum + countRequests(api), guides.length);
  if (lines <= FEW_LINES) return [];
  return [
    ...(guides.length > 0 ? [guideListPath(locale)] : []),
    ...open.flatMap((api) =>
      Array.from({ length: Math.ceil(countRequests(api) / MOST_ROWS) }, (_, part) => listPath(api, locale, part)),
    ),
  ];
}

export function guideListPath(locale: string): string {
  return `${locale.toLowerCase()}/guides`;
}

function listPath(api: Api, locale: string, part: number): string {
  return navigationDataPath(api, locale, `list-${part + 1}`);
}

/** The lists of an API, each with its data path, in the order of the navigation. */
export function navigationLists(
  { space, locale }: Pick<NavigationInput, 'space' | 'locale'>,
  api: Api,
): { readonly path: string; readonly list: NavigationList }[] {
  const operations = placedGroups(api).flatMap(({ group }) => group.operations);
  const rows: ListRow[] = [
    ...operations.map((operation) =>
      row(operationSlug(api, operation), operationTitle(operation), operation.path, operation),
    ),
    ...(api.webhooks ?? []).map((webhook) =>
      row(`webhooks/${webhookSlug(api, webhook)}`, webhookTitle(webhook), webhook.name, webhook.operation),
    ),
  ];
  const root = referenceUrl(space, locale, api);
  return Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, part) => ({
    path: listPath(api, locale, part),
    list: { root, rows: rows.slice(part * MOST_ROWS, (part + 1) * MOST_ROWS) },
  }));
}

function row(
  slug: string,
  title: string,
  at: string,
  { method, operationId, deprecated }: { method: string; operationId?: string; deprecated: boolean },
): ListRow {
  const id = operationId === undefined || operationId === title ? '' : operationId;
  if (deprecated) return [`${slug}/`, title, method, at, id, 1];
  return id === '' ? [`${slug}/`, title, method, at] : [`${slug}/`, title, method, at, id];
}
