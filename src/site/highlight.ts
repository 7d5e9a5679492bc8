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

/** TextMate scopes to our token kinds; the first prefix that fits any scope, innermost first, wins. */
const KINDS: readonly (readonly [prefix: string, kind: TokenKind])[] = [
  ['comment', 'comment'],
  ['punctuation.definition.comment', 'comment'],
  ['support.type.property-name', 'property'],
  ['entity.name.tag', 'property'],
  ['meta.object-literal.key', 'property'],
  ['string', 'string'],
  ['punctuation.definition.string', 'string'],
  ['constant.numeric', 'number'],
  ['constant.language', 'number'],
  ['variable.other.normal', 'variable'],
  ['punctuation.definition.variable', 'variable'],
  ['keyword.operator', 'punctuation'],
  ['keyword', 'keyword'],
  ['storage', 'keyword'],
  ['punctuation', 'punctuation'],
];

let shared: Promise<HighlighterCore> | undefined;

function highlighter(): Promise<HighlighterCore> {
  shared ??= createHighlighterCore({
    themes: [{ name: 'none', type: 'dark', colors: {}, tokenColors: [] }],
    langs: [],
    engine: createJavaScriptRegexEngine(),
  });
  return shared;
}

/**
 * Splits code into tokens by its TextMate grammar. The texts of the tokens joined are the code.
 *
 * @param language - a name or alias of the list above; anything else gives one plain token
 */
export async function highlightCode(code: string, language: string): Promise<Token[]> {
  const wanted = language.toLowerCase();
  const name = Object.hasOwn(ALIASES, wanted) ? (ALIASES[wanted] ?? wanted) : wanted;
  const load = Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined;
  if (!load) return [{ kind: 'plain', text: code }];
  const shiki = await highlighter();
  if (!shiki.getLoadedLanguages().includes(name)) await shiki.loadLanguage((await load()).default);
  const lines = shiki.codeToTokensBase(code, { lang: name, theme: 'none', includeExplanation: true });
  const tokens: { kind: TokenKind; text: string }[] = [];
  const push = (kind: TokenKind, text: string): void => {
    const last = tokens.at(-1);
    if (last && (last.kind === kind || text.trim() === '')) last.text += text;
    else tokens.push({ kind, text });
  };
  lines.forEach((line, index) => {
    if (index > 0) push('plain', '\n');
    for (const token of line) {
      for (const part of token.explanation ?? []) {
        push(kindOf(part.scopes.map((scope) => scope.scopeName).reverse()), part.content);
      }
    }
  });
  return tokens;
}

function kindOf(scopes: readonly string[]): TokenKind {
  for (const scope of scopes) {
    for (const [prefix, kind] of KINDS) if (scope.startsWith(prefix)) return kind;
  }
  return 'plain';
}
