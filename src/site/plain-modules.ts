import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentHash } from './reuse/content-hash.ts';

/** Tells which modules are plain code, and what packages that needs. */
export interface PlainModules {
  /** Whether Node could run a module as it stands, with all that it imports. */
  readonly isPlain: (file: string) => boolean;
  /** Notes a package by one of its files, a path or a URL. */
  readonly notePackage: (file: string) => void;
  /** The noted packages and all that they depend on, by name, version and what tells their files, sorted. */
  readonly packages: () => readonly string[];
}

interface Module {
  /** The files that it imports, absolute. */
  readonly files: readonly string[];
  /** Whether nothing is left to a bundler, the modules aside that it imports. */
  readonly isPlain: boolean;
}

const IMPORT = /^(?:import|export)\s(?!type\s)[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm;
/** What our integration or Astro makes up for one site, and files that are no code. */
const MADE = /^(?:virtual|astro):|[?]|\.(?:astro|css|svg)$/;

export function plainModules(): PlainModules {
  const modules = new Map<string, Module | undefined>();
  const plain = new Set<string>();
  const packages = new Set<string>();
  return {
    isPlain: (file) => {
      const all = new Set([file]);
      for (const one of all) {
        if (plain.has(one)) continue;
        if (!modules.has(one)) modules.set(one, readModule(one));
        const module = modules.get(one);
        if (!module?.isPlain) return false;
        for (const next of module.files) all.add(next);
      }
      for (const one of all) plain.add(one);
      return true;
    },
    notePackage: (file) => {
      const folder = packageAround(file.startsWith('file:') ? fileURLToPath(file) : file);
      if (folder !== undefined) packages.add(folder);
    },
    packages: () => versionsOf(packages).sort(),
  };
}

function importsIn(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

/** @returns nothing where there is no such file */
function readModule(file: string): Module | undefined {
  if (!existsSync(file)) return undefined;
  const names = importsIn(readFileSync(file, 'utf8'));
  return {
    files: names.filter((name) => name.startsWith('.')).map((name) => join(dirname(file), name)),
    isPlain: !names.some((name) => MADE.test(name)),
  };
}

/**
 * Tells what a module does: its code and that of all modules that it imports, and the versions of the packages that
 * these need.
 */
export function codeOf(file: string): string {
  const files = new Set([file]);
  const packages = new Set<string>();
  const texts: string[] = [];
  for (const one of files) {
    if (!existsSync(one)) continue;
    const text = readFileSync(one, 'utf8');
    texts.push(text);
    for (const name of importsIn(text)) {
      if (name.startsWith('.')) files.add(join(dirname(one), name));
      const found = /^[./]|^node:/.test(name) ? undefined : findPackage(packageName(name), dirname(one));
      if (found !== undefined) packages.add(found);
    }
  }
  return contentHash(JSON.stringify([process.versions, texts, versionsOf(packages)]));
}

/** `@scope/name/file.js` → `@scope/name` */
function packageName(id: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? id;
}

/** The folder of the package that a file is part of. */
function packageAround(file: string): string | undefined {
  return /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+(?=[/\\])/.exec(file)?.[0];
}

/** The folder of a package as another finds it; none where it isn't installed. */
function findPackage(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (folder === dirname(folder)) return undefined;
  }
}

/** What Node runs or reads of a package. */
const CODE = /\.(?:[cm]?js|json|node|wasm)$/;

/** Tells the code of a package from one that somebody patched where it lies: who writes to a file sets its time. */
function stateOf(folder: string): string {
  const states: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules') walk(`${path}/${entry.name}`);
      } else if (CODE.test(entry.name)) {
        const stat = statSync(`${path}/${entry.name}`, { throwIfNoEntry: false });
        states.push(`${path.slice(folder.length)}/${entry.name} ${stat?.size} ${stat?.mtimeMs}`);
      }
    }
  };
  walk(folder);
  return contentHash(states.sort().join('\n'));
}

function versionsOf(packages: ReadonlySet<string>): string[] {
  const versions = new Set<string>();
  const folders = new Set(packages);
  for (const folder of folders) {
    const { name, version, dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    versions.add(`${name} ${version} ${stateOf(folder)}`);
    for (const next of Object.keys(dependencies)) {
      const found = findPackage(next, folder);
      if (found !== undefined) folders.add(found);
    }
  }
  return [...versions];
}
