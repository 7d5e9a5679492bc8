import type { Crumb } from './breadcrumbs.ts';

/** What search engines read of a page, as schema.org names it. */
export interface LinkedData {
  readonly '@context': 'https://schema.org';
  readonly '@type': string;
  readonly [property: string]: unknown;
}

export interface ArticleFacts {
  /** `APIReference` of an operation, a schema or an API. */
  readonly type: 'TechArticle' | 'APIReference';
  readonly title: string;
  readonly description?: string | undefined;
  readonly url: string;
  readonly locale: string;
  readonly siteTitle: string;
  readonly image?: string | undefined;
  /** Of a guide, `2026-01-31`. */
  readonly date?: string | undefined;
}

export function articleData(facts: ArticleFacts): LinkedData {
  const { type, title, description, url, locale, siteTitle, image, date } = facts;
  return {
    '@context': 'https://schema.org',
    '@type': type,
    headline: title,
    ...(description ? { description } : {}),
    url,
    inLanguage: locale,
    ...(image ? { image } : {}),
    ...(date ? { datePublished: date } : {}),
    isPartOf: { '@type': 'WebSite', name: siteTitle },
  };
}

/** @param absolute - the whole address of a path of the site */
export function breadcrumbData(crumbs: readonly Crumb[], absolute: (url: string) => string): LinkedData {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ title, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      item: absolute(url),
    })),
  };
}

const ESCAPED = /[<>&\u2028\u2029]/g;

/** The data as the text of a `<script type="application/ld+json">`: nothing in it ends the element. */
export function dataBlock(data: LinkedData): string {
  return JSON.stringify(data).replace(ESCAPED, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
