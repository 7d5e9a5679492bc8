import { isCalendarDay } from '../../model/calendar-day.ts';

export type DateKind = 'date' | 'date-time' | 'time';

/** A date as a native input takes it, and what follows it as written: the offset from UTC. */
export interface DateText {
  readonly local: string;
  readonly zone: string;
}

const TIME = /^((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)?$/;

/**
 * Splits a text into what a native input can hold and what it can't.
 *
 * @returns `undefined` where the input would change or lose something of it, which then stays text
 */
export function splitDate(kind: DateKind, text: string): DateText | undefined {
  if (kind === 'date') return isDay(text) ? { local: text, zone: '' } : undefined;
  const [date, rest] = kind === 'time' ? ['', text] : [text.slice(0, 10), text.slice(11)];
  if (kind === 'date-time' && (!isDay(date ?? '') || text[10] !== 'T')) return undefined;
  const [, time = '', zone = ''] = TIME.exec(rest ?? '') ?? [];
  if (time === '') return undefined;
  return { local: kind === 'time' ? time : `${date}T${time}`, zone };
}

/** An input shows nothing for the 30th of February, and has no year 0. */
function isDay(text: string): boolean {
  return isCalendarDay(text) && !text.startsWith('0000');
}

/** The text that stands for what a native input holds. RFC 3339 wants seconds and an offset. */
export function joinDate(kind: DateKind, local: string, zone: string): string {
  if (kind === 'date') return local;
  return `${/:\d\d:/.test(local) ? local : `${local}:00`}${zone}`;
}
