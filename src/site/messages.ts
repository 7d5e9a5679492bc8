import { site } from 'virtual:curlew/site';
import type { Messages } from '../i18n/en.ts';
import { messagesAmong } from '../i18n/languages.ts';

/** The strings of a language, of the owner's own among them. */
export function messagesOf(locale: string): Messages {
  return messagesAmong(site.messages, locale);
}
