import { expect, it } from 'vitest';
import { exampleString } from './example-string.ts';

it.each([
  ['date', '^[0-9]{4,}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])$', '2025-01-15'],
  ['date', '/^\\d{4}-\\d{2}-\\d{2}$/', '2025-01-15'],
  ['uuid', '^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$', '3FA85F64-5717-4562-B3FC-2C963F66AFA6'],
  ['email', '^(.+)@(.+)$', 'user@example.com'],
  ['uri', '^https?://', 'https://example.com/'],
  // Not one that the format knows, so the pattern says more.
  ['date', '^\\d{4}/\\d{2}$', '0000/00'],
])('a text of the format %s is one that %s matches: %s', (format, pattern, want) => {
  expect(exampleString([{ format, pattern }], 'string', 0)).toBe(want);
});

it('a text is one of its format only where every pattern matches it', () => {
  const parts = [{ format: 'uuid', pattern: '^[0-9a-f-]+$' }, { pattern: '^9' }];
  expect(exampleString(parts, 'string', 0)).not.toMatch(/^3fa85f64/);
});
