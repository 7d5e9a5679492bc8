import { en, type Messages } from './en.ts';
import { ownName } from './language-name.ts';
import { zhCN } from './zh-CN.ts';

/** The languages that the interface comes with, by tag. An owner can add others, see site/language-files.ts. */
export const languages: ReadonlyMap<string, Messages> = new Map<string, Messages>([
  ['en', en],
  ['zh-CN', zhCN],
]);

/** The strings of a language before anybody has written them: English, but for what the language is called. */
export function unwritten(tag: string): Messages {
  const name = ownName(tag);
  return { ...en, site: { ...en.site, languageName: name, readInLanguage: name } };
}

/** The strings of a language: as the owner wrote them, as they come with us, or in English where neither has it. */
export function messagesAmong(own: { readonly [locale: string]: Messages }, locale: string): Messages {
  return (Object.hasOwn(own, locale) ? own[locale] : undefined) ?? languages.get(locale) ?? unwritten(locale);
}
