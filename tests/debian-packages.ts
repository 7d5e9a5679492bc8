import { spawnSync } from 'node:child_process';

/**
 * Installs Debian packages; nothing is done for an empty list. A failure ends the process.
 *
 * @param options - of `apt-get install`, besides the usual ones
 */
export function installPackages(names: readonly string[], ...options: readonly string[]): void {
  if (names.length === 0) return;
  console.log(`Installing ${names.join(', ')} …`);
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo'];
  run([...asRoot, 'apt-get', 'update', '-qq']);
  run([...asRoot, 'apt-get', 'install', '-y', '-qq', ...options, ...names]);
}

/** Runs a command that says only what goes wrong. A failure ends the process. */
export function run([command = '', ...args]: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (status === 0) return;
  console.error(`This failed: ${command} ${args.join(' ')}`);
  process.exit(1);
}
