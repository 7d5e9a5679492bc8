import { mdxToJs } from 'satteri';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { locate, offsetAt, type Source } from '../../openapi/source-file.ts';
import { guideFeatures } from '../guide-features.ts';
import { readMarkup } from './markup.ts';

interface Words {
  readonly message: string;
  readonly fix: string;
  /** How much to mark. */
  readonly length?: number;
}

/** Elements of HTML that hold nothing, which authors leave open. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** The compiler's sentences, each with what it means for an author. `rest` is the text from the place on. */
const WORDS: readonly (readonly [RegExp, (match: RegExpExecArray, rest: string) => Words])[] = [
  [/closing brace for `\{`/, () => openBrace],
  [/^Expected a closing tag for `<(.*?)>` .*?(?:before the end of `(\w+)`)?$/, (match) => openTag(match[1], match[2])],
  [/^Unexpected closing tag `(<\/.*?>)`, expected an open tag/, (match) => strayEnd(match[1])],
  [
    /^Unexpected closing tag `(<\/.*?>)`, expected corresponding closing tag for `<(.*?)>` \((\d+):/,
    (match) => wrongEnd(match[1], match[2], match[3]),
  ],
  [/^Unexpected character `!`/, () => htmlComment],
  [/^Unexpected character after `<`/, (_, rest) => wrongTag(rest)],
  [/^Could not parse expression with oxc: (.*)/, (match) => wrongExpression(match[1])],
  [/^Unexpected extra content in spread/, () => wrongSpread],
  [/^Could not parse esm with oxc: (.*)/, (match) => wrongModule(match[1])],
  [/^Unexpected statement in code/, () => wrongModule('only imports and exports can stand here')],
];

const openBrace: Words = {
  message: 'The `{` here is never closed. In MDX, braces hold a JavaScript expression.',
  fix: 'Close it with `}`; or write `\\{` for a brace that is text.',
  length: 1,
};

const htmlComment: Words = {
  message: 'MDX has no HTML comments and no `<!`.',
  fix: 'Write a comment as `{/* … */}`, or `\\<` for a character that is text.',
  length: 2,
};

const wrongSpread: Words = {
  message: 'Braces among attributes hold one value with three dots before it, and nothing else.',
  fix: 'Write `{...a} {...b}` for two.',
};

function openTag(name = '', parent?: string): Words {
  const length = name.length + 2;
  const inside = parent === 'paragraph' ? ' in its paragraph' : '';
  const message = `<${name}> is opened here and never closed${inside}.`;
  if (VOID.test(name)) return { message, fix: `Write \`<${name} />\`.`, length };
  const close = `Add \`</${name}>\` where it ends, or write \`<${name} />\` when it holds nothing.`;
  const apart = `Put \`<${name}>\` and \`</${name}>\` each on a line of its own, or close it before the paragraph ends.`;
  return { message, fix: parent === 'paragraph' ? apart : close, length };
}

function strayEnd(end = ''): Words {
  return { message: `${end} closes nothing.`, fix: 'Remove it, or open what it closes.', length: end.length };
}

function wrongEnd(end = '', open = '', line = ''): Words {
  const message = `${end} stands here, but <${open}> of line ${line} is still open.`;
  return { message, fix: `Close it first with \`</${open}>\`, or correct the name.`, length: end.length };
}

function wrongTag(rest: string): Words {
  const link = /^<((?:https?:\/\/|mailto:|[\w.+-]+@)[^\s>]*)>/.exec(rest);
  if (link?.[1]) {
    return {
      message: 'MDX has no links in angle brackets.',
      fix: `Write \`[text](${link[1]})\`.`,
      length: link[0].length,
    };
  }
  const name = /^<([A-Za-z][\w.-]*)/.exec(rest)?.[1];
  if (name) {
    const message = `The tag <${name}> can't be read: an attribute is not as it has to be, or \`>\` is missing.`;
    return { message, fix: 'Write each attribute as `name="text"` or `name={expression}`.', length: name.length + 1 };
  }
  const found = rest.slice(0, 2).trim();
  const message = `A \`<\` starts a tag in MDX, and "${found}" starts none.`;
  return { message, fix: 'Write `\\<` for a character that is text.', length: 1 };
}

function wrongExpression(why = ''): Words {
  return {
    message: `What stands in braces is a JavaScript expression in MDX, and this can't be read as one: ${why}.`,
    fix: 'Correct it; or write `\\{` for a brace that is text.',
  };
}

function wrongModule(why = ''): Words {
  return {
    message: `A paragraph that starts with import or export is JavaScript in MDX, and this can't be read as such: ${why}.`,
    fix: 'Correct it, and leave an empty line after it; or start the text with another word.',
  };
}

/**
 * Compiles a guide as the build does, to find what it can't read. The compiler tells its first fault only.
 *
 * @param body - the guide's text with blanks for its frontmatter
 */
export function checkMdxSyntax(source: Source, body: string): Diagnostic[] {
  try {
    mdxToJs(body, { features: guideFeatures });
    return [];
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    const place = /^(?<line>\d+):(?<column>\d+): /.exec(told)?.groups;
    const sentence = told.replace(/^\d+:\d+: /, '').replace(/ \([\w-]+:[\w-]+\)$/, '');
    const start = place
      ? offsetAt(source, Number(place.line), Number(place.column))
      : // It tells no place for the code of an attribute.
        (readMarkup(body, true).faults[0]?.span.start ?? 0);
    const { length = 1, message, fix } = wordsFor(sentence, body.slice(start, start + 200));
    return [{ code: 'mdx-syntax', severity: 'error', message, ...locate(source, { start, end: start + length }), fix }];
  }
}

function wordsFor(sentence: string, rest: string): Words {
  for (const [pattern, words] of WORDS) {
    const match = pattern.exec(sentence);
    if (match) return words(match, rest);
  }
  return { message: `This can't be read as MDX: ${sentence}.`, fix: 'Correct it.' };
}
