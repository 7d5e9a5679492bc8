import type { SchemaObject } from '../model/schema-object.ts';
import { examplePattern, matchesSurely } from './example-pattern.ts';

/** No text is made longer than this, whatever `minLength` asks for. */
const LONGEST = 10_000;

const PASSWORD = 'Passw0rd!';

/** One value for each format of JSON Schema and of OpenAPI's registry that has a shape of its own. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['date-time', '2025-01-15T09:30:00Z'],
  ['date', '2025-01-15'],
  ['time', '09:30:00Z'],
  ['duration', 'PT30S'],
  ['email', 'user@example.com'],
  ['idn-email', 'user@example.com'],
  ['hostname', 'api.example.com'],
  ['idn-hostname', 'api.example.com'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['uri', 'https://example.com/'],
  ['iri', 'https://example.com/'],
  ['url', 'https://example.com/'],
  ['uri-reference', '/path'],
  ['iri-reference', '/path'],
  ['uri-template', '/items/{id}'],
  ['json-pointer', '/path'],
  ['relative-json-pointer', '0'],
  ['regex', '^[a-z]+$'],
  ['uuid', '3fa85f64-5717-4562-b3fc-2c963f66afa6'],
  ['byte', 'ZXhhbXBsZQ=='],
  ['base64url', 'ZXhhbXBsZQ'],
  ['int64', '1'],
  ['decimal', '1.00'],
  ['password', 'correct-horse-battery'],
]);

/** The value of a format, or for another index another one, as far as its shape tells how. */
function formatted(format: string, index: number): string | undefined {
  const text = FORMATS.get(format);
  if (text === undefined || index === 0) return text;
  const number = String(index + 1);
  switch (format) {
    case 'date':
    case 'date-time': {
      const day = new Date(Date.UTC(2025, 0, 15 + index)).toISOString().slice(0, 10);
      return day + text.slice(10);
    }
    case 'time':
      return `09:${String((30 + index) % 60).padStart(2, '0')}:00Z`;
    case 'uuid':
      return text.slice(0, -3) + (0xfa6 - index).toString(16).slice(-3).padStart(3, '0');
    case 'email':
    case 'idn-email':
      return text.replace('@', `${number}@`);
    case 'hostname':
    case 'idn-hostname':
      return `api${number}.example.com`;
    case 'ipv4':
      return `192.0.2.${1 + (index % 250)}`;
    case 'ipv6':
      return `2001:db8::${(index + 1).toString(16)}`;
    case 'duration':
      return `PT${30 + index}S`;
    case 'byte':
    case 'base64url':
      return btoa(`exam${number}`.padEnd(9, 'p')).slice(0, 12);
    case 'int64':
    case 'relative-json-pointer':
      return number;
    case 'decimal':
      return `${number}.00`;
    default:
      return /^(ur|ir)[il]|json-pointer/.test(format) && !text.includes('{') ? text + number : text;
  }
}

/** Two patterns that leave the end and the start open are met by one text after the other. */
function joinedPatterns([first, second, ...others]: readonly string[], index: number): string | undefined {
  if (first === undefined || second === undefined || others.length > 0) return undefined;
  const [before, after] = first.endsWith('$') ? [second, first] : [first, second];
  if (before.endsWith('$') || after.startsWith('^') || /\|/.test(before + after)) return undefined;
  const texts = [before, after].map((pattern) => examplePattern(pattern, { least: 0, most: LONGEST }, index));
  return texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

/** A pattern that isn't bound to an end leaves room for more there. */
function patternText(pattern: string, length: { least: number; most: number }, index: number): string | undefined {
  const made = examplePattern(pattern, length, index);
  if (made !== undefined || length.least === 0 || pattern.includes('|')) return made;
  const short = examplePattern(pattern, { least: 0, most: length.most }, index);
  if (short === undefined || short === '') return undefined;
  if (!pattern.endsWith('$')) return short.padEnd(length.least, short.at(-1));
  return pattern.startsWith('^') ? undefined : short.padStart(length.least, short.at(0));
}

/**
 * A text that fits the format, pattern and lengths of every part, as far as that is cheap.
 *
 * @param parts - schemas that apply together
 * @param text - what to say where nothing is known
 * @param index - a different text for each index where no format or pattern fixes it
 */
export function exampleString(parts: readonly SchemaObject[], text: string, index: number): string {
  const least = Math.min(Math.max(0, ...parts.map((part) => Number(part.minLength ?? 0))), LONGEST);
  const most = Math.min(LONGEST, ...parts.map((part) => Number(part.maxLength ?? LONGEST)));
  const patterns = [...new Set(parts.flatMap((part) => part.pattern ?? []))];
  const wellFormed = parts.flatMap((part) => (part.format && formatted(part.format, index)) || []);
  const cased = wellFormed.flatMap((one) => [one, one.toUpperCase()]);
  for (const made of [
    // A date of the format is one in the calendar, which most patterns of dates don't tell.
    ...(patterns.length > 0 ? cased.filter((one) => patterns.every((pattern) => matchesSurely(pattern, one))) : []),
    joinedPatterns(patterns, index),
    ...patterns.map((one) => patternText(one, { least, most }, index)),
  ]) {
    if (made !== undefined && made.length >= least && made.length <= most) return made;
  }
  // Look-ahead mostly asks passwords for a character of each kind.
  if (patterns.some((pattern) => pattern.includes('(?=.*'))) {
    return PASSWORD.repeat(Math.ceil((least || 1) / PASSWORD.length)).slice(0, most);
  }
  const fixed = wellFormed.find(({ length }) => length >= least && length <= most);
  if (fixed !== undefined) return fixed;
  for (const part of parts) {
    if (part.contentEncoding === 'base64')
      return 12 <= most && 12 >= least ? 'ZXhhbXBsZQ==' : 'QUJD'.repeat(Math.ceil(least / 4));
  }
  const plain = index > 0 ? `${text}${index + 1}` : text;
  const long =
    plain.length < least ? (plain || '-').repeat(Math.ceil(least / (plain.length || 1))).slice(0, least) : plain;
  return [...long].slice(0, most).join('');
}
