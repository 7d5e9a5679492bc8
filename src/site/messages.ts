import { site } from 'virtual:curlew/site';
import { en, type Messages } from '../i18n/en.ts';
import { languages } from '../i18n/languages.ts';

/** The strings of a language: as the owner wrote them, as they come with us, or in English where neither has it. */
export function messagesOf(locale: string): Messages {
  return (Object.hasOwn(site.messages, locale) ? site.messages[locale] : undefined) ?? languages.get(locale) ?? en;
}
