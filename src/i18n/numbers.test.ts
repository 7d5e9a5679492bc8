import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { en } from './en.ts';
import { writeNumber } from './numbers.ts';
import { fill } from './translate.ts';

for (const [locale, want] of [
  ['en', '1,223'],
  ['zh-CN', '1,223'],
  ['de', '1.223'],
  ['hi', '1,223'],
  ['en-v1', '1,223'],
] as const) {
  it(locale, () => expect(writeNumber(1223, locale)).toBe(want));
}

it('among words', () => {
  const count = (value: number): string => fill(en.site.operationCount, { count: writeNumber(value, 'en') });
  expect([count(1), count(1223)]).toEqual(['1 operation', '1,223 operations']);
});

it('a language that nothing is known of, on any machine', () => {
  const script = `const { writeNumber } = await import('${new URL('numbers.ts', import.meta.url)}');
    const { formsOfCounts } = await import('${new URL('plural-forms.ts', import.meta.url)}');
    console.log(writeNumber(1223, 'tlh'), ...formsOfCounts('tlh'));`;
  const env = { ...process.env, LC_ALL: 'pl_PL.UTF-8' };
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env });
  expect(said).toBe('1,223 one other\n');
});
