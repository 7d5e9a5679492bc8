import { type FeedItem, feedText } from '../views/feed.ts';
import { guideUrl, localeRoot } from '../views/urls.ts';
import { urlSpace } from './paths.ts';
import type { GuideEntry, SiteData } from './site-data.ts';

/** The guides of a language that have a date, and a text of their own. */
function dated(data: SiteData, locale: string): GuideEntry[] {
  return data.guides.filter(
    (guide) => guide.locale === locale && guide.data.date !== undefined && guide.original?.kind !== 'missing',
  );
}

/** The path of a language's feed, where it has guides with a date. */
export function feedPath(data: SiteData, locale: string): string | undefined {
  return dated(data, locale).length > 0 ? `${localeRoot(urlSpace(data, locale), locale)}feed.xml` : undefined;
}

/** The feed of a language. @param site - feeds hold whole addresses */
export function siteFeed(data: SiteData, locale: string, site: URL): string {
  const space = urlSpace(data, locale);
  const whole = (path: string): string => new URL(path, site).href;
  const home = localeRoot(space, locale);
  const index = data.guides.find((guide) => guide.locale === locale && guide.name === 'index');
  const { title } = data.options;
  const items = dated(data, locale).map(
    ({ name, data: { title: of, description, date = '' } }): FeedItem => ({
      title: of,
      description,
      url: whole(guideUrl(space, locale, name)),
      date,
    }),
  );
  const facts = { title, description: index?.data.description ?? title, locale };
  return feedText({ ...facts, home: whole(home), self: whole(`${home}feed.xml`) }, items);
}
