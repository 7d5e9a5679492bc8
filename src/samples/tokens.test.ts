import { describe, expect, it } from 'vitest';
import { type Grammar, type TokenKind, tokenize } from './tokens.ts';

const GRAMMARS: readonly Grammar[] = ['shell', 'python', 'javascript', 'curly', 'hashed', 'json', 'xml', 'http'];

/** Kinds and texts, white space apart. */
function kinds(code: string, grammar: Grammar): string[] {
  return tokenize(code, grammar)
    .filter(({ kind, text }) => kind !== 'plain' || text.trim() !== '')
    .map(({ kind, text }) => `${kind} ${text.trim()}`);
}

interface Row {
  readonly grammar: Grammar;
  readonly code: string;
  readonly want: readonly `${TokenKind} ${string}`[];
}

const ROWS: readonly Row[] = [
  {
    grammar: 'json',
    code: '{ "a\\"b": [-1.5e3, true, "c:"] }',
    want: [
      'punctuation {',
      'property "a\\"b"',
      'punctuation :',
      'punctuation [',
      'number -1.5e3',
      'punctuation ,',
      'keyword true',
      'punctuation ,',
      'string "c:"',
      'punctuation ]',
      'punctuation }',
    ],
  },
  {
    grammar: 'xml',
    code: `<?xml version="1.0"?><a:pets xmlns:a = "u>" n='1'>\n  a="b" > c &amp; d <x/><!-- <y> --><![CDATA[<z>]]></a:pets>`,
    want: [
      'keyword <?xml version="1.0"?>',
      'punctuation <',
      'keyword a:pets',
      'property xmlns:a',
      'punctuation =',
      'string "u>"',
      'property n',
      'punctuation =',
      "string '1'",
      'punctuation >',
      'plain a="b" > c &amp; d',
      'punctuation <',
      'keyword x',
      'punctuation />',
      'comment <!-- <y> -->',
      'string <![CDATA[<z>]]>',
      'punctuation </',
      'keyword a:pets',
      'punctuation >',
    ],
  },
  {
    grammar: 'xml',
    code: `<a b="half`,
    want: ['punctuation <', 'keyword a', 'property b', 'punctuation =', 'string "half'],
  },
  {
    grammar: 'shell',
    code: `curl --url 'https://a.example/#x' \\\n  --header "api-key: $KEY" # why`,
    want: [
      'keyword curl',
      'property --url',
      `string 'https://a.example/#x'`,
      'punctuation \\',
      'property --header',
      'string "api-key:',
      'variable $KEY',
      'string "',
      'comment # why',
    ],
  },
  {
    grammar: 'python',
    code: 'import os\nx = {"k": f"v", "n": None}  # why\nprint("""a\n"b"""\n)',
    want: [
      'keyword import',
      'plain os\nx',
      'punctuation =',
      'punctuation {',
      'property "k"',
      'punctuation :',
      'plain f',
      'string "v"',
      'punctuation ,',
      'property "n"',
      'punctuation :',
      'keyword None',
      'punctuation }',
      'comment # why',
      'plain print',
      'punctuation (',
      'string """a\n"b"""',
      'punctuation )',
    ],
  },
  {
    grammar: 'javascript',
    code: `const a = { b: 'c', 'd-e': \`f\n\${g}\` }; // why`,
    want: [
      'keyword const',
      'plain a',
      'punctuation =',
      'punctuation {',
      'property b',
      'punctuation :',
      `string 'c'`,
      'punctuation ,',
      `property 'd-e'`,
      'punctuation :',
      `string \`f\n\${g}\``,
      'punctuation };',
      'comment // why',
    ],
  },
  {
    grammar: 'http',
    code: 'POST /a HTTP/1.1\nHost: a.example\n\n{"a": 1}',
    want: [
      'keyword POST',
      'plain /a HTTP/1.1',
      'property Host',
      'plain : a.example',
      'punctuation {',
      'property "a"',
      'punctuation :',
      'number 1',
      'punctuation }',
    ],
  },
];

describe('tokenize', () => {
  it.each(ROWS)('$grammar', ({ grammar, code, want }) => {
    expect(kinds(code, grammar)).toEqual(want);
  });

  const hostile = [
    '',
    '"',
    "'",
    '`',
    '"""',
    '/*',
    '$',
    '${',
    '\\',
    '"\\',
    '-',
    '--',
    '1e',
    '# ',
    '//',
    '\n\n',
    'a:',
    ': ',
    ' ',
    '\t\t:',
    '{',
    '}',
    '"a" : ',
    '你好',
    '😀',
    '\ud83d',
    '\r\n',
    'f"',
    "rb'",
    '@x',
  ];
  it.each(GRAMMARS)('%s: joined, the tokens are the code; neighbours differ', (grammar) => {
    for (const one of hostile) {
      for (const two of hostile) {
        for (const three of hostile) {
          const code = one + two + three + two;
          const tokens = tokenize(code, grammar);
          expect(tokens.map(({ text }) => text).join('')).toBe(code);
          expect(
            tokens.every(
              ({ text }, at) => text !== '' && (grammar === 'http' || tokens[at - 1]?.kind !== tokens[at]?.kind),
            ),
          ).toBe(true);
        }
      }
    }
  });

  it.each(GRAMMARS)(
    '%s: takes time in step with the length',
    (grammar) => {
      for (const piece of [...hostile, '"a\\n"', "'a' ", '"a"   ', '{"a": [', '1234567890', 'word ', '$x"']) {
        if (piece === '') continue;
        const code = piece.repeat(Math.ceil(100_000 / piece.length));
        const started = performance.now();
        const tokens = tokenize(code, grammar);
        expect(performance.now() - started, piece).toBeLessThan(1_500);
        expect(tokens.reduce((length, { text }) => length + text.length, 0)).toBe(code.length);
      }
    },
    60_000,
  );
});
