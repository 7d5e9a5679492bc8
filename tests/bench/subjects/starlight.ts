import type { Description } from '../descriptions.ts';
import { astroBuild } from './astro.ts';
import { fresh, type Prepared } from './subject.ts';

/** Starlight with its plugin for OpenAPI, as both tell to set it up. */
export async function prepareStarlight({ file, name }: Description, folder: string): Promise<Prepared> {
  await fresh(folder, {
    // Astro bundles the packages that a project names and that need it.
    'package.json': '{ "type": "module", "dependencies": { "@astrojs/starlight": "*", "starlight-openapi": "*" } }',
    'astro.config.mjs': `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightOpenAPI, { openAPISidebarGroups } from 'starlight-openapi';
export default defineConfig({
  integrations: [
    starlight({
      title: ${JSON.stringify(name)},
      plugins: [starlightOpenAPI([{ base: 'api', schema: ${JSON.stringify(file)} }])],
      sidebar: openAPISidebarGroups,
    }),
  ],
});
`,
    'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    'src/content/docs/index.md': '---\ntitle: Home\n---\nHome.\n',
  });
  return astroBuild(folder);
}
