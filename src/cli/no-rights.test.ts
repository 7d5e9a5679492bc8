import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { runCli } from '../../tests/run-cli.ts';

/** Root may read and write everything; nobody may not. */
const UNPRIVILEGED = process.getuid?.() === 0 ? 65534 : undefined;
const API = 'openapi: 3.2.0\ninfo: { title: Pets, version: "1" }\npaths: {}\n';
const GUIDE = '---\ntitle: Start\n---\n';

function runAsNobody(args: readonly string[], root: string): ReturnType<typeof runCli> {
  return runCli(args, root, undefined, { uid: UNPRIVILEGED });
}

it('what may not be read is told with the rest of what is wrong', async () => {
  const root = writeProject({
    'openapi/pets.yaml': API,
    'docs/start.mdx': GUIDE,
    'docs/secret.mdx': GUIDE,
    'docs/wrong.mdx': '---\ntitel: a\n---\n',
  });
  chmodSync(root, 0o755);
  for (const file of ['openapi/pets.yaml', 'docs/secret.mdx']) chmodSync(join(root, file), 0);
  const { code, out, err } = await runAsNobody(['check'], root);
  expect(out.split('\n').filter((line) => / {2}error {2}/.test(line))).toEqual([
    'docs/secret.mdx:1:1  error  file-unreadable',
    'docs/wrong.mdx:1:1  error  field-missing',
    'docs/wrong.mdx:2:1  error  key-unknown',
    'openapi/pets.yaml:1:1  error  file-unreadable',
  ]);
  expect(err).toBe('');
  expect(code).toBe(1);
});

it('where nothing may be written is told by the folder that is known', async () => {
  const root = writeProject({ 'openapi/pets.yaml': API });
  chmodSync(root, 0o555);
  const { code, err } = await runAsNobody(['build'], root);
  expect(err).toContain(`Nothing can be written in ${root}: this account may not.`);
  expect(code).toBe(1);
});

it.runIf(existsSync('/proc/self')).for([
  ['build', '--out', '/proc/site'],
  ['init', '/proc/site/docs'],
])('a place where the system takes no folders is refused: %s', async (args) => {
  const root = writeProject({ 'openapi/pets.yaml': API });
  const { code, err } = await runCli(args, root);
  expect(err).toContain('Nothing can be written in /proc: the system takes no folders there.');
  expect(code).toBe(1);
});
