const LONGEST = 120;

/**
 * The first sentence of a Markdown description, as plain text, for the line under a field.
 *
 * @returns empty when there is nothing to say
 */
export function shortText(markdown: string | undefined): string {
  const [paragraph = ''] = (markdown ?? '').trim().split(/\n\s*\n/);
  const plain = paragraph
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>|[*`]|^#+\s+/g, '')
    .replace(/\s+/g, ' ');
  const sentence = /^.*?(?:[。！？]|[.!?](?=\s|$))/u.exec(plain)?.[0] ?? plain;
  return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST - 1).toWellFormed()}…` : sentence;
}
