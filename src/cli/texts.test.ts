import { expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { runMain } from '../../tests/run-main.ts';
import { en } from '../i18n/en.ts';
import { textsOf } from '../i18n/texts.ts';

const FILES = { 'openapi/a.yaml': 'openapi: 3.2.0\ninfo: { title: A, version: "1" }\npaths: {}\n' };
const FRENCH = 'site.copy: Copier\nsite.operationCount: "{count} {count|one:opération|other:opérations}"\n';
const count = textsOf(en).size;

it('of a new language are all, and what it prints makes the language whole', async () => {
  const { code, out } = await runMain(['texts', 'fr'], writeProject(FILES));
  expect(code).toBe(0);
  expect(out.split('\n').length).toBe(count);
  expect(out).toContain('site.languageName: "Français"');
  const root = writeProject({ ...FILES, 'languages/fr.yaml': `${out}\n` });
  expect(await runMain(['texts', 'fr'], root)).toEqual({ code: 0, out: '', err: `fr has all ${count} texts.` });
  expect((await runMain(['check'], root)).out).toBe('0 errors, 0 warnings');
});

it('are those that the file lacks, or all as it has them', async () => {
  const root = writeProject({ ...FILES, 'languages/fr.yaml': FRENCH });
  const missing = (await runMain(['texts', 'fr'], root)).out.split('\n');
  expect(missing).toContain('site.copied: "Copied"');
  expect(missing.length).toBe(count - 3);
  const all = (await runMain(['texts', 'fr', '--all'], root)).out.split('\n');
  expect(all).toContain('site.copy: "Copier"');
  expect(all).toContain('site.operationCount: "{count} {count|one:opération|other:opérations}"');
  expect(all.length).toBe(count);
});

it('are none of a language that comes with us, but to be seen', async () => {
  const root = writeProject(FILES);
  expect(await runMain(['texts', 'zh-CN'], root)).toEqual({ code: 0, out: '', err: `zh-CN has all ${count} texts.` });
  expect((await runMain(['texts', 'zh-CN', '--all'], root)).out).toContain('site.copy: "复制"');
});

it('are not printed while the file has errors', async () => {
  const root = writeProject({ ...FILES, 'languages/fr.yaml': 'site.copy: [a]\n' });
  const { code, out, err } = await runMain(['texts', 'fr'], root);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('languages/fr.yaml:1:1  error  wrong-type');
});
