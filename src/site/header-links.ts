import { site } from 'virtual:curlew/site';
import { localized } from './localized-text.ts';
import { withBase } from './paths.ts';

/** The owner's links at the head of every page, in a language. */
export function headerLinks(locale: string): { readonly label: string; readonly href: string }[] {
  return site.options.header.map(({ label, href }) => ({
    label: localized(label, locale),
    href: withBase(localized(href, locale)),
  }));
}
