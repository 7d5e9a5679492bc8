/** Markup in which every value was escaped. Only `html`, `attribute`, `textRuns` and `cleanHtml` make it. */
export class Html {
  /** Shows that the text came out of this file; a plain object of the same shape is no `Html`. */
  readonly #isOurs = true;
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }

  static is(value: unknown): value is Html {
    return typeof value === 'object' && value !== null && #isOurs in value;
  }
}

/** What may stand between the pieces of a template; nothing is written for what is missing or `false`. */
export type Content = string | Html | false | undefined | readonly Content[];

/** A template of markup: text put into it stays text, whether between tags or in a quoted attribute. */
export function html(pieces: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const inside = insideTags(pieces);
  let markup = pieces[0] ?? '';
  for (let index = 0; index < contents.length; index += 1) {
    const content = contents[index];
    markup += typeof content === 'string' && inside[index] ? escapeAttribute(content) : markupOf(content);
    markup += pieces[index + 1] ?? '';
  }
  return new Html(markup);
}

const known = new WeakMap<TemplateStringsArray, readonly boolean[]>();

/** For each gap between the pieces, whether it is inside a tag: what stands there is the value of an attribute. */
function insideTags(pieces: TemplateStringsArray): readonly boolean[] {
  const found = known.get(pieces);
  if (found) return found;
  let isInside = false;
  const inside = pieces.map((piece) => {
    const opened = piece.lastIndexOf('<');
    const closed = piece.lastIndexOf('>');
    if (opened !== closed) isInside = opened > closed;
    return isInside;
  });
  known.set(pieces, inside);
  return inside;
}

/** The markup of what stands between tags, for a page to take over as it is. */
export function markupOf(content: Content): string {
  if (typeof content === 'string') return escapeText(content);
  if (content === undefined || content === false) return '';
  if (Html.is(content)) return content.markup;
  let markup = '';
  for (const one of content) markup += markupOf(one);
  return markup;
}

/** An attribute with a space before it; nothing where the value is missing or `false`, the bare name for `true`. */
export function attribute(name: string, value: string | boolean | undefined): Html {
  if (value === undefined || value === false) return NOTHING;
  return new Html(value === true || value === '' ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`);
}

const NOTHING = new Html('');

/** A run of text, in an element where it has one. */
export interface TextRun {
  readonly text: string;
  readonly tag?: 'i' | 'b' | 'u';
  readonly className?: string;
}

/** Text of which some runs look different: code, whose hundreds of tokens are too many for a template each. */
export function textRuns(runs: readonly TextRun[]): Html {
  let markup = '';
  for (const { text, tag, className } of runs) {
    const escaped = escapeText(text);
    const named = className === undefined ? '' : ` class="${escapeAttribute(className)}"`;
    markup += tag === undefined ? escaped : `<${tag}${named}>${escaped}</${tag}>`;
  }
  return new Html(markup);
}

/** Takes over the markup of a description that was cleaned by an allow-list (security rule P1), and none else. */
export function cleanHtml(markup: string): Html {
  return new Html(markup);
}

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Between tags quotes are characters like others: a page of JSON would be a tenth longer with each written out. */
function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (character) => ESCAPES[character] ?? '') : text;
}

function escapeAttribute(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '') : text;
}
