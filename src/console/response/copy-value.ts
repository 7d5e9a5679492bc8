import { type JsonOutline, kindOf, unquote, valueText } from '../json/outline.ts';

/** What copying a value gives: a string's own text, anything else as it came. */
export function copyValue(outline: JsonOutline, node: number): string {
  const text = valueText(outline, node);
  return kindOf(outline, node) === 'string' ? unquote(text) : text;
}
