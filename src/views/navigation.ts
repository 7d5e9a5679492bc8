import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { uniqueSlugs } from './slugs.ts';
import { guideUrl, operationUrl, referenceUrl, type UrlSpace } from './urls.ts';

export interface NavigationLink {
  readonly title: string;
  readonly url: string;
  /** The method of an operation, for its badge. */
  readonly method?: string;
  readonly deprecated?: boolean;
}

export interface NavigationGroup {
  readonly title: string;
  readonly links: readonly NavigationLink[];
}

export interface NavigationInput {
  readonly space: UrlSpace;
  readonly locale: string;
  /** In their order; the home page is not among them. */
  readonly guides: readonly { readonly name: string; readonly title: string }[];
  /** Titles of the interface: the group of guides, an API's overview, operations without a tag. */
  readonly titles: { readonly guides: string; readonly overview: string; readonly other: string };
}

/** The navigation of one language: guides first, then each API by tag. Empty groups are left out. */
export function navigation({ space, locale, guides, titles }: NavigationInput): NavigationGroup[] {
  const guideLinks = guides.map(({ name, title }) => ({ title, url: guideUrl(space, locale, name) }));
  return [
    { title: titles.guides, links: guideLinks },
    ...space.apis.flatMap((api) => [
      { title: api.title, links: [{ title: titles.overview, url: referenceUrl(space, locale, api) }] },
      ...tagGroups(api, titles.other).map(({ title, operations }) => ({
        title,
        links: operations.map((operation) => ({
          title: operationTitle(operation),
          url: operationUrl(space, locale, api, operation),
          method: operation.method,
          deprecated: operation.deprecated,
        })),
      })),
    ]),
  ].filter((group) => group.links.length > 0);
}

export interface TagGroup {
  readonly title: string;
  readonly description?: string;
  readonly operations: readonly Operation[];
}

/** An API's operations by their first tag, in the order of the tags, those without one last. */
export function tagGroups(api: Api, otherTitle: string): TagGroup[] {
  const byTag = new Map<string | undefined, Operation[]>();
  for (const operation of api.operations) {
    const tag = operation.tags[0];
    const group = byTag.get(tag);
    if (group) group.push(operation);
    else byTag.set(tag, [operation]);
  }
  const tagged = api.tags.map((tag) => ({
    title: tag.summary ?? tag.name,
    ...(tag.description ? { description: tag.description } : {}),
    operations: byTag.get(tag.name) ?? [],
  }));
  return [...tagged, { title: otherTitle, operations: byTag.get(undefined) ?? [] }].filter(
    (group) => group.operations.length > 0,
  );
}

/** An id for the heading of each group, unique also where a tag is called like the group of those without one. */
export function groupIds(groups: readonly TagGroup[]): string[] {
  const names = groups.map(({ title }, index) => ({ key: String(index), name: title, identity: String(index) }));
  const slugs = uniqueSlugs(names);
  return names.map(({ key }) => `tag-${slugs.get(key)}`);
}

/** What an operation is called: its summary when that is a title, else its id, else method and path. */
export function operationTitle(operation: Operation): string {
  const summary = operation.summary?.trim();
  if (summary && summary.length <= 120 && !summary.includes('\n')) return summary;
  return operation.operationId ?? `${operation.method} ${operation.path}`;
}
