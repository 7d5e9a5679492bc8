import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Description } from '../descriptions.ts';
import { BENCH, fresh, type Prepared } from './subject.ts';

/** Blume as it is set up by itself, with its own pages for an OpenAPI description. */
export async function prepareBlume({ file, name }: Description, folder: string): Promise<Prepared> {
  await fresh(folder, {
    'package.json': '{ "private": true, "type": "module", "dependencies": { "blume": "*" } }',
    'blume.config.ts': `import { defineConfig } from 'blume';
export default defineConfig({
  title: ${JSON.stringify(name)},
  openapi: { enabled: true, spec: './openapi.json' },
  navigation: { tabs: [{ label: 'API', path: '/reference' }] },
});
`,
    'docs/index.mdx': '---\ntitle: Home\ndescription: Home.\n---\n\nHome.\n',
  });
  await copyFile(file, join(folder, 'openapi.json'));
  return {
    steps: [[join(BENCH, 'node_modules/blume/bin/blume.mjs'), 'build']],
    cwd: folder,
    outDir: join(folder, 'dist'),
  };
}
