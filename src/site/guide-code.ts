import type { SiteMessages } from '../i18n/en.ts';
import { fill } from '../i18n/translate.ts';
import type { Token } from '../samples/tokens.ts';
import { splitLines } from './code-lines.ts';
import { type CodeMeta, type LineMark, readCodeMeta } from './code-meta.ts';
import { type Element, element, type HastPlugin, text } from './guide-nodes.ts';
import { highlightCode, plainLanguageName } from './highlight.ts';

/**
 * Prints the fenced code of guides: a figure with an optional title, and tokens as classes, so that pages
 * keep a policy without inline styles. `code-meta.ts` has what a fence may say beside its language.
 */
export function highlightGuideCode(words: SiteMessages): HastPlugin {
  return {
    name: 'curlew-guide-code',
    element: {
      filter: ['pre'],
      async visit(node, context) {
        const code = node.children.find((child) => child.type === 'element' && child.tagName === 'code');
        if (code?.type !== 'element') return undefined;
        const data = code.data as { lang?: string; meta?: string } | undefined;
        const named = [code.properties.className].flat().find((name) => String(name).startsWith('language-'));
        const language = data?.lang ?? (named ? String(named).slice('language-'.length) : 'text');
        const source = context.textContent(code).replace(/\n$/, '');
        const meta = readCodeMeta(data?.meta ?? '', source.split('\n').length);
        const tokens = await highlightCode(source, language);
        return figure(language, meta, tokens, words);
      },
    },
  };
}

function figure(language: string, meta: CodeMeta, tokens: readonly Token[], words: SiteMessages): Element {
  const { title, isNumbered } = meta;
  const marks = plainLanguageName(language) === 'diff' ? new Map([...diffMarks(tokens), ...meta.marks]) : meta.marks;
  const label = fill(words.codeOf, { title: title ?? language });
  const lines = marks.size > 0 || isNumbered ? markedLines(tokens, marks) : tokens.map(printToken);
  return element(
    'figure',
    // In this order: the tabs around it read it so.
    { className: ['code'], dataLanguage: language, ...(title ? { dataTitle: title } : {}) },
    [
      ...(title ? [element('figcaption', { className: ['code-title'] }, [text(title)])] : []),
      element('div', { className: ['code-tools'] }, [wrapButton(words), copyButton(words), copyStatus()]),
      element('pre', { tabIndex: 0, role: 'group', ariaLabel: label }, [
        element('code', isNumbered ? { className: ['numbered'] } : {}, lines),
      ]),
    ],
  );
}

/** The lines that a patch adds and takes away; its heads are neither. */
function diffMarks(tokens: readonly Token[]): [number, LineMark][] {
  const lines = tokens
    .map((token) => token.text)
    .join('')
    .split('\n');
  return lines.flatMap((line, index): [number, LineMark][] => {
    if (/^(?:\+\+\+|---) /.test(line) || !/^[+-]/.test(line)) return [];
    return [[index + 1, line.startsWith('+') ? 'ins' : 'del']];
  });
}

/** Each line is an element that ends with its line break, so that the whole text stays the code. */
function markedLines(tokens: readonly Token[], marks: ReadonlyMap<number, LineMark>): Element[] {
  return splitLines(tokens).map((line, index) =>
    element(marks.get(index + 1) ?? 'span', { className: ['line'] }, line.map(printToken)),
  );
}

function printToken(token: Token): Element['children'][number] {
  // Punctuation has the colour of plain text here, as in CodeBlock.astro.
  if (token.kind === 'plain' || token.kind === 'punctuation') return text(token.text);
  return element('i', { className: [`tok-${token.kind}`] }, [text(token.text)]);
}

/** The same as `CodeTools.astro` prints. */
function wrapButton({ wrap }: SiteMessages): Element {
  return button({ className: ['wrap'], ariaPressed: 'false' }, wrap);
}

function copyButton({ copy, copied }: SiteMessages): Element {
  return button({ className: ['copy'], dataCopy: '', dataCopied: copied }, copy);
}

function copyStatus(): Element {
  return element('span', { className: ['visually-hidden'], role: 'status' }, []);
}

function button(properties: Element['properties'], label: string): Element {
  return element('button', { type: 'button', ...properties, ariaLabel: label, title: label }, []);
}
