import { en, type Messages } from './en.ts';
import { zhCN } from './zh-CN.ts';

/** The languages that the interface comes with, by tag. An owner can add others, see site/language-files.ts. */
export const languages: ReadonlyMap<string, Messages> = new Map<string, Messages>([
  ['en', en],
  ['zh-CN', zhCN],
]);
