import type { HttpRequest } from '../request/http-request.ts';

/** Long answers of a model may take minutes before their head comes. In seconds. */
const USUAL = 300;
/** What a timer can hold. */
const LONGEST = 2_000_000;

/** How long a request may take. */
export interface TimeLimit {
  readonly seconds: number;
  /** What has to be there by then. */
  readonly until: 'head' | 'end';
}

/**
 * @param typed - what the reader set: seconds, until the whole answer is there
 * @returns what holds: by default a limit for the answer's beginning, and none at all for a stream
 */
export function timeLimit(typed: string, { stream }: Pick<HttpRequest, 'stream'>): TimeLimit | undefined {
  const seconds = Number(typed);
  if (typed.trim() !== '' && seconds > 0) return { seconds: Math.min(seconds, LONGEST), until: 'end' };
  return stream ? undefined : { seconds: USUAL, until: 'head' };
}
