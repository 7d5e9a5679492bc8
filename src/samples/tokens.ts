export type TokenKind = 'plain' | 'keyword' | 'string' | 'number' | 'comment' | 'property' | 'punctuation' | 'variable';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** `curly` is for languages like C, `hashed` for those whose comments begin with `#`: Ruby, PowerShell. */
export type Grammar = 'shell' | 'python' | 'javascript' | 'curly' | 'hashed' | 'json' | 'xml' | 'http';

/** One step: what starts at an offset, and where it ends; nothing when the rule doesn't fit there. */
type Rule = (code: string, at: number) => { readonly kind: TokenKind; readonly end: number } | undefined;

/** Patterns are sticky and without nested repetition, so each looks at a character a bounded number of times. */
function match(kind: TokenKind, pattern: RegExp): Rule {
  return (code, at) => {
    pattern.lastIndex = at;
    return pattern.test(code) ? { kind, end: pattern.lastIndex } : undefined;
  };
}

/** From an opening mark to its closing one, a backslash escaping the next character; open ends take the rest. */
function quoted(open: string, options: { close?: string; escapes?: boolean; lines?: boolean } = {}): Rule {
  const { close = open, escapes = true, lines = false } = options;
  return (code, at) => {
    if (!code.startsWith(open, at)) return undefined;
    for (let index = at + open.length; index < code.length; index += 1) {
      const char = code[index];
      if (escapes && char === '\\') index += 1;
      else if (!lines && char === '\n') return { kind: 'string', end: index };
      else if (char === close[0] && code.startsWith(close, index)) return { kind: 'string', end: index + close.length };
    }
    return { kind: 'string', end: code.length };
  };
}

const COLON = /[ \t]*:/y;

/** A string or name that a colon follows is a property. */
function property(rule: Rule): Rule {
  return (code, at) => {
    const found = rule(code, at);
    if (!found) return undefined;
    COLON.lastIndex = found.end;
    return COLON.test(code) ? { ...found, kind: 'property' } : found;
  };
}

function words(text: string): Rule {
  return match('keyword', new RegExp(`(?:${text.replaceAll(' ', '|')})(?![\\w$])`, 'y'));
}

const space = match('plain', /[ \t\r\n]+/y);
const number = match('number', /-?\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?/y);

/** None of these begins as another does, so what there is most of comes first. */
const json: readonly Rule[] = [
  property(quoted('"')),
  match('punctuation', /[{}[\],:]+/y),
  space,
  number,
  words('true false null'),
];

