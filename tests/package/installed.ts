import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { ENVIRONMENT } from '../environment.ts';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program as somebody does who has this Node and knows nothing of our tests. */
export function run(program: string, args: readonly string[], folder: string): Promise<Finished> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const text = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text.out += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      text.err += chunk;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, ...text }));
  });
}

export interface Served {
  /** With a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a dev server of the installed package, a file of which runs, and waits for the address it prints. */
export function serve(file: string, args: readonly string[], folder: string): Promise<Served> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: folder, env });
    const closed = new Promise<void>((resolved) => child.on('close', () => resolved()));
    let text = '';
    const take = (chunk: string): void => {
      text += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (url === undefined) return;
      const stop = (): Promise<void> => {
        child.kill('SIGINT');
        return closed;
      };
      done({ url: `${url}/`, stop });
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', fail);
    void closed.then(() => fail(new Error(`${file} ended:\n${text}`)));
  });
}

const env = {
  ...ENVIRONMENT,
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  ASTRO_TELEMETRY_DISABLED: '1',
};

export interface Installed {
  /** An empty folder outside the repository, but for `node_modules`. */
  readonly folder: string;
  /** The package's files, relative to it. */
  readonly files: readonly string[];
}

/**
 * Packs the package and installs it in a new folder: by npm when `PACKAGE_INSTALL` is `npm`, else, which is
 * quicker, with links to those packages of the repository that npm would install.
 */
export async function installPackage(): Promise<Installed> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'curlew-package-')));
  await expectFine('npm', ['pack', '--pack-destination', folder, '--loglevel=error'], ROOT);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  if (process.env.PACKAGE_INSTALL === 'npm') {
    await expectFine('npm', ['install', `./${tarball}`, '--no-audit', '--no-fund', '--loglevel=error'], folder);
  } else {
    await installByLinks(folder, tarball);
  }
  const names = await expectFine('tar', ['-tzf', tarball], folder);
  const files = names.split('\n').filter((name) => name !== '');
  return { folder, files: files.map((name) => name.replace(/^package\//, '')) };
}

async function expectFine(program: string, args: readonly string[], folder: string): Promise<string> {
  const { code, out, err } = await run(program, args, folder);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${code}\n${out}${err}`);
  return out;
}

async function installByLinks(folder: string, tarball: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'curlew'), { recursive: true });
  await expectFine('tar', ['-xzf', tarball, '-C', join(modules, 'curlew'), '--strip-components=1'], folder);
  for (const path of neededPackages()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(join(ROOT, path), join(folder, path));
  }
  mkdirSync(join(modules, '.bin'));
  symlinkSync('../curlew/lib/cli/bin.js', join(modules, '.bin/curlew'));
  symlinkSync('../astro/bin/astro.mjs', join(modules, '.bin/astro'));
  chmodSync(join(modules, 'curlew/lib/cli/bin.js'), 0o755);
}

/** What the lock says is there without our development, `node_modules/yaml`; packages in others come with them. */
function neededPackages(): string[] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: { readonly [path: string]: { readonly dev?: boolean } };
  };
  return Object.entries(lock.packages).flatMap(([path, { dev }]) =>
    !dev && path.lastIndexOf('node_modules/') === 0 && existsSync(join(ROOT, path)) ? path : [],
  );
}
