import type { Api } from '../model/api.ts';
import { languagesOf, STATIC_LANGUAGES } from '../samples/targets.ts';
import { namedApis } from '../views/api-paths.ts';
import { changelogMarkdown } from '../views/markdown/changelog.ts';
import { type GuideContext, guideMarkdown } from '../views/markdown/guide.ts';
import { apisMarkdown, homeMarkdown } from '../views/markdown/home.ts';
import { operationMarkdown, webhookMarkdown } from '../views/markdown/operation.ts';
import { groupMarkdown, overviewMarkdown, schemaListMarkdown } from '../views/markdown/overview.ts';
import { schemaMarkdown } from '../views/markdown/schema.ts';
import { type TwinContext, twinUrl } from '../views/markdown/twin.ts';
import { examplePath, guideUrl, referenceRoot } from '../views/urls.ts';
import { settingsOf } from './api-settings.ts';
import { underBase } from './base-path.ts';
import { describedFiles } from './described.ts';
import { descriptionBlocks } from './description-markdown.ts';
import { type GuidePage, guidePages } from './guide-pages.ts';
import { listedApis } from './listed-apis.ts';
import { messagesOf } from './messages.ts';
import { urlSpace } from './paths.ts';
import { type ReferencePage, referencePages } from './reference-pages.ts';
import { safeUrl } from './render-markdown.ts';
import type { SiteData } from './site-data.ts';

/** What a copy is written for: the site as it is, and its address where that is known. */
export interface TwinSite {
  readonly data: SiteData;
  readonly site: URL | undefined;
}

/** The Markdown copy of a page, ending in a newline. */
export async function twinMarkdown(place: TwinSite, page: ReferencePage | GuidePage): Promise<string> {
  return 'kind' in page ? referenceMarkdown(place, page) : guidePageMarkdown(place, page);
}

/** What copies are written with in a language: for an API, and where its long examples lie. */
function twinContext(
  { data, site }: TwinSite,
  locale: string,
): (api: Api, request?: Parameters<typeof examplePath>[1]) => TwinContext {
  return (api, request) => ({
    api,
    space: urlSpace(data, locale),
    locale,
    text: messagesOf(locale).site,
    address: addressIn({ data, site }),
    prose: descriptionBlocks,
    safeUrl,
    ...(request
      ? { exampleFile: (number) => `${data.base}_curlew/examples/${examplePath(api, request, locale, number)}.txt` }
      : {}),
  });
}

async function referenceMarkdown({ data, site }: TwinSite, page: ReferencePage): Promise<string> {
  const { locale } = page;
  const context = twinContext({ data, site }, locale);
  const languages = languagesOf(data.options.samples).slice(0, STATIC_LANGUAGES);
  switch (page.kind) {
    case 'operation':
      return `${await operationMarkdown(context(page.api, page.operation), page.operation, languages)}\n`;
    case 'webhook':
      return `${webhookMarkdown(context(page.api, page.webhook), page.webhook)}\n`;
    case 'overview':
      return `${overviewMarkdown({ ...context(page.api), described: describedFiles(data, locale, page.api) })}\n`;
    case 'group':
      return `${groupMarkdown(context(page.api), page.group)}\n`;
    case 'changelog':
      return `${changelogMarkdown(context(page.api), page.changelog, page.sheet)}\n`;
    case 'schemas':
      return `${schemaListMarkdown(context(page.api))}\n`;
    case 'schema':
      return `${schemaMarkdown(context(page.api), page.id, page.sheet)}\n`;
    case 'apis':
    case 'editions': {
      const editions = page.kind === 'editions' ? page.apis : undefined;
      const { apis, title } = listedApis(urlSpace(data, locale), locale, editions);
      const text = messagesOf(locale).site;
      return `${apisMarkdown({ text, address: addressIn({ data, site }) }, title ?? text.reference, apis)}\n`;
    }
  }
}

async function guidePageMarkdown(place: TwinSite, { guide, locale, path }: GuidePage): Promise<string> {
  const { data } = place;
  const { options, base } = data;
  const space = urlSpace(data, locale);
  const text = messagesOf(locale).site;
  const address = addressIn(place);
  if (!guide) {
    const guides = data.guides
      .filter((one) => one.locale === locale)
      .map(({ name, data: { title, description } }) => ({ title, description, url: guideUrl(space, locale, name) }));
    return `${homeMarkdown({ text, address }, options.title, listedApis(space, locale).apis, guides)}\n`;
  }
  const page = path === '' ? base : `${base}${path}/`;
  const context: GuideContext = {
    space,
    locale,
    text,
    address,
    twin: twinContext(place, locale),
    languages: languagesOf(options.samples).slice(0, STATIC_LANGUAGES),
    appUrl: (name) => {
      const [api] = namedApis(data.apis, name);
      return api && settingsOf(options.apis, api).appUrl;
    },
    resolve: (href) => resolveHref(place, page, href),
  };
  return `${await guideMarkdown(context, guide.data.title, guide.parts)}\n`;
}

/** An address in a guide: another page's copy, a file, another site; nothing for a file that the build renames. */
function resolveHref(place: TwinSite, page: string, href: string): string | undefined {
  if (href.startsWith('#') || URL.canParse(href) || href.startsWith('//')) return href;
  const { data, site } = place;
  const target = new URL(underBase(href, data.base), `http://site.invalid${page}`);
  const path = decodePath(target.pathname);
  if (twinPages(data).has(path)) return addressIn(place)(target.pathname);
  // A picture beside the guide gets another name.
  if (!/^\//.test(href)) return undefined;
  const whole = target.pathname + target.search + target.hash;
  return site ? new URL(whole, site).href : whole;
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

const pagesOf = new WeakMap<SiteData, ReadonlySet<string>>();

/** The addresses of all pages that have a copy. */
export function twinPages(data: SiteData): ReadonlySet<string> {
  const known = pagesOf.get(data);
  if (known) return known;
  const pages = new Set([
    ...guidePages(data).map(({ path }) => (path === '' ? data.base : `${data.base}${path}/`)),
    ...data.locales.flatMap((locale) =>
      referencePages(data, locale).map(({ path }) => {
        const root = referenceRoot(urlSpace(data, locale), locale);
        return path === '' ? root : `${root}${path}/`;
      }),
    ),
  ]);
  pagesOf.set(data, pages);
  return pages;
}

/** Where links of copies lead: to other copies, with the site's own address where it is known. */
export function addressIn({ data, site }: TwinSite): (url: string) => string {
  return (url) => {
    const path = twinUrl(data, url);
    return site ? new URL(path, site).href : path;
  };
}
