import { site } from 'virtual:curlew/site';
import type { SiteMessages } from '../i18n/en.ts';
import type { Api } from '../model/api.ts';
import type { PageMarks } from '../views/change-marks.ts';
import type { HtmlContext } from '../views/html/context.ts';
import { attribute, cleanHtml } from '../views/html/html.ts';
import { foreignText } from './foreign-text.ts';
import { localeOf } from './guide-operation.ts';
import { leadOn } from './lead-on.ts';
import { urlSpace } from './paths.ts';
import { renderMarkdown, safeUrl } from './render-markdown.ts';

/** What the markup of schemas is written for. @param url - of the page it stands on */
export function htmlContext(url: URL, api: Api, text: SiteMessages, marks?: PageMarks): HtmlContext {
  const locale = localeOf(url);
  const space = urlSpace(site, locale);
  const lead = leadOn(space, locale, api);
  return {
    api,
    space,
    locale,
    text,
    marks,
    prose: (description, place) => cleanHtml(renderMarkdown(description, text, place, lead)),
    foreign: (description) =>
      Object.entries(foreignText(description, url)).map(([name, value]) => attribute(name, value)),
    safeUrl,
  };
}
