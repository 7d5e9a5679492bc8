import { fold } from './words.ts';

/** A parameter as it is worth beside a part that is the same. */
const PARAMETER = 0.75;
/** The part that is still being typed. */
const BEGINNING = 0.9;

/**
 * How much of a path that a reader types is in an operation's, from 0 to 1. It may be a part of it, an address with its
 * host, one with values in the place of parameters, or begin with what the server's address has.
 *
 * @param text - the query; its first word with a `/` is the path
 */
export function pathShare(text: string, endpoint: string): number {
  const typed = text.split(/\s+/).find((word) => word.includes('/'));
  if (typed === undefined) return 0;
  const path = fold(typed.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/, ''));
  const asked = partsOf(path);
  if (asked.length === 0) return 0;
  const whole = fold(endpoint);
  if (whole.includes(path)) return 1;
  const own = partsOf(whole);
  let most = 0;
  for (let shift = 1 - asked.length; shift < own.length; shift += 1) {
    let sum = 0;
    let isSame = false;
    asked.forEach((part, at) => {
      const share = partShare(part, own[at + shift], at === asked.length - 1);
      sum += share;
      isSame ||= share > PARAMETER;
    });
    if (isSame) most = Math.max(most, sum);
  }
  return most / asked.length;
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function partShare(part: string, own: string | undefined, isLast: boolean): number {
  if (own === undefined) return 0;
  if (part === own) return 1;
  if (/^\{.*\}$/.test(own)) return PARAMETER;
  return isLast && own.startsWith(part) ? BEGINNING : 0;
}
