import { relative } from 'node:path';
import { defineCommand, EXIT, PROJECT, stopped, UsageError } from './command.ts';
import { tellFindings } from './findings.ts';
import { findOutput, findProject } from './project.ts';

function checkSite(site: string | undefined): void {
  if (site === undefined || (URL.canParse(site) && /^https?:$/.test(new URL(site).protocol))) return;
  throw new UsageError(`--site takes the address of the site, such as https://docs.example.com, found "${site}".`);
}

export const build = defineCommand({
  name: 'build',
  summary: 'Build the static site.',
  subject: PROJECT,
  options: {
    out: { kind: 'text', value: 'DIR', help: 'Where the site goes', default: 'dist in the project' },
    site: { kind: 'text', value: 'URL', help: 'The address the site will have, for absolute links' },
    base: { kind: 'text', value: 'PATH', help: 'The path the site will lie under', default: '/' },
  },
  examples: [
    'curlew build',
    'curlew build my-docs --out site',
    'curlew build --site https://docs.example.com --base /api/',
  ],
  run: async ({ subject, options }, surroundings) => {
    const { folder, print, note } = surroundings;
    checkSite(options.site);
    const root = findProject(subject, folder);
    const outDir = findOutput(options.out, root, folder);
    const start = performance.now();
    note('Building the site …');
    const { buildSite } = await import('../site/build.ts');
    const { site, base } = options;
    const building = buildSite({
      root,
      outDir,
      signal: surroundings.stop,
      log: note,
      ...(site === undefined ? {} : { site }),
      ...(base === undefined ? {} : { base }),
    });
    const result = await Promise.race([building, stopped(surroundings)]);
    if (!result) return EXIT.stopped;
    if (tellFindings(result.diagnostics, surroundings)) {
      note('Nothing was written; what was there before is untouched.');
      return EXIT.faultyFiles;
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const near = relative(folder, outDir);
    print(`${result.pages} pages in ${near.startsWith('..') ? outDir : near}, built in ${seconds} s.`);
    return EXIT.fine;
  },
});
