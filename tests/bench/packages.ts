import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = import.meta.dirname;

/** The packages of the peers and their versions. */
export function versions(): { readonly [name: string]: string } {
  return JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')).dependencies;
}

/**
 * Installs what `package.json` beside this file pins, where it is not installed; no script of a package runs. Its override
 * holds a package of Docusaurus at a version that has its parts for every system.
 */
export function installPackages(): void {
  if (Object.entries(versions()).every(([name, version]) => installed(name) === version)) return;
  console.error('Installing the peers and the descriptions, some 3 GB, once …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', args, { cwd: FOLDER, stdio: ['ignore', 'inherit', 'inherit'] });
}

function installed(name: string): string | undefined {
  try {
    return JSON.parse(readFileSync(join(FOLDER, 'node_modules', name, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}
