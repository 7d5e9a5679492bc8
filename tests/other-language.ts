/** The texts that one language has and another has not, as far as a page can be searched for them. */
export interface Words {
  /** Whole texts: labels, titles. */
  readonly labels: ReadonlySet<string>;
  /** Whole texts with values in them. */
  readonly patterns: readonly RegExp[];
  /** Parts of three words or more, which stand nowhere by chance. */
  readonly phrases: readonly string[];
}

/** What a reader of a page, or of a file it loads, may meet. */
export interface Seen {
  /** Text nodes outside code, and attributes. */
  readonly runs: readonly string[];
  /** Everything, code too. */
  readonly whole: string;
}

/** Every text within a tree of data; keys are names and no texts. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** A text without its Markdown and with single spaces, so that a page and its source compare. */
export function folded(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*_~\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const PLACEHOLDER = /\{\w+(?:\|[^}]*)?\}/;

/**
 * @param theirs - the texts of the other language, with Markdown and `{values}` as their authors wrote them
 * @param ours - the texts of the page's language; what both have is a name, code or the same word
 */
export function wordsOf(theirs: readonly string[], ours: readonly string[]): Words {
  const shared = new Set(ours.map(folded));
  const texts = [...new Set(theirs)].filter((text) => /\p{L}{2}/u.test(text) && !shared.has(folded(text)));
  const labels = texts.filter((text) => !PLACEHOLDER.test(text)).map(folded);
  // One of values and punctuation alone would fit everything.
  const patterns = texts.filter(
    (text) => PLACEHOLDER.test(text) && /\p{L}{3}|\p{Script=Han}/u.test(text.split(PLACEHOLDER).join('')),
  );
  const known = ours.map(folded).join('\n');
  const phrases = texts
    .flatMap((text) => text.split(/\n|(?<=[.:;!?])\s|(?<=[。：；！？])/))
    .flatMap((text) => text.split(PLACEHOLDER))
    .map((text) => folded(text.replace(/^\s*(?:#+|>|[-+]|\d+[.)])\s+/, '')))
    .filter((text) => (/\S \S+ \S/.test(text) || /\p{Script=Han}{3}/u.test(text)) && !known.includes(text));
  return { labels: new Set(labels), patterns: patterns.map(patternOf), phrases: [...new Set(phrases)] };
}

function patternOf(text: string): RegExp {
  const parts = folded(text).split(PLACEHOLDER);
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`, 'u');
}

/** The texts of the other language that stand there all the same. */
export function strayTexts({ labels, patterns, phrases }: Words, { runs, whole }: Seen): string[] {
  const all = [...new Set(runs.map(folded))];
  const text = [folded(whole), ...all].join('\n');
  return [
    ...all.filter((run) => labels.has(run) || patterns.some((pattern) => pattern.test(run))),
    ...phrases.filter((phrase) => text.includes(phrase)),
  ];
}
