import type { Changelog } from '../changes/changelog.ts';
import type { Api } from '../model/api.ts';
import type { Operation, Webhook } from '../model/operation.ts';
import type { SchemaId } from '../model/schema-object.ts';
import { schemaSheets } from '../schema/paged.ts';
import { editionsOf } from '../views/api-paths.ts';
import { editionsUrl, oneOfEach } from '../views/api-switch.ts';
import { changelogSheets } from '../views/changelog.ts';
import { type OperationGroup, placedGroups } from '../views/groups.ts';
import {
  changelogOf,
  changelogPath,
  editionsPath,
  hasGroupPages,
  hasOnePage,
  hasSchemasPage,
  namedSchemas,
  operationSlug,
  referencePath,
  schemaPath,
  type UrlSpace,
  webhookSlug,
} from '../views/urls.ts';
import { contentKey, siteKey } from './reuse/page-keys.ts';
import { remember } from './reuse/remember.ts';
import type { SiteData } from './site-data.ts';
import { urlSpace } from './url-space.ts';

/** A page below `/reference/`. */
export type ReferencePage = { readonly locale: string } & (
  | { readonly kind: 'apis' }
  /** The versions of an API. */
  | { readonly kind: 'editions'; readonly apis: readonly Api[] }
  | { readonly kind: 'overview'; readonly api: Api }
  | { readonly kind: 'operation'; readonly api: Api; readonly operation: Operation }
  | { readonly kind: 'webhook'; readonly api: Api; readonly webhook: Webhook }
  | { readonly kind: 'group'; readonly api: Api; readonly group: OperationGroup }
  /** `sheet` counts the pages of one changelog from 1. */
  | { readonly kind: 'changelog'; readonly api: Api; readonly changelog: Changelog; readonly sheet: number }
  | { readonly kind: 'schemas'; readonly api: Api }
  /** `sheet` counts the pages of one schema from 1. */
  | { readonly kind: 'schema'; readonly api: Api; readonly id: SchemaId; readonly sheet: number }
);

/** The pages that have all of an API each: copies of its other pages, for reading and printing. */
export function onePages(site: SiteData, locale: string): { path: string; api: Api }[] {
  const space = urlSpace(site, locale);
  return space.apis.filter(hasOnePage).map((api) => ({
    path: `${referencePath(space, api).slice('reference/'.length)}all`,
    api,
  }));
}

/** Every page of the reference in a language, each with its path below `/reference/`, empty for that itself. */
export function referencePages(site: SiteData, locale: string): { path: string; page: ReferencePage }[] {
  const space = urlSpace(site, locale);
  const pages: { path: string; page: ReferencePage }[] = space.apis.flatMap((api) => {
    const folder = referencePath(space, api).slice('reference/'.length).replace(/\/$/, '');
    const below = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    return [
      { path: folder, page: { locale, kind: 'overview', api } as const },
      ...api.operations.map((operation) => ({
        path: below(operationSlug(api, operation)),
        page: { locale, kind: 'operation', api, operation } as const,
      })),
      ...(api.webhooks ?? []).map((webhook) => ({
        path: below(`webhooks/${webhookSlug(api, webhook)}`),
        page: { locale, kind: 'webhook', api, webhook } as const,
      })),
      ...(hasGroupPages(api) ? placedGroups(api) : []).map(({ group }) => ({
        path: below(`tags/${group.slug}`),
        page: { locale, kind: 'group', api, group } as const,
      })),
      ...changelogPages(space, api).map(({ changelog, sheet }) => ({
        path: below(changelogPath(api, sheet)),
        page: { locale, kind: 'changelog', api, changelog, sheet } as const,
      })),
      ...(hasSchemasPage(api) ? [{ path: below('schemas'), page: { locale, kind: 'schemas', api } as const }] : []),
      ...countSheets(site, locale, api).flatMap(({ schema, sheets }) =>
        Array.from({ length: sheets }, (_, index) => ({
          path: below(`schemas/${schemaPath(schema, index + 1)}`),
          page: { locale, kind: 'schema', api, id: schema.id, sheet: index + 1 } as const,
        })),
      ),
    ];
  });
  const listed = oneOfEach(space.apis, undefined).flatMap((api) => {
    if (!editionsUrl(space, locale, api)) return [];
    const apis = editionsOf(space.apis, api);
    return [{ path: editionsPath(space, api), page: { locale, kind: 'editions', apis } as const }];
  });
  pages.push(...listed);
  const isWhole = pages.length === 0 || pages.some(({ path }) => path === '');
  return isWhole ? pages : [{ path: '', page: { locale, kind: 'apis' } }, ...pages];
}

/** How many pages each schema has, for which all of it has to be laid out. */
function countSheets(
  site: SiteData,
  locale: string,
  api: Api,
): { schema: ReturnType<typeof namedSchemas>[number]; sheets: number }[] {
  const schemas = namedSchemas(api);
  type Count = readonly [id: SchemaId, key: string | null, sheets: number];
  const counts = remember<readonly Count[]>(`sheets ${locale} ${api.id}`, siteKey(site), (before = []) => {
    const known = new Map(before.map(([id, key, sheets]) => [`${id} ${key}`, sheets]));
    return schemas.map(({ id }): Count => {
      const key = contentKey(site, { kind: 'schema', locale, api, id, sheet: 1 }) ?? null;
      return [id, key, known.get(`${id} ${key}`) ?? schemaSheets(api.schemas, id).length];
    });
  });
  return schemas.map((schema, index) => ({ schema, sheets: counts[index]?.[2] ?? 1 }));
}

function changelogPages(space: UrlSpace, api: Api): { changelog: Changelog; sheet: number }[] {
  const changelog = changelogOf(space, api);
  if (!changelog) return [];
  return Array.from({ length: changelogSheets(changelog) }, (_, index) => ({ changelog, sheet: index + 1 }));
}
