import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import type { LanguageInput } from 'shiki/types';
import type { Token, TokenKind } from '../samples/tokens.ts';

/** Only these grammars are ever loaded; any other language is printed plain. */
const LANGUAGES: { readonly [name: string]: () => Promise<{ default: LanguageInput }> } = {
  bash: () => import('@shikijs/langs/bash'),
  c: () => import('@shikijs/langs/c'),
  csharp: () => import('@shikijs/langs/csharp'),
  css: () => import('@shikijs/langs/css'),
  diff: () => import('@shikijs/langs/diff'),
  go: () => import('@shikijs/langs/go'),
  html: () => import('@shikijs/langs/html'),
  http: () => import('@shikijs/langs/http'),
  java: () => import('@shikijs/langs/java'),
  javascript: () => import('@shikijs/langs/javascript'),
  json: () => import('@shikijs/langs/json'),
  kotlin: () => import('@shikijs/langs/kotlin'),
  php: () => import('@shikijs/langs/php'),
  powershell: () => import('@shikijs/langs/powershell'),
  python: () => import('@shikijs/langs/python'),
  ruby: () => import('@shikijs/langs/ruby'),
  rust: () => import('@shikijs/langs/rust'),
  swift: () => import('@shikijs/langs/swift'),
  toml: () => import('@shikijs/langs/toml'),
  typescript: () => import('@shikijs/langs/typescript'),
  xml: () => import('@shikijs/langs/xml'),
  yaml: () => import('@shikijs/langs/yaml'),
};

const ALIASES: { readonly [name: string]: string } = {
  cs: 'csharp',
  js: 'javascript',
  node: 'javascript',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  ts: 'typescript',
  yml: 'yaml',
};

/** TextMate scopes of each kind; the most specific one wins, as in any theme. */
const SCOPES: readonly (readonly [kind: TokenKind, scopes: readonly string[]])[] = [
  ['comment', ['comment', 'punctuation.definition.comment']],
  ['property', ['support.type.property-name', 'entity.name.tag', 'meta.object-literal.key', 'constant.other.option']],
  ['string', ['string', 'punctuation.definition.string']],
  ['number', ['constant.numeric', 'constant.language']],
  ['variable', ['variable.other.normal', 'punctuation.definition.variable', 'variable.other.bracket']],
  ['keyword', ['keyword', 'storage']],
  ['punctuation', ['punctuation', 'keyword.operator']],
];

/** The theme's colours only carry the kind; what a kind looks like is the style sheet's. */
const colorOf = (index: number): string => `#0000${(index + 1).toString(16).padStart(2, '0')}`;
const KINDS = new Map(SCOPES.map(([kind], index) => [colorOf(index), kind]));
const THEME = {
  name: 'kinds',
  type: 'dark' as const,
  fg: '#ffffff',
  bg: '#000000',
  settings: SCOPES.map(([, scope], index) => ({ scope: [...scope], settings: { foreground: colorOf(index) } })),
};

let shared: Promise<HighlighterCore> | undefined;

function highlighter(): Promise<HighlighterCore> {
  shared ??= createHighlighterCore({
    themes: [THEME],
    langs: [],
    engine: createJavaScriptRegexEngine(),
  });
  return shared;
}

/** The name behind an alias, in lower case; any other name as it is. */
export function plainLanguageName(language: string): string {
  const name = language.toLowerCase();
  return (Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined) ?? name;
}

/**
 * Splits code into tokens by its TextMate grammar. The texts of the tokens joined are the code.
 *
 * @param language - a name or alias of the list above; anything else gives one plain token
 */
export async function highlightCode(code: string, language: string): Promise<Token[]> {
  const name = plainLanguageName(language);
  const load = Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined;
  if (!load) return [{ kind: 'plain', text: code }];
  const shiki = await highlighter();
  if (!shiki.getLoadedLanguages().includes(name)) await shiki.loadLanguage((await load()).default);
  // A limit of time would leave code plain where the machine is busy: the same input gives the same page.
  const lines = shiki.codeToTokensBase(code, { lang: name, theme: THEME.name, tokenizeTimeLimit: 0 });
  const tokens: { kind: TokenKind; text: string }[] = [];
  const push = (kind: TokenKind, text: string): void => {
    const last = tokens.at(-1);
    if (last && (last.kind === kind || text.trim() === '')) last.text += text;
    else tokens.push({ kind, text });
  };
  lines.forEach((line, index) => {
    if (index > 0) push('plain', '\n');
    for (const { color, content } of line) push(KINDS.get(color?.toLowerCase() ?? '') ?? 'plain', content);
  });
  return tokens;
}
