import { messagesOf } from '../i18n/languages.ts';
import type { Api } from '../model/api.ts';
import { languagesOf, STATIC_LANGUAGES } from '../samples/targets.ts';
import { operationMarkdown, webhookMarkdown } from '../views/markdown/operation.ts';
import { apisMarkdown, groupMarkdown, overviewMarkdown, schemaListMarkdown } from '../views/markdown/overview.ts';
import { schemaMarkdown } from '../views/markdown/schema.ts';
import { type TwinContext, twinUrl } from '../views/markdown/twin.ts';
import { examplePath } from '../views/urls.ts';
import { descriptionBlocks } from './description-markdown.ts';
import { listedApis } from './listed-apis.ts';
import { urlSpace } from './paths.ts';
import type { ReferencePage } from './reference-pages.ts';
import { safeUrl } from './render-markdown.ts';
import type { SiteData } from './site-data.ts';

/** What a copy is written for: the site as it is, and its address where that is known. */
export interface TwinSite {
  readonly data: SiteData;
  readonly site: URL | undefined;
}

/** The Markdown copy of a page of the reference, ending in a newline. */
export async function referenceMarkdown({ data, site }: TwinSite, page: ReferencePage): Promise<string> {
  const { locale } = page;
  const context = (api: Api, request?: Parameters<typeof examplePath>[1]): TwinContext => ({
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
  const languages = languagesOf(data.options.samples).slice(0, STATIC_LANGUAGES);
  switch (page.kind) {
    case 'operation':
      return `${await operationMarkdown(context(page.api, page.operation), page.operation, languages)}\n`;
    case 'webhook':
      return `${webhookMarkdown(context(page.api, page.webhook), page.webhook)}\n`;
    case 'overview':
      return `${overviewMarkdown(context(page.api))}\n`;
    case 'group':
      return `${groupMarkdown(context(page.api), page.group)}\n`;
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

/** Where links of copies lead: to other copies, with the site's own address where it is known. */
export function addressIn({ data, site }: TwinSite): (url: string) => string {
  return (url) => {
    const path = twinUrl(data, url);
    return site ? new URL(path, site).href : path;
  };
}
