import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Modules that Node runs as they stand, and what their code is. */
export interface PlainModules {
  /** Counts a module in, with all that it imports. @returns whether Node can run that */
  readonly take: (file: string) => boolean;
  /** The same for a module of a package. */
  readonly takePackage: (file: string) => void;
  /** Tells the code of all that were counted in: our files by their text, packages by their versions. */
  readonly key: () => string;
}

interface Module {
  /** The SHA-256 of its text. */
  readonly hash: string;
  /** Absolute. */
  readonly files: readonly string[];
  /** Names of packages. */
  readonly packages: readonly string[];
  /** Whether nothing is left to a bundler, the modules aside that it imports. */
  readonly isPlain: boolean;
}

const IMPORT = /^(?:import|export)\s(?!type\s)[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm;
/** What our integration or Astro makes up for one site, and files that are no code. */
const MADE = /^(?:virtual|astro):|[?]|\.(?:astro|css|svg)$/;

export function plainModules(): PlainModules {
  const modules = new Map<string, Module | undefined>();
  const used = new Set<string>();
  const packages = new Set<string>();
  const read = (file: string): Module | undefined => {
    if (!modules.has(file)) modules.set(file, readModule(file));
    return modules.get(file);
  };
  return {
    take: (file) => {
      const all = new Set([file]);
      for (const one of all) {
        if (used.has(one)) continue;
        const module = read(one);
        if (!module?.isPlain) return false;
        for (const next of module.files) all.add(next);
      }
      for (const one of all) used.add(one);
      return true;
    },
    takePackage: (file) => {
      packages.add(packageAround(file));
    },
    key: () => {
      const folders = new Set(packages);
      for (const file of used) {
        for (const name of read(file)?.packages ?? []) folders.add(findPackage(name, file));
      }
      const texts = [...used].map((file) => read(file)?.hash ?? '');
      return hash('sha256', JSON.stringify([...texts, ...versionsOf(folders)].sort()));
    },
  };
}

/** @returns nothing where there is no such file */
function readModule(file: string): Module | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const names = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
  return {
    hash: hash('sha256', text),
    files: names.filter((name) => name.startsWith('.')).map((name) => join(dirname(file), name)),
    packages: names.filter((name) => !/^\.|:/.test(name)).map(packageOf),
    isPlain: !names.some((name) => MADE.test(name)),
  };
}

/** `@shikijs/langs/bash` → `@shikijs/langs` */
function packageOf(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

/** The folder of a package as a file finds it; where there is none, nothing can be told of it. */
function findPackage(name: string, from: string): string {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (folder === dirname(folder)) return '';
  }
}

/** The folder of the package that a file is part of. */
function packageAround(file: string): string {
  const [, folder = ''] = /^(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(file) ?? [];
  return folder;
}

/** Every package with those that it depends on, by name and version. */
function versionsOf(folders: Set<string>): string[] {
  const versions: string[] = [];
  for (const folder of folders) {
    if (folder === '') continue;
    const { name, version, dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    versions.push(`${name} ${version}`);
    for (const next of Object.keys(dependencies)) folders.add(findPackage(next, join(folder, 'package.json')));
  }
  return versions;
}
