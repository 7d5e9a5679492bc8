import { en, type Messages } from './en.ts';
import { zhCN } from './zh-CN.ts';

/** The languages of the interface, by tag. */
export const languages: ReadonlyMap<string, Messages> = new Map<string, Messages>([
  ['en', en],
  ['zh-CN', zhCN],
]);

/** The strings of a language, or of English where there are none. */
export function messagesOf(locale: string): Messages {
  return languages.get(locale) ?? en;
}
