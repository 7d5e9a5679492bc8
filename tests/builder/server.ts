// Runs `curlew build` for tests, one after the other in this process: only the first build has to load and warm up
// what all need, which is half of what a small site costs.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { main } from '../../src/cli/main.ts';
import { writeFiles } from '../project.ts';
import type { CliResult } from '../run-cli.ts';
import type { BuildRequest, ProjectFiles } from './build.ts';

async function build({ folder, args }: BuildRequest): Promise<CliResult> {
  // First: esbuild's service is started in the folder that esbuild was loaded in, and a test's own goes away.
  await import('astro');
  process.chdir(folder);
  const said: Record<'out' | 'err', string[]> = { out: [], err: [] };
  const code = await main(['build', ...args], {
    folder,
    print: (line) => said.out.push(`${line}\n`),
    note: (line) => said.err.push(`${line}\n`),
    stop: new AbortController().signal,
  });
  return { code, out: said.out.join(''), err: said.err.join('') };
}

let last: Promise<unknown> = Promise.resolve();

/** A process is in one folder and makes one site at a time. */
function buildNext(request: BuildRequest): Promise<CliResult> {
  const result = last.then(() => build(request));
  last = result.catch(() => {});
  return result;
}

interface Kept extends CliResult {
  readonly folder: string;
}

const all = mkdtempSync(join(tmpdir(), 'curlew-built-'));
const kept = new Map<string, Promise<Kept>>();

function buildOnce(files: ProjectFiles): Promise<Kept> {
  const key = JSON.stringify(files);
  let result = kept.get(key);
  if (!result) {
    const folder = mkdtempSync(join(all, 'project-'));
    writeFiles(folder, files);
    result = buildNext({ folder, args: [] }).then((built) => ({ ...built, folder }));
    kept.set(key, result);
  }
  return result;
}

const server = createServer(async (request, response) => {
  // A connection that is kept may end just as the next request comes.
  response.setHeader('Connection', 'close');
  const given: BuildRequest | { readonly files: ProjectFiles } = JSON.parse(await text(request));
  try {
    response.end(JSON.stringify(await ('files' in given ? buildOnce(given.files) : buildNext(given))));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on('disconnect', () => {
  process.chdir(tmpdir());
  rmSync(all, { recursive: true, force: true });
  process.exit();
});
