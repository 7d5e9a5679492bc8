import type { Api } from '../model/api.ts';
import type { Operation, Webhook } from '../model/operation.ts';
import { groupTitle, placedGroups } from '../views/groups.ts';
import { type LlmsContext, llmsText } from '../views/markdown/llms.ts';
import { twinUrl } from '../views/markdown/twin.ts';
import { guideUrl, localeRoot, operationUrl, referencePath, webhookUrl } from '../views/urls.ts';
import { describedFiles } from './described.ts';
import { guidePages } from './guide-pages.ts';
import { messagesOf } from './messages.ts';
import { urlSpace } from './paths.ts';
import type { RequestPage } from './reuse/page-keys.ts';
import { currentRun } from './run.ts';
import { apisOf, type SiteData } from './site-data.ts';
import { addressIn, type TwinSite, twinMarkdown } from './twins.ts';

/** As many operations stand in one file beside the guides; an API with more has files of its own. */
const MOST_OPERATIONS = 60;

/** A file with the copies of some pages of a large API, one after the other. */
export interface LlmsPart {
  /** Below `/llms-full/`, without `.txt`. */
  readonly path: string;
  readonly title: string;
  readonly pages: readonly RequestPage[];
}

/** `/llms.txt` of a language. */
export function llmsIndex(place: TwinSite, locale: string): string {
  const { data } = place;
  const space = urlSpace(data, locale);
  const text = messagesOf(locale).site;
  const all = data.guides.filter((guide) => guide.locale === locale);
  const home = all.find(({ name }) => name === 'index');
  const guides = [...(home ? [home] : []), ...all.filter((guide) => guide !== home)];
  const [api] = space.apis;
  const file = fileIn(place, locale);
  const context: LlmsContext = {
    space,
    locale,
    text,
    address: addressIn(place),
    title: data.options.title,
    description: home?.data.description ?? api?.summary,
    guides: guides.map(({ name, data: { title, description } }) => ({
      title,
      description,
      url: guideUrl(space, locale, name),
    })),
    more: [
      { title: text.wholeText, url: file('llms-full.txt') },
      ...space.apis.flatMap((one) =>
        describedFiles(data, locale, one)
          .filter(({ format }) => format === 'yaml')
          .map(({ url }) => ({ title: `${text.download}${text.colon}${one.title}`, url: addressIn(place)(url) })),
      ),
      ...data.locales
        .filter((other) => other !== locale)
        .map((other) => ({ title: messagesOf(other).site.languageName, url: fileIn(place, other)('llms.txt') })),
    ],
  };
  return `${llmsText(context)}\n`;
}

/** `/llms-full.txt` of a language: the guides and all small APIs whole, and where the parts of larger ones are. */
export async function llmsFull(place: TwinSite, locale: string): Promise<string> {
  const { data } = place;
  const guides = guidePages(data).filter((page) => page.locale === locale);
  const texts: string[] = [];
  for (const page of guides) texts.push(await twinMarkdown(place, page));
  for (const api of apisOf(data, locale)) {
    texts.push(await twinMarkdown(place, { kind: 'overview', locale, api }));
    const parts = llmsParts(data, locale, api);
    if (parts.length === 0) {
      for (const page of requestPages(locale, api, api.operations, api.webhooks)) texts.push(await copyOf(place, page));
    } else {
      const file = fileIn(place, locale);
      texts.push(`${parts.map(({ title, path }) => `- ${title}: ${file(`llms-full/${path}.txt`)}`).join('\n')}\n`);
    }
  }
  return texts.join('\n---\n\n');
}

export async function llmsPart(place: TwinSite, { pages }: LlmsPart): Promise<string> {
  const texts: string[] = [];
  for (const page of pages) texts.push(await copyOf(place, page));
  return texts.join('\n---\n\n');
}

/** The copy of a page, as it was written where a build has done that already. */
async function copyOf(place: TwinSite, page: RequestPage): Promise<string> {
  const { data } = place;
  const { locale, api } = page;
  const space = urlSpace(data, locale);
  const url =
    page.kind === 'operation'
      ? operationUrl(space, locale, api, page.operation)
      : webhookUrl(space, locale, api, page.webhook);
  const file = decodeURI(twinUrl(data, url)).slice(data.base.length);
  return currentRun()?.filesOfPages?.read(file) ?? (await twinMarkdown(place, page));
}

/** The pages about requests of an API, or about some of them. */
export function requestPages(
  locale: string,
  api: Api,
  operations: readonly Operation[],
  webhooks: readonly Webhook[] = [],
): RequestPage[] {
  return [
    ...operations.map((operation) => ({ locale, kind: 'operation', api, operation }) as const),
    ...webhooks.map((webhook) => ({ locale, kind: 'webhook', api, webhook }) as const),
  ];
}

/** The parts of an API that is too large for one file: its groups, each in files of so many operations. */
export function llmsParts(data: SiteData, locale: string, api: Api): LlmsPart[] {
  const webhooks = api.webhooks ?? [];
  if (api.operations.length + webhooks.length <= MOST_OPERATIONS) return [];
  const text = messagesOf(locale).site;
  const folder = referencePath(urlSpace(data, locale), api).slice('reference/'.length).replace(/\/$/, '') || 'api';
  const cut = (name: string, title: string, pages: readonly RequestPage[]): LlmsPart[] =>
    Array.from({ length: Math.ceil(pages.length / MOST_OPERATIONS) }, (_, at) => ({
      path: `${folder}/${name}${at === 0 ? '' : `/${at + 1}`}`,
      title: at === 0 ? title : `${title} (${at + 1})`,
      pages: pages.slice(at * MOST_OPERATIONS, (at + 1) * MOST_OPERATIONS),
    }));
  return [
    ...placedGroups(api).flatMap(({ group }) =>
      cut(group.slug, groupTitle(group, text), requestPages(locale, api, group.operations)),
    ),
    // No slug has this character.
    ...cut('_webhooks', text.webhooks, requestPages(locale, api, [], webhooks)),
  ];
}

/** The address of a file of a language, whole where the site's own is known. */
function fileIn({ data, site }: TwinSite, locale: string): (name: string) => string {
  return (name) => {
    const path = `${localeRoot(urlSpace(data, locale), locale)}${name}`;
    return site ? new URL(path, site).href : path;
  };
}
