import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Description, operationsOf } from '../descriptions.ts';
import { astroBuild } from './astro.ts';
import { fresh, type Prepared } from './subject.ts';

/** Every operation with three blocks of code: the floor of what Astro and a highlighter cost. */
export async function prepareBareAstro({ file }: Description, folder: string): Promise<Prepared> {
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
  return astroBuild(folder);
}
