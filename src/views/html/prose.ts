import { missingWords } from '../schema-words.ts';
import type { HtmlContext } from './context.ts';
import { phrases } from './facts.ts';
import { type Content, html } from './html.ts';

/** What ids in the main text of a page begin with: those of a description can't meet the ones the page makes. */
export const MAIN_TEXT = 'text-';

/**
 * What a description says in Markdown.
 *
 * @param kind - classes beside its own
 * @param place - what the ids of its headings begin with; none have one without it
 */
export function proseBlock(
  { foreign, prose }: Pick<HtmlContext, 'foreign' | 'prose'>,
  words: string | undefined,
  kind: '' | 'field-text' | 'lead' = '',
  place?: string,
): Content {
  if (!words) return undefined;
  return html`<div class="prose${kind && ` ${kind}`}"${foreign(words)}>${prose(words, place)}</div>`;
}

/** Stands where a reference leads nowhere. @param reference - as the author wrote it */
export function missingNote({ text }: Pick<HtmlContext, 'text'>, reference: string | undefined): Content {
  return reference !== undefined && html`<div class="missing">${phrases([missingWords(reference, text)])}</div>`;
}
