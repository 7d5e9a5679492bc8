import { describe, expect, it } from 'vitest';
import { quoteJavaScript, quoteJavaScriptText, quotePython, quotePythonText } from './literal-syntax.ts';
import { quoteShell, quoteShellHeader } from './quote-shell.ts';

/** The languages themselves say whether these are right: tests/samples runs them. Here: that they read well. */
const ROWS = [
  { name: 'plain', text: 'plain', shell: `'plain'`, python: `"plain"`, javascript: `'plain'` },
  { name: 'nothing', text: '', shell: `''`, python: `""`, javascript: `''` },
  { name: 'a single quote', text: "it's", shell: `'it'\\''s'`, python: `"it's"`, javascript: `"it's"` },
  { name: 'a double quote', text: 'a "b"', shell: `'a "b"'`, python: `'a "b"'`, javascript: `'a "b"'` },
  { name: 'both', text: `'"`, shell: `''\\''"'`, python: `"'\\""`, javascript: `'\\'"'` },
  {
    name: 'a command',
    text: '$(id) `id` !x',
    shell: "'$(id) `id` !x'",
    python: '"$(id) `id` !x"',
    javascript: "'$(id) `id` !x'",
  },
  { name: 'a backslash', text: 'a\\n', shell: `'a\\n'`, python: `"a\\\\n"`, javascript: `'a\\\\n'` },
  { name: 'a newline', text: 'a\nb', shell: `'a\nb'`, python: `"a\\nb"`, javascript: `'a\\nb'` },
  {
    name: 'controls',
    text: 'a\t\u001bb',
    shell: `'a'"$(printf '\\011\\033')"'b'`,
    python: `"a\\t\\u001bb"`,
    javascript: `'a\\t\\u001bb'`,
  },
  {
    name: 'a bidi control',
    text: '\u202ea',
    shell: `"$(printf '\\342\\200\\256')"'a'`,
    python: `"\\u202ea"`,
    javascript: `'\\u202ea'`,
  },
  {
    name: 'a line separator',
    text: 'a\u2028',
    shell: `'a'"$(printf '\\342\\200\\250')"`,
    python: `"a\\u2028"`,
    javascript: `'a\\u2028'`,
  },
  {
    name: 'a tag',
    text: '\u{e0041}',
    shell: `"$(printf '\\363\\240\\201\\201')"`,
    python: `"\\U000e0041"`,
    javascript: `'\\u{e0041}'`,
  },
  { name: 'NUL', text: '\0', shell: `"$(printf '\\000')"`, python: `"\\u0000"`, javascript: `'\\u0000'` },
  {
    name: 'half a pair',
    text: '\ud800',
    shell: `"$(printf '\\357\\277\\275')"`,
    python: `"\\ud800"`,
    javascript: `'\\ud800'`,
  },
  {
    name: 'other scripts and joined emoji',
    text: '你好 مرحبا 👩‍👧',
    shell: `'你好 مرحبا 👩‍👧'`,
    python: `"你好 مرحبا 👩‍👧"`,
    javascript: `'你好 مرحبا 👩‍👧'`,
  },
];

describe('quoting', () => {
  it.each(ROWS)('$name', ({ text, shell, python, javascript }) => {
    expect([quoteShell(text), quotePython(text), quoteJavaScript(text)]).toEqual([shell, python, javascript]);
  });

  it('spreads texts of several lines', () => {
    const text = `a \`b\` \${c} $d "e" """\r\n\\\t"`;
    expect(quotePythonText(text)).toBe(`"""a \`b\` \${c} $d "e" \\"\\"\\"\\r\n\\\\\\t\\""""`);
    expect(quoteJavaScriptText(text)).toBe(`\`a \\\`b\\\` \\\${c} $d "e" """\\r\n\\\\\\t"\``);
    expect([quotePythonText('a"'), quoteJavaScriptText('a`')]).toEqual([`'a"'`, "'a`'"]);
  });

  it('writes one byte a character in headers', () => {
    expect(quoteShellHeader('X: café')).toBe(`'X: caf'"$(printf '\\351')"`);
  });

  it('stays quick on long texts', () => {
    for (const text of ["'".repeat(2e5), '\u202e'.repeat(2e5), '"'.repeat(2e5), '\\'.repeat(2e5), '""a'.repeat(1e5)]) {
      const started = performance.now();
      for (const quote of [quoteShell, quotePythonText, quoteJavaScriptText]) quote(`${text}\n${text}`);
      expect(performance.now() - started).toBeLessThan(3_000);
    }
  });
});
