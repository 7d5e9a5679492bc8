// Installs the servers that the settings for hosts are tried on, where they are missing: Debian packages.
import { spawnSync } from 'node:child_process';

const SERVERS = [
  { command: 'nginx', name: 'nginx-light' },
  { command: 'caddy', name: 'caddy' },
  { command: 'apache2', name: 'apache2-bin' },
];
const missing = SERVERS.filter(({ command }) => spawnSync('sh', ['-c', `command -v ${command}`]).status !== 0);
if (missing.length > 0) {
  const names = missing.map(({ name }) => name);
  console.log(`Installing ${names.join(', ')} …`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo'];
  run([...asRoot, 'apt-get', 'update', '-qq']);
  run([...asRoot, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names]);
}

function run([command = '', ...args]: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (status === 0) return;
  console.error(`This failed: ${command} ${args.join(' ')}`);
  process.exit(1);
}