/** Text stands behind a `>`; everything else is in a tag. */
const xml: readonly Rule[] = [
  match('plain', /(?<=>)[^<]+/y),
  match('comment', /<!--[\s\S]*?(?:-->|$)/y),
  match('string', /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/y),
  match('keyword', /<[?!][^>]*>?/y),
  match('punctuation', /<\/?/y),
  match('keyword', /(?<=<\/?)[^\s<>/]+/y),
  match('property', /[^\s<>/="']+(?=\s*=)/y),
  match('string', /(?<==\s*)(?:"[^"]*"?|'[^']*'?)/y),
  space,
  match('punctuation', /[=/>]/y),
  match('plain', /[^\s<>/="']+/y),
];

const javascript: readonly Rule[] = [
  space,
  match('comment', /\/\/[^\n]*/y),
  quoted('/*', { close: '*/', escapes: false, lines: true }),
  property(quoted("'")),
  property(quoted('"')),
  quoted('`', { lines: true }),
  words(
    'await async const let var function return if else for while of in new throw try catch finally break continue import from export default class extends true false null undefined typeof',
  ),
  property(match('plain', /[A-Za-z_$][\w$]*/y)),
  number,
  match('punctuation', /[{}[\]().,;:=<>+\-*/%!?&|^~]/y),
];

const python: readonly Rule[] = [
  space,
  match('comment', /#[^\n]*/y),
  match('plain', /[rbfuRBFU]{1,2}(?=["'])/y),
  quoted('"""', { lines: true }),
  quoted("'''", { lines: true }),
  property(quoted('"')),
  property(quoted("'")),
  words(
    'import from as with for in if elif else not and or is def return class try except finally raise break continue while lambda pass yield async await True False None',
  ),
  match('plain', /[A-Za-z_]\w*/y),
  number,
  match('punctuation', /[{}[\]().,;:=<>+\-*/%!&|^~@]/y),
];

const type = match('plain', /[A-Za-z_$@][\w$]*/y);

/** Raw and long strings before short ones; what doesn't exist in a language does no harm in another. */
const curly: readonly Rule[] = [
  space,
  match('comment', /\/\/[^\n]*/y),
  match('keyword', /#include\b|<\?php\b/y),
  quoted('"""', { lines: true }),
  quoted('`', { escapes: false, lines: true }),
  quoted('#"', { close: '"#', escapes: false, lines: true }),
  quoted('"'),
  quoted("'"),
  words(
    'package import func var let const return if else for while in of new throw throws try catch finally using use fn mut match class struct static public private void int long char size_t byte String bool true false nil null nullptr None await async defer range break continue do switch case default echo function final fun val is as guard',
  ),
  type,
  number,
  match('punctuation', /[{}[\]().,;:=<>+\-*/%!?&|^~#\\]/y),
];

const hashed: readonly Rule[] = [
  space,
  match('comment', /(?<![^\s])#[^\n]*/y),
  quoted("@'", { close: "\n'@", escapes: false, lines: true }),
  quoted('"', { lines: true }),
  quoted("'", { lines: true }),
  match('variable', /\$[A-Za-z_][\w:]*/y),
  words(
    'require do end if else elsif unless def class raise puts print return while each true false nil function param throw try catch finally foreach using',
  ),
  type,
  number,
  match('punctuation', /[{}[\]().,;:=<>+\-*/%!?&|^~@]/y),
];

const shellVariable = match('variable', /\$(?:[A-Za-z_]\w*|\{\w+\})/y);

const shell: readonly Rule[] = [
  space,
  match('comment', /(?<![^\s])#[^\n]*/y),
  quoted("'", { escapes: false, lines: true }),
  shellVariable,
  match('property', /(?<=\s)--?[A-Za-z][\w-]*/y),
  words('curl wget http printf cat export if then else fi for do done while echo cd npm npx node pip python3'),
  match('plain', /[\w./~@-]+/y),
  match('punctuation', /[\\|&;<>()=$]/y),
];

/** Inside double quotes of a shell: variables stand out, a backslash escapes. */
function doubleQuoted(code: string, start: number, push: (kind: TokenKind, end: number) => void): number {
  let at = start + 1;
  while (at < code.length && code[at] !== '"') {
    const variable = code[at] === '$' ? shellVariable(code, at) : undefined;
    if (variable) {
      push('string', at);
      push('variable', variable.end);
      at = variable.end;
    } else at += code[at] === '\\' ? 2 : 1;
  }
  const end = Math.min(code.length, at + 1);
  push('string', end);
  return end;
}

const GRAMMARS: { readonly [grammar in Exclude<Grammar, 'http'>]: readonly Rule[] } = {
  json,
  xml,
  javascript,
  curly,
  hashed,
  python,
  shell,
};

/**
 * Cuts code into tokens for colouring, in one pass: build and browser use the same, so live samples look as the
 * printed ones. It follows what our samples and JSON need and is no parser.
 *
 * @returns tokens whose texts joined are the code; neighbours differ in kind
 */
export function tokenize(code: string, grammar: Grammar): Token[] {
  if (grammar === 'http') return tokenizeHttp(code);
  const rules = GRAMMARS[grammar];
  const tokens: { kind: TokenKind; text: string }[] = [];
  let from = 0;
  const push = (kind: TokenKind, end: number): void => {
    if (end === from) return;
    const text = code.slice(from, end);
    from = end;
    const last = tokens.at(-1);
    if (last?.kind === kind) last.text += text;
    else tokens.push({ kind, text });
  };
  while (from < code.length) {
    if (grammar === 'shell' && code[from] === '"') {
      doubleQuoted(code, from, push);
      continue;
    }
    const found = firstFit(rules, code, from);
    if (found && found.end > from) push(found.kind, found.end);
    else push('plain', from + 1);
  }
  return tokens;
}

function firstFit(rules: readonly Rule[], code: string, at: number): ReturnType<Rule> {
  for (const rule of rules) {
    const found = rule(code, at);
    if (found) return found;
  }
  return undefined;
}

function tokenizeHttp(code: string): Token[] {
  const gap = code.indexOf('\n\n');
  const head = gap < 0 ? code : code.slice(0, gap + 2);
  const body = code.slice(head.length);
  const tokens: Token[] = [];
  for (const [index, line] of head.split(/(?<=\n)/).entries()) {
    const at = index === 0 ? line.indexOf(' ') : line.indexOf(':');
    if (at <= 0) tokens.push({ kind: 'plain', text: line });
    else {
      tokens.push({ kind: index === 0 ? 'keyword' : 'property', text: line.slice(0, at) });
      tokens.push({ kind: 'plain', text: line.slice(at) });
    }
  }
  const grammar = /^[[{]/.test(body) ? 'json' : body.startsWith('<') ? 'xml' : undefined;
  const rest: Token[] = grammar ? tokenize(body, grammar) : [{ kind: 'plain', text: body }];
  return [...tokens, ...rest].filter((token) => token.text !== '');
}
