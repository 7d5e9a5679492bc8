import type { Messages } from './en.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}

/** Every text of a language, by the way to it: `site.menu`, `console.problem.header-name`. */
export function textsOf(messages: Messages): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const visit = (tree: Tree, way: string): void => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') texts.set(way + key, value);
      else visit(value, `${way}${key}.`);
    }
  };
  visit(messages, '');
  return texts;
}

/** A language with some of its texts in place of its own, each by the way to it; what leads nowhere is passed over. */
export function withTexts(messages: Messages, texts: ReadonlyMap<string, string>): Messages {
  const replace = (tree: Tree, way: string): Tree =>
    Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [
        key,
        typeof value === 'string' ? (texts.get(way + key) ?? value) : replace(value, `${way}${key}.`),
      ]),
    );
  return replace(messages, '') as unknown as Messages;
}

/** The names of the values that a sentence shows, and of all that it takes: a count may only choose a word. */
export function valuesIn(sentence: string): { readonly shown: readonly string[]; readonly all: readonly string[] } {
  const found = [...sentence.matchAll(/\{(\w+)(\|[^{}]*)?\}/g)];
  const names = (some: typeof found): string[] => [...new Set(some.map(([, name = '']) => name))].sort();
  return { shown: names(found.filter(([, , words]) => words === undefined)), all: names(found) };
}
