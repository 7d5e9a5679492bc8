// Installs the Debian packages that the samples of other languages need, where they are missing.
import { spawnSync } from 'node:child_process';
import { proofs } from './all.ts';

const wanted = [...new Set(proofs.flatMap(({ runner }) => runner.packages))];
const missing = wanted.filter((name) => {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
  return !stdout?.includes('install ok installed');
});
if (missing.length > 0) {
  console.log(`Installing ${missing.join(', ')} …`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update', '-qq'], ['install', '-y', '-qq', ...missing]]) {
    const [command = '', ...rest] = [...asRoot, 'apt-get', ...args];
    const { status } = spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0) {
      console.error(`The packages can't be installed. Install them and run this again: ${missing.join(' ')}`);
      process.exit(1);
    }
  }
}
