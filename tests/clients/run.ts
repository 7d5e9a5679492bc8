/**
 * Runs the samples of the built pages that use the official `openai` library of Node with the library itself,
 * the newest there is, against `curlew sandbox`; then what goes wrong, as a reader would see it. Needs the npm
 * registry, so it isn't part of `npm test`.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NODE, runSamples } from '../samples/run.ts';
import { type ClientCase, clientCases, KEY } from './cases.ts';
import { type SandboxProcess, startSandboxProcess } from './sandbox.ts';

const SITE = join(import.meta.dirname, '../../dist');
const SERVER = 'https://openai.pgpt.cloud';

const folder = mkdtempSync(join(tmpdir(), 'curlew-clients-'));
try {
  console.log(`openai ${await install(folder)}, Node ${process.versions.node}`);
  const sandbox = await startSandboxProcess(KEY);
  try {
    process.exitCode = (await runAll(clientCases(SITE, await toldToWait(sandbox)), sandbox)) ? 0 : 1;
  } finally {
    await sandbox.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** @returns the version that came */
async function install(folder: string): Promise<string> {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', 'openai@latest'], {
    cwd: folder,
  });
  return JSON.parse(readFileSync(join(folder, 'node_modules/openai/package.json'), 'utf8')).version;
}

/** The seconds of the sandbox's `Retry-After`; its message must say the same. */
async function toldToWait({ url }: SandboxProcess): Promise<number> {
  const response = await fetch(`${url}/openai/deployments/gpt-35-turbo/chat/completions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'api-key': KEY },
    body: JSON.stringify({ messages: [{ role: 'user', content: 'Hi' }], user: 'sandbox-429' }),
  });
  const [header, body] = [response.headers.get('Retry-After'), await response.text()];
  if (response.status === 429 && header && body.includes(`after ${header} seconds`)) return Number(header);
  throw new Error(`The sandbox's 429 doesn't agree with itself: ${response.status}, Retry-After ${header}, ${body}`);
}

/** @returns whether all went well */
async function runAll(cases: readonly ClientCase[], sandbox: SandboxProcess): Promise<boolean> {
  const width = Math.max(...cases.map(({ name }) => name.length));
  let failed = 0;
  for (const one of cases) {
    const [mark, outcome] = await runCase(one, sandbox).then(
      (seen) => ['ok  ', seen],
      (error: Error) => ['FAIL', error.message],
    );
    if (mark === 'FAIL') failed += 1;
    console.log(`${mark} ${one.name.padEnd(width)}  ${outcome}`);
  }
  console.log(`${cases.length - failed} passed, ${failed} failed`);
  return failed === 0;
}

async function runCase({ code, key = KEY, check }: ClientCase, { url, answers }: SandboxProcess): Promise<string> {
  if (code.split(SERVER).length !== 2) throw new Error(`The sample doesn't name ${SERVER} once:\n${code}`);
  answers.length = 0;
  const ran = await runSamples(NODE, [code.replace(SERVER, url)], folder, { APIGPT_API_KEY: key });
  return check(ran, answers);
}
