// Installs what the samples of other languages need, where it is missing: Debian packages, and grammars from npm.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmPackages, proofs } from './all.ts';

const wanted = [...new Set(proofs.flatMap(({ runner }) => runner.packages))];
const missing = wanted.filter((name) => {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '$\x7bStatus}', name], { encoding: 'utf8' });
  return !stdout?.includes('install ok installed');
});
if (missing.length > 0) {
  console.log(`Installing ${missing.join(', ')} …`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo'];
  run([...asRoot, 'apt-get', 'update', '-qq']);
  run([...asRoot, 'apt-get', 'install', '-y', '-qq', ...missing]);
}

const folder = join(import.meta.dirname, '.cache/grammars');
const marker = join(folder, 'installed.txt');
const list = `${npmPackages.join('\n')}\n`;
if (!existsSync(marker) || readFileSync(marker, 'utf8') !== list) {
  console.log(`Installing ${npmPackages.join(', ')} …`);
  mkdirSync(folder, { recursive: true });
  // The packages hold their native builds: none is compiled or downloaded.
  const options = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
  run(['npm', 'install', ...options, '--prefix', folder, ...npmPackages]);
  writeFileSync(marker, list);
}

function run([command = '', ...args]: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (status === 0) return;
  console.error(`This failed: ${command} ${args.join(' ')}`);
  process.exit(1);
}
