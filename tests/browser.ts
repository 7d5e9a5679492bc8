import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import chromium from '@sparticuz/chromium';

export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: { readonly [name: string]: string };
}

/**
 * A Chromium out of an npm package, or the one that `$CHROMIUM` names. On a machine without the NSS
 * libraries it brings the package's own.
 */
export async function findBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-quic', '--disable-background-networking'];
  const named = process.env.CHROMIUM;
  const executablePath = named ?? (await chromium.executablePath());
  const env = { ...(process.env as { [name: string]: string }) };
  if (!named && !hasNss()) {
    env.LD_LIBRARY_PATH = [unpackLibraries(), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  return { executablePath, args, env };
}

function hasNss(): boolean {
  try {
    return execFileSync('ldconfig', ['-p'], { encoding: 'utf8' }).includes('libnss3.so');
  } catch {
    return false;
  }
}

/** The folder with the libraries the package ships for machines that lack them; unpacked once. */
function unpackLibraries(): string {
  const folder = join(tmpdir(), 'curlew-chromium-libraries');
  if (existsSync(join(folder, 'lib'))) return join(folder, 'lib');
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  let root = dirname(entry);
  while (!existsSync(join(root, 'bin', 'al2023.tar.br'))) root = dirname(root);
  const fresh = `${folder}-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const archive = join(fresh, 'al2023.tar');
  writeFileSync(archive, brotliDecompressSync(readFileSync(join(root, 'bin', 'al2023.tar.br'))));
  execFileSync('tar', ['-xf', archive, '-C', fresh]);
  // Another process may have been first; its folder is as good.
  if (!existsSync(folder)) renameSync(fresh, folder);
  return join(folder, 'lib');
}
