import { join, relative, resolve } from 'node:path';
import { defineCommand, EXIT, PROJECT, type Surroundings, stopped, UsageError } from './command.ts';
import { tellFindings } from './findings.ts';
import { onFreePort } from './port.ts';
import { servePreview } from './preview/server.ts';
import { startBuildProgress } from './progress.ts';
import { type FoundProject, findProject, isSite, refuseStrangePath } from './project.ts';
import { keyHint, SANDBOX_PORT } from './sandbox.ts';

const PORT = 4321;

async function serve(site: string, port: number, lines: readonly string[], surroundings: Surroundings): Promise<void> {
  const server = await onFreePort(port, (candidate) => servePreview(site, candidate), surroundings);
  for (const line of [`Site:    ${server.url}`, ...lines, 'Ctrl-C stops it.']) surroundings.print(line);
  await stopped(surroundings);
  await server.close();
}

/** Builds the site of this moment with a sandbox beside it, so that every request on its pages can be sent. */
async function previewWithSandbox(
  { path, folder }: FoundProject,
  port: number,
  surroundings: Surroundings,
): Promise<number> {
  refuseStrangePath(folder);
  const { readApis } = await import('../site/apis.ts');
  const { apis, diagnostics } = await readApis(path);
  if (tellFindings(diagnostics, surroundings)) return EXIT.faultyFiles;
  const { startSandbox } = await import('../sandbox/node-host.ts');
  const sandbox = await onFreePort(SANDBOX_PORT, (candidate) => startSandbox(apis, { port: candidate }), surroundings);
  try {
    const { buildSite } = await import('../site/build.ts');
    const outDir = join(folder, '.curlew/preview');
    const progress = startBuildProgress(surroundings);
    const building = buildSite({
      root: path,
      outDir,
      sandboxUrl: sandbox.url,
      signal: surroundings.stop,
      log: surroundings.note,
    });
    const result = await Promise.race([building, stopped(surroundings)]).finally(progress.end);
    if (!result) return EXIT.stopped;
    // What is wrong with the descriptions was told above.
    const told = new Set(diagnostics.map((one) => JSON.stringify(one)));
    const more = result.diagnostics.filter((one) => !told.has(JSON.stringify(one)));
    if (tellFindings(more, surroundings)) return EXIT.faultyFiles;
    await serve(outDir, port, [`Sandbox: ${sandbox.url} (${keyHint(sandbox.key)})`], surroundings);
    return EXIT.fine;
  } finally {
    await sandbox.close();
  }
}

export const preview = defineCommand({
  name: 'preview',
  summary: 'Serve the built site as a CDN would.',
  positionals: [PROJECT],
  options: {
    out: { kind: 'text', value: 'DIR', help: 'Where the site is', default: 'dist in the project' },
    port: { kind: 'port', help: 'The port on 127.0.0.1; 0 for any', default: `${PORT}, or the next free one` },
    sandbox: { kind: 'flag', help: 'Build the site first, with a sandbox to send its requests to' },
  },
  examples: ['curlew preview', 'curlew preview --out site --port 8080', 'curlew preview --sandbox'],
  run: async ({ positionals: [subject], options }, surroundings) => {
    const { folder } = surroundings;
    const port = options.port ?? PORT;
    if (options.sandbox) {
      if (options.out !== undefined) throw new UsageError('--sandbox builds a site of its own; leave out --out.');
      return previewWithSandbox(await findProject(subject, folder), port, surroundings);
    }
    const site =
      options.out === undefined
        ? join((await findProject(subject, folder)).folder, 'dist')
        : resolve(folder, options.out);
    const shown = relative(folder, site) || '.';
    if (!isSite(site)) throw new UsageError(`There is no site in ${shown}. "curlew build" makes one.`);
    await serve(site, port, [], surroundings);
    return EXIT.fine;
  },
});
