import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Description } from '../descriptions.ts';
import { BENCH, fresh, type Prepared } from './subject.ts';

/**
 * Docusaurus with the plugin and the theme for OpenAPI: pages are written as MDX first, which counts. It bundles with
 * Rspack, as it will by itself from version 4 on; with webpack it takes four times the CPU.
 */
export async function prepareDocusaurus({ file, name }: Description, folder: string): Promise<Prepared> {
  await fresh(folder, {
    'package.json': '{ "private": true }',
    'docusaurus.config.js': `module.exports = {
  title: ${JSON.stringify(name)},
  url: 'https://docs.example.com',
  baseUrl: '/',
  onBrokenLinks: 'ignore',
  future: { v4: true },
  presets: [
    ['classic', { docs: { sidebarPath: './sidebars.js', docItemComponent: '@theme/ApiItem' }, blog: false }],
  ],
  plugins: [
    [
      'docusaurus-plugin-openapi-docs',
      {
        id: 'api',
        docsPluginId: 'classic',
        config: {
          api: { specPath: 'openapi.json', outputDir: 'docs/api', sidebarOptions: { groupPathsBy: 'tag' } },
        },
      },
    ],
  ],
  themes: ['docusaurus-theme-openapi-docs'],
};
`,
    // The list that the plugin writes is there by the second step.
    'sidebars.js': `const { existsSync } = require('node:fs');
module.exports = existsSync(__dirname + '/docs/api/sidebar.js') ? { api: require('./docs/api/sidebar.js') } : {};
`,
    'docs/index.md': '---\ntitle: Home\nslug: /\n---\nHome.\n',
  });
  await mkdir(join(folder, 'static'));
  await copyFile(file, join(folder, 'openapi.json'));
  const docusaurus = join(BENCH, 'node_modules/@docusaurus/core/bin/docusaurus.mjs');
  return {
    steps: [
      [docusaurus, 'gen-api-docs', 'all'],
      [docusaurus, 'build'],
    ],
    cwd: folder,
    outDir: join(folder, 'build'),
  };
}
