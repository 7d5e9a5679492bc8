import type { SiteMessages } from '../i18n/en.ts';
import { writeNumber } from '../i18n/numbers.ts';
import { fill } from '../i18n/translate.ts';
import { groupSize, type OperationGroup } from './groups.ts';

/** How many operations a group has, in words; nothing where its tag only says something. */
export function groupCount(group: OperationGroup, text: SiteMessages, locale: string): string | undefined {
  const count = groupSize(group);
  return count === 0 ? undefined : fill(text.operationCount, { count: writeNumber(count, locale) });
}
