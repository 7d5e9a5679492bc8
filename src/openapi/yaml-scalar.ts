import type { JsonNode } from '../model/json-text.ts';
import type { Span } from './source-file.ts';

const NULL = /^(?:null|Null|NULL|~|)$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const DECIMAL = /^([-+]?)(?:(\d+)(\.\d*)?|(\.\d+))([eE][-+]?\d+)?$/;
/** Converting digits between bases takes time that grows with their square, so a longer one stays text. */
const OCTAL = /^0o[0-7]{1,300}$/;
const HEXADECIMAL = /^0x[\da-fA-F]{1,300}$/;
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The same number as JSON writes it, digit for digit: `+1.10` → `1.10`, `.5` → `0.5`, `007` → `7`. */
function decimalToJson(text: string): string | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '0', fraction = '', bareFraction, exponent = ''] = match;
  const digits = whole.replace(/^0+(?=\d)/, '');
  const part = bareFraction ?? (fraction === '.' ? '.0' : fraction);
  return `${sign === '-' ? '-' : ''}${digits}${part}${exponent}`;
}

/**
 * What an unquoted YAML scalar stands for.
 *
 * @returns the node, or `not-finite` for infinity and not-a-number, which JSON can't hold
 * @see YAML 1.2.2, section 10.3.2, the core schema
 */
export function resolvePlain(text: string, span: Span): JsonNode | 'not-finite' {
  if (NULL.test(text)) return { kind: 'null', ...span };
  if (BOOLEAN.test(text)) return { kind: 'boolean', value: text.toLowerCase() === 'true', ...span };
  const number = /^[-+.\d]/.test(text) ? numberToJson(text) : undefined;
  if (number === 'not-finite') return number;
  if (number !== undefined) return { kind: 'number', text: number, ...span };
  return { kind: 'string', value: text, ...span };
}

function numberToJson(text: string): string | undefined {
  if (NOT_FINITE.test(text)) return 'not-finite';
  if (OCTAL.test(text) || HEXADECIMAL.test(text)) return BigInt(text).toString();
  return decimalToJson(text);
}
