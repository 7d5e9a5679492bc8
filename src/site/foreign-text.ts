import { site } from 'virtual:curlew/site';
import { directionOf, textDirection } from '../i18n/direction.ts';
import { localeOf } from './guide-operation.ts';

/** What marks a text of a description as one of another language than its page; an element's attributes. */
interface ForeignText {
  readonly lang?: string;
  readonly dir?: string;
  /** The texts around it are translated, so that it is marked for readers too. */
  readonly 'data-untranslated'?: '';
}

const untranslated = new WeakMap<readonly string[], ReadonlySet<string>>();

/** @param url - of the page that shows the text */
export function foreignText(text: string, url: URL): ForeignText {
  const locale = localeOf(url);
  const { defaultLocale } = site.options;
  if (locale === defaultLocale) return directed(text, locale);
  const list = Object.hasOwn(site.untranslated, locale) ? site.untranslated[locale] : undefined;
  const own = { lang: defaultLocale, dir: directionOf(defaultLocale) };
  // Without an overlay nothing is translated.
  if (!list) return own;
  let known = untranslated.get(list);
  if (!known) {
    known = new Set(list);
    untranslated.set(list, known);
  }
  return known.has(text) ? { ...own, 'data-untranslated': '' } : directed(text, locale);
}

/** A description may be written in another script than its language: its lists and tables then run as its letters do. */
function directed(text: string, locale: string): ForeignText {
  const dir = textDirection(text);
  return dir === directionOf(locale) || !/\p{L}/u.test(text) ? {} : { dir };
}
