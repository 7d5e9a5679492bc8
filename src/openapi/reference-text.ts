import { parsePointer } from '../model/json-pointer.ts';

/** How a URI starts that is no relative reference. RFC 3986, section 3.1. */
export const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/** Without its percent-encoding; the text itself where that is broken. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The two sides of the first `#`. */
export function splitReference(text: string): { path: string; fragment: string } {
  const hash = text.indexOf('#');
  return hash < 0 ? { path: text, fragment: '' } : { path: text.slice(0, hash), fragment: text.slice(hash + 1) };
}

/**
 * The ways to read a fragment as a pointer, the standard's first (RFC 6901, section 6). Authors also encode the
 * `/` of a path instead of writing `~1`, or encode nothing that looks encoded.
 */
export function readPointer(fragment: string): string[][] {
  const bare = parsePointer(fragment);
  const ways = [parsePointer(decode(fragment)), bare?.map(decode), bare];
  return fragment.includes('%') ? ways.filter((way) => way !== undefined) : bare ? [bare] : [];
}

/** What a reference calls the thing that it leads to: the last part of its pointer, or the file's bare name. */
export function lastName(text: string): string {
  const { path, fragment } = splitReference(text);
  const last = readPointer(fragment)[0]?.at(-1) || fragment;
  return last || decode(path.replace(/^.*\//, '').replace(/\.(?:ya?ml|json)$/i, '')) || text;
}
