// npm test: everything that must hold. The types are checked beside what follows, since that takes one processor for as
// long as the build and some tests; what it says is printed when it ends.
import { spawn } from 'node:child_process';

interface Step {
  readonly name: string;
  readonly code: number | null;
  readonly seconds: number;
}

function run(name: string, isAside = false): Promise<Step> {
  const start = performance.now();
  return new Promise((done, fail) => {
    const output = isAside ? 'pipe' : 'inherit';
    const child = spawn('npm', ['run', '-s', name], {
      stdio: ['ignore', output, output],
      shell: process.platform === 'win32',
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', fail);
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      done({ name, code, seconds: (performance.now() - start) / 1000 });
    });
  });
}

const steps = [await run('check:lint')];
const hasFailed = (): boolean => steps.some(({ code }) => code !== 0);
const types = hasFailed() ? undefined : run('check:types', true);
for (const name of ['build', 'test:unit']) if (!hasFailed()) steps.push(await run(name));
if (types) steps.push(await types);
if (!hasFailed()) steps.push(await run('test:browser'));

for (const { name, code, seconds } of steps) {
  console.log(`${name}: ${code === 0 ? 'fine' : 'failed'} after ${seconds.toFixed(0)} s`);
}
process.exitCode = hasFailed() ? 1 : 0;
