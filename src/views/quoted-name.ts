import { showInvisibles } from '../model/invisibles.ts';
import { quoteJson } from '../model/json-text.ts';

/** A name as a page prints it: in quotes where it is empty or white space in it would be lost. */
export function quotedName(name: string): string {
  const isPlain = name !== '' && name.trim() === name && !/[\n\r\t]| {2}/.test(name);
  return showInvisibles(isPlain ? name : quoteJson(name));
}
