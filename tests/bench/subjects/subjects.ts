import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Description, operationsOf } from '../descriptions.ts';
import type { Command } from '../measure.ts';

/** What is measured: a way to make a site of a description. */
export interface Subject {
  readonly name: string;
  /** Whether it needs the packages of `tests/bench/package.json`. */
  readonly isPeer: boolean;
  /** Writes what a build needs into an empty folder, and says how to build. Not measured. */
  readonly prepare: (description: Description, folder: string) => Promise<Command>;
}

const BENCH = resolve(import.meta.dirname, '..');
const ASTRO = join(BENCH, 'node_modules/astro/bin/astro.mjs');

async function fresh(folder: string, files: { readonly [path: string]: string }): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(resolve(file, '..'), { recursive: true });
    await writeFile(file, text);
  }
}

/** Every operation with three blocks of code: the floor of what Astro and a highlighter cost. */
async function prepareBareAstro({ file }: Description, folder: string): Promise<Command> {
  const rows = operationsOf(JSON.parse(await readFile(file, 'utf8'))).map(({ method, path, operation }, index) => ({
    slug: `operation-${index}`,
    title: String(operation.summary ?? operation.operationId ?? `${method} ${path}`),
    description: String(operation.description ?? ''),
    blocks: [
      { lang: 'shell', code: `curl --request ${method.toUpperCase()} \\\n  --url 'https://api.example.com${path}'` },
      { lang: 'python', code: `import requests\n\nresponse = requests.${method}("https://api.example.com${path}")` },
      { lang: 'json', code: JSON.stringify(operation.responses ?? {}, null, 2).slice(0, 2000) },
    ],
  }));
  await fresh(folder, {
    'package.json': '{ "type": "module" }',
    'astro.config.mjs': 'export default { compressHTML: true };\n',
    'rows.json': JSON.stringify(rows),
    'src/highlight.ts': `import { createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
const shiki = await createHighlighterCore({
  themes: [import('shiki/themes/github-dark.mjs')],
  langs: [import('shiki/langs/shellscript.mjs'), import('shiki/langs/python.mjs'), import('shiki/langs/json.mjs')],
  engine: createJavaScriptRegexEngine(),
});
export const highlight = (code, lang) => shiki.codeToHtml(code, { lang, theme: 'github-dark' });
`,
    'src/pages/[slug].astro': `---
import { readFileSync } from 'node:fs';
import { highlight } from '../highlight.ts';
export function getStaticPaths() {
  const rows = JSON.parse(readFileSync(${JSON.stringify(join(folder, 'rows.json'))}, 'utf8'));
  return rows.map((row) => ({ params: { slug: row.slug }, props: row }));
}
const { title, description, blocks } = Astro.props;
---
<html lang="en"><head><meta charset="utf-8" /><title>{title}</title></head>
<body><h1>{title}</h1><p>{description}</p>{blocks.map(({ code, lang }) => <Fragment set:html={highlight(code, lang)} />)}</body></html>
`,
  });
  return { args: [ASTRO, 'build', '--silent', '--root', folder], cwd: folder, outDir: join(folder, 'dist') };
}

async function prepareStarlight({ file, name }: Description, folder: string): Promise<Command> {
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
  return { args: [ASTRO, 'build', '--silent', '--root', folder], cwd: folder, outDir: join(folder, 'dist') };
}

/** In the order of the table; ours first, then the floor that ratios are told against. */
export const subjects: readonly Subject[] = [
  {
    name: 'curlew',
    isPeer: false,
    prepare: async ({ file }, folder) => {
      const outDir = join(folder, 'site');
      await fresh(folder, {});
      await mkdir(folder, { recursive: true });
      return { args: [join(BENCH, 'subjects/build-curlew.ts'), file, outDir], cwd: folder, outDir };
    },
  },
  { name: 'bare astro', isPeer: true, prepare: prepareBareAstro },
  { name: 'starlight-openapi', isPeer: true, prepare: prepareStarlight },
];
