import { createHash } from 'node:crypto';

/** What a heading of an older page is called there. */
export interface SlateAnchors {
  /** As Slate's own `UniqueHeadCounter` has it. */
  readonly plain: string;
  /** As its `NestedUniqueHeadCounter` has it: the headings above it come first. */
  readonly nested: string;
}

/**
 * Gives each heading the id that Slate gave it, in the order of the page.
 *
 * @returns a function that takes the heading's level and its rendered HTML
 * @see slate, lib/unique_head.rb and lib/nesting_unique_head.rb; ActiveSupport, `parameterize`
 */
export function slateAnchors(): (level: number, html: string) => SlateAnchors {
  const counts = new Map<string, number>();
  const above: string[] = [];
  return (level, html) => {
    const own = parameterize(html.replace(/<[^>]*>/g, ''));
    const name = own === '' ? createHash('sha1').update(html).digest('hex').slice(0, 10) : own;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    above.length = Math.min(above.length, level - 1);
    const nested = [...above.filter((one) => one !== undefined), own].join('-');
    above[level - 1] = own;
    return { plain: count > 1 ? `${name}-${count}` : name, nested };
  };
}

/** Letters that Unicode takes apart into no Latin one. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Æ: 'AE',
    æ: 'ae',
    Ð: 'D',
    ð: 'd',
    Ø: 'O',
    ø: 'o',
    Þ: 'Th',
    þ: 'th',
    ß: 'ss',
    Đ: 'D',
    đ: 'd',
    Ł: 'L',
    ł: 'l',
    Œ: 'OE',
    œ: 'oe',
    ı: 'i',
  }),
);

/** The Latin part of a text, in small letters, its words joined by `-`; empty where there is none. */
export function parameterize(text: string): string {
  return [...text]
    .map((char) => LETTERS.get(char) ?? char)
    .join('')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z\d\-_]+/gi, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}

/** The ids that headings of a guide get: letters of every script stay (github-slugger). */
export function guideIds(): (text: string) => string {
  const counts = new Map<string, number>();
  return (text) => {
    const name = text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count === 0 ? name : `${name}-${count}`;
  };
}
