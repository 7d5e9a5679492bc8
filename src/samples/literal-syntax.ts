import type { LiteralSyntax } from './literal.ts';
import { escapeText, hex, wide } from './quote.ts';

/** In the kind of quote that needs fewer escapes, the usual one where both do. */
function quoteAs(text: string, usual: string, other: string, hide: (char: string) => string): string {
  const quote = text.includes(usual) && !text.includes(other) ? other : usual;
  return quote + escapeText(text, new RegExp(`[\\\\${quote}]`, 'g'), hide) + quote;
}

/** A Python string literal, double quotes first. */
export function quotePython(text: string): string {
  return quoteAs(text, '"', "'", wide);
}

/** A Python string literal over several lines where the text has several. */
export function quotePythonText(text: string): string {
  if (!text.includes('\n')) return quotePython(text);
  const escaped = text
    .split('\n')
    .map((line) => escapeText(line, /\\/g, wide))
    .join('\n')
    .replace(/"{3,}|"+$/g, (quotes) => quotes.replaceAll('"', '\\"'));
  return `"""${escaped}"""`;
}

function hideInJavaScript(char: string): string {
  return char.length > 1 ? `\\u{${hex(char)}}` : wide(char);
}

/** A JavaScript string literal, single quotes first. */
export function quoteJavaScript(text: string): string {
  return quoteAs(text, "'", '"', hideInJavaScript);
}

/** A JavaScript literal, a template over several lines where the text has several. */
export function quoteJavaScriptText(text: string): string {
  if (!text.includes('\n')) return quoteJavaScript(text);
  // A raw CR would be read as LF in a template, so it is among the escaped ones.
  const lines = text.split('\n').map((line) => escapeText(line, /[\\`]|\$(?=\{)/g, hideInJavaScript));
  return `\`${lines.join('\n')}\``;
}

/** How Python writes JSON values. */
export const PYTHON: LiteralSyntax = {
  string: quotePython,
  key: quotePython,
  words: { true: 'True', false: 'False', null: 'None' },
  padding: '',
  indent: '    ',
  keepsNumber,
  keepsKey: (name) => name.isWellFormed(),
  // `.encode()` refuses half a surrogate pair.
  keepsString: (text) => text.isWellFormed(),
};

/** Whether `json.dumps` writes a number back as it stands: `repr` of a float has its own rules for exponents. */
function keepsNumber(text: string): boolean {
  if (/^-?\d{1,300}$/.test(text)) return text !== '-0';
  if (!/^-?\d+\.\d+$/.test(text)) return false;
  const value = Math.abs(Number(text));
  const kept = String(Number(text)) === text || (text.endsWith('.0') && `${Number(text)}.0` === text);
  return kept && (value >= 1e-4 ? value < 1e16 : value === 0);
}

/** How JavaScript writes JSON values. */
export const JAVASCRIPT: LiteralSyntax = {
  string: quoteJavaScript,
  key: propertyName,
  words: { true: 'true', false: 'false', null: 'null' },
  padding: ' ',
  indent: '  ',
  keepsNumber: (text) => String(Number(text)) === text,
  // Objects put keys that look like indices first, and `__proto__: …` would set the prototype.
  keepsKey: (name) => name !== '__proto__' && !/^(?:0|[1-9]\d*)$/.test(name),
  keepsString: () => true,
};

/** A name as an object literal takes it, quoted where it must be. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoteJavaScript(name);
}
