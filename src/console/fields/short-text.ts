import { plainText } from '../../model/plain-text.ts';

const LONGEST = 120;

/**
 * The first sentence of a Markdown description, as plain text, for the line under a field.
 *
 * @returns empty when there is nothing to say
 */
export function shortText(markdown: string | undefined): string {
  const [paragraph = ''] = (markdown ?? '').trim().split(/\n\s*\n/);
  const plain = plainText(paragraph, Number.POSITIVE_INFINITY);
  const sentence = /^.*?(?:[。！？]|[.!?](?=\s|$))/u.exec(plain)?.[0] ?? plain;
  return plainText(sentence, LONGEST);
}
