import { expect, it } from 'vitest';
import { writeFiles, writeProject } from '../../tests/project.ts';
import { foreignNames, noteNames, readSiteFacts } from './site-facts.ts';

const SITE = { 'index.html': '', 'start/index.html': '', '_curlew/site.json': '{"base":"/docs/"}' };

it('a site says what it holds, beside what was said before', async () => {
  const root = writeProject(SITE);
  await noteNames(root);
  expect(foreignNames(root)).toEqual([]);
  expect((await readSiteFacts(root)).base).toBe('/docs/');
});

it('what others put there is told from it, but for settings of hosts', async () => {
  const root = writeProject(SITE);
  await noteNames(root);
  writeFiles(root, { CNAME: 'docs.example.com', '.git/HEAD': '', '.htaccess': '', 'vercel.json': '' });
  expect(foreignNames(root)).toEqual(['.git', 'CNAME']);
});

it('of a site that says nothing, a checkout of git is foreign', () => {
  expect(foreignNames(writeProject({ ...SITE, 'own.txt': '' }))).toEqual([]);
  expect(foreignNames(writeProject({ ...SITE, '.git': 'gitdir: elsewhere' }))).toEqual(['.git']);
});
