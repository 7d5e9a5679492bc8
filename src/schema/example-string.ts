import type { SchemaObject } from '../model/schema-object.ts';
import { examplePattern } from './example-pattern.ts';

/** No text is made longer than this, whatever `minLength` asks for. */
const LONGEST = 2_000;

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
  for (const part of parts) {
    const made = part.pattern === undefined ? undefined : examplePattern(part.pattern, { least, most }, index);
    if (made !== undefined) return made;
    // Look-ahead mostly asks passwords for a character of each kind.
    if (part.pattern?.includes('(?=.*'))
      return PASSWORD.repeat(Math.ceil((least || 1) / PASSWORD.length)).slice(0, most);
  }
  for (const part of parts) {
    const fixed = part.format === undefined ? undefined : FORMATS.get(part.format);
    if (fixed !== undefined && fixed.length >= least && fixed.length <= most) return fixed;
    if (part.contentEncoding === 'base64')
      return 12 <= most && 12 >= least ? 'ZXhhbXBsZQ==' : 'QUJD'.repeat(Math.ceil(least / 4));
  }
  const plain = index > 0 ? `${text}${index + 1}` : text;
  const long =
    plain.length < least ? (plain || '-').repeat(Math.ceil(least / (plain.length || 1))).slice(0, least) : plain;
  return [...long].slice(0, most).join('');
}
