import { likelyLocale } from '../i18n/likely-locale.ts';

/** What services show of a page that somebody shares: Open Graph, and the card of X. */
export interface SocialFacts {
  readonly title: string;
  readonly description?: string | undefined;
  readonly siteTitle: string;
  /** The whole address; left out where the site's own isn't known. */
  readonly url?: string | undefined;
  /** The same of the owner's one picture. */
  readonly image?: string | undefined;
  readonly isArticle: boolean;
  readonly locale: string;
  /** The other languages that the page is there in. */
  readonly otherLocales: readonly string[];
}

export interface MetaTag {
  readonly property?: string;
  readonly name?: string;
  readonly content: string;
}

/** @see https://ogp.me/ */
export function socialTags(facts: SocialFacts): MetaTag[] {
  const { title, description, siteTitle, url, image, isArticle, locale, otherLocales } = facts;
  const property = (name: string, content: string | undefined): MetaTag[] =>
    content ? [{ property: name, content }] : [];
  return [
    ...property('og:title', title),
    ...property('og:description', description),
    ...property('og:type', isArticle ? 'article' : 'website'),
    ...property('og:url', url),
    ...property('og:site_name', siteTitle),
    ...property('og:locale', territory(locale)),
    ...otherLocales.flatMap((other) => property('og:locale:alternate', territory(other))),
    ...property('og:image', image),
    { name: 'twitter:card', content: image ? 'summary_large_image' : 'summary' },
  ];
}

/** `zh-CN` → `zh_CN`, `en` → `en_US`: the form that Open Graph has for languages. */
function territory(locale: string): string | undefined {
  const likely = likelyLocale(locale);
  return likely && `${likely.language}_${likely.region}`;
}
