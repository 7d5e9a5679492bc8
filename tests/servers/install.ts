// Installs the servers that the settings for hosts are tried on, where they are missing: Debian packages.
import { spawnSync } from 'node:child_process';
import { installPackages } from '../debian-packages.ts';

const SERVERS = [
  { command: 'nginx', name: 'nginx-light' },
  { command: 'caddy', name: 'caddy' },
  { command: 'apache2', name: 'apache2-bin' },
];
const missing = SERVERS.filter(({ command }) => spawnSync('sh', ['-c', `command -v ${command}`]).status !== 0);
installPackages(
  missing.map(({ name }) => name),
  '--no-install-recommends',
);
