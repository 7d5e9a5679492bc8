// Installs what the samples of other languages need, where it is missing: Debian packages, and grammars from npm.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, run } from '../debian-packages.ts';
import { npmPackages, proofs } from './all.ts';

const wanted = [...new Set(proofs.flatMap(({ runner }) => runner.packages))];
const missing = wanted.filter((name) => {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '$\x7bStatus}', name], { encoding: 'utf8' });
  return !stdout?.includes('install ok installed');
});
installPackages(missing);

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
