import { fill } from '../i18n/translate.ts';
import type { SchemaViolation } from '../schema/violation.ts';
import type { Scene } from './scene.ts';

/** Where a value differs from its schema, as a sentence. The texts of the part `advice` are loaded by then. */
export function adviceText({ partTexts, formats }: Scene, { code, values }: SchemaViolation): string {
  const words = Object.entries(values).map(([name, value]): [string, string] => [
    name,
    typeof value === 'object' ? formats.list(value) : typeof value === 'number' ? formats.number(value) : value,
  ]);
  return fill(partTexts.get('advice')[code], Object.fromEntries(words));
}
