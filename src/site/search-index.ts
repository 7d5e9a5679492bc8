import { messagesAmong } from '../i18n/languages.ts';
import type { Api } from '../model/api.ts';
import { showInvisibles } from '../model/invisibles.ts';
import { apiPages, type KnownRows } from '../search/api-pages.ts';
import { buildIndex } from '../search/build-index.ts';
import type { SearchPage, SearchRow } from '../search/entries.ts';
import type { Manifest } from '../search/format.ts';
import { passagesOf } from '../search/passages.ts';
import { oneOfEach } from '../views/api-switch.ts';
import { guideUrl, localeRoot, referenceUrl, searchIndexPath } from '../views/urls.ts';
import type { SiteData } from './site-data.ts';
import { urlSpace } from './url-space.ts';

/** A heading as the compiled file of a guide gives it. */
export interface GuideHeading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/** What is found on a guide: its headings below the title. */
export function guideRows(headings: readonly GuideHeading[]): SearchRow[] {
  return headings
    .filter(({ depth }) => depth > 1)
    .map(({ slug, text }) => ({ kind: 'heading', name: text, id: slug, text: '' }));
}

/**
 * The files of every index of the site: one for each language with its guides and the newest version of each API,
 * and one for each older version.
 *
 * @param known - what pages told of themselves when they were made; guides are known by nothing else
 * @returns contents by path below the site's base
 */
export function searchFiles(site: SiteData, known: KnownRows): Map<string, string> {
  const files = new Map<string, string>();
  for (const locale of site.locales) {
    const space = urlSpace(site, locale);
    const newest = oneOfEach(space.apis, undefined);
    const place = { space, locale, text: messagesAmong(site.messages, locale).site, known };
    const put = (api: Api | undefined, apis: readonly Api[], pages: readonly SearchPage[]): void =>
      putIndex(files, { site, locale, api, apis, pages });
    put(undefined, newest, [...newest.flatMap((api) => apiPages(api, place)), ...guidePages(site, locale, known)]);
    for (const api of space.apis) if (!newest.includes(api)) put(api, [api], apiPages(api, place));
  }
  return files;
}

function guidePages(site: SiteData, locale: string, known: KnownRows): SearchPage[] {
  const space = urlSpace(site, locale);
  const guides = site.guides
    .filter((guide) => guide.locale === locale)
    .map(({ name, data: { title, description = '' }, parts }) => {
      const url = guideUrl(space, locale, name);
      const path = url.slice(localeRoot(space, locale).length);
      const rows = known(url) ?? [];
      const { passages, headings } = passagesOf(parts);
      // Where an author wrote headings in another way than most, the passages lead to the guide itself.
      const places = headings === rows.length ? rows : [];
      const base = { tags: [], deprecated: false };
      return {
        // Its address may be in another language than its title: `/streaming/`.
        page: { ...base, kind: 'guide' as const, title, path, name: path, text: description, rows },
        passages: passages.map(({ heading, text }) => {
          const row = places[heading];
          const place = row ? { title: row.name, path: `${path}#${row.id}` } : { title, path };
          return { ...base, ...place, kind: 'passage' as const, guide: title, text, rows: [] };
        }),
      };
    });
  return [...guides.map(({ page }) => page), ...guides.flatMap(({ passages }) => passages)];
}

interface IndexPlan {
  readonly site: SiteData;
  readonly locale: string;
  /** The older version that the index is of. */
  readonly api: Api | undefined;
  readonly apis: readonly Api[];
  readonly pages: readonly SearchPage[];
}

function putIndex(files: Map<string, string>, { site, locale, api, apis, pages }: IndexPlan): void {
  const space = urlSpace(site, locale);
  const root = localeRoot(space, locale);
  const built = buildIndex(
    pages,
    apis.map(({ id }) => id),
  );
  const folder = `${searchIndexPath(locale)}/${built.manifest.folder}`;
  const newest = api && oneOfEach(space.apis, undefined).find((one) => one.edition?.api === api.edition?.api);
  const manifest: Manifest = {
    ...built.manifest,
    locale,
    name: messagesAmong(site.messages, locale).site.languageName,
    root,
    folder: `${site.base}${folder}/`,
    apis: apis.map((one) => ({
      title: showInvisibles(one.title),
      path: referenceUrl(space, locale, one).slice(root.length),
      ...(one.edition ? { edition: showInvisibles(one.edition.name) } : {}),
    })),
    ...(newest ? { insteadOf: referenceUrl(space, locale, newest).slice(root.length) } : {}),
    others: site.locales
      .filter((other) => other !== locale)
      .map((other) => ({
        locale: other,
        name: messagesAmong(site.messages, other).site.languageName,
        url: `${site.base}${searchIndexPath(other, api)}.json`,
      })),
    examples: examplesOf(pages),
    text: messagesAmong(site.messages, locale).search,
  };
  files.set(`${searchIndexPath(locale, api)}.json`, JSON.stringify(manifest));
  for (const [name, content] of built.files) files.set(`${folder}/${name}`, content);
}

/** No longer than fits on a phone. */
const LONGEST_EXAMPLE = 24;

/** Something of the first operation that readers can look for. */
function examplesOf(pages: readonly SearchPage[]): Manifest['examples'] {
  const first = pages.find(({ kind, rows }) => kind === 'operation' && rows.some((row) => row.kind === 'field'));
  const operation = (first?.endpoint ?? '').split(/[{?]/)[0]?.replace(/\/$/, '');
  const fields = first?.rows.filter(({ kind, name }) => kind === 'field' && name.length <= LONGEST_EXAMPLE) ?? [];
  const field = fields.find(({ name }) => /[a-z][_-]?[A-Z]|[_-]/.test(name)) ?? fields[0];
  const code = first?.rows.findLast(({ kind, name }) => kind === 'code' && /^\d{3}$/.test(name));
  return {
    ...(operation ? { operation: operation.slice(-LONGEST_EXAMPLE).replace(/^[^/]*(?=\/.)/, '') } : {}),
    ...(field ? { field: field.name } : {}),
    ...(code ? { code: code.name } : {}),
  };
}
