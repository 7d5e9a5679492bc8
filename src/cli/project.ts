import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, parse, relative, resolve } from 'node:path';
import { nearest } from '../diagnostics/nearest.ts';
import { visibleText } from '../diagnostics/visible-text.ts';
import { SRC } from '../site/package-folder.ts';
import { foreignNames } from '../site/site-facts.ts';
import { UsageError } from './command.ts';
import { didYouMean } from './suggest.ts';

export function kindOf(path: string): 'folder' | 'file' | 'nothing' {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 'nothing';
  return found.isDirectory() ? 'folder' : 'file';
}

/** What makes a folder a project. */
const PARTS = ['openapi', 'docs', 'public', 'astro.config.mjs'];

/** Folders of a project whose files all become a part of its site. */
const SOURCES = ['openapi', 'docs', 'public', 'languages'];

/** Where a project lies. */
export interface FoundProject {
  /** The folder, or the one description that is all of it; absolute. */
  readonly path: string;
  /** The folder, also of a single description. */
  readonly folder: string;
}

/** Says why there is no file of that name, with what may be meant instead. @param what - `file` */
export function absent(given: string, folder: string, what: 'file' | 'file or folder'): UsageError {
  const shown = visibleText(given);
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(given)) {
    return new UsageError(`Nothing is fetched, so ${shown} can't be read. Save it to a file, and name that.`);
  }
  if (given === '-') return new UsageError("Standard input isn't read. Name a file.");
  const path = resolve(folder, given);
  const beside = kindOf(dirname(path)) === 'folder' ? readdirSync(dirname(path)) : [];
  // Names that share no more than their ending aren't near.
  const alike = beside.filter((name) => nearest(parse(path).name, [parse(name).name]) !== undefined);
  return new UsageError(`There is no ${what} ${shown}.${didYouMean(basename(path), alike)}`);
}

/**
 * Finds a description that is named by its file.
 *
 * @returns its real path
 * @throws UsageError when there is no such file
 */
export async function findFile(given: string, folder: string): Promise<string> {
  const path = resolve(folder, given);
  const kind = kindOf(path);
  if (kind === 'file') return realpathSync(path);
  if (kind === 'nothing') throw absent(given, folder, 'file');
  const [first] = await descriptionsIn(path);
  const hint = first === undefined ? '' : ` Name a description in it, such as ${visibleText(join(given, first))}.`;
  throw new UsageError(`${visibleText(given)} is a folder.${hint}`);
}

/** The descriptions of a folder, or else some of those in folders below it. @returns paths below the folder */
async function descriptionsIn(path: string): Promise<readonly string[]> {
  const { findDescriptions, findDeepDescriptions } = await import('../openapi/find.ts');
  const found = [...(findDescriptions(path)?.files.keys() ?? [])];
  return found.length > 0 ? found : findDeepDescriptions(path);
}

/** Says why a folder is no project, with what may be meant instead. @param given - as the user has it */
async function noProject(path: string, given: string | undefined): Promise<UsageError> {
  const shown = given === undefined ? 'This folder' : visibleText(given);
  const above = dirname(path);
  const isPart = PARTS.includes(basename(path)) && above !== path;
  const deep = await descriptionsIn(path);
  const named = deep.map((file) => visibleText(join(given ?? '', file))).join(', ');
  const hint = isPart
    ? ` It is a part of one: name the folder that holds it, "${visibleText(join(given ?? '', '..'))}".`
    : deep.length > 0
      ? ` There are descriptions in folders below it, such as ${named}. Name one of them, or put the folders into a folder openapi/.`
      : '';
  return new UsageError(`${shown} is no project: it has none of ${PARTS.join(', ')}, and holds no description.${hint}`);
}

/**
 * Finds a project.
 *
 * @param subject - as given: a folder or a description; the current folder when left out
 * @throws UsageError when it is neither
 */
export async function findProject(subject: string | undefined, folder: string): Promise<FoundProject> {
  const path = resolve(folder, subject ?? '.');
  const kind = kindOf(path);
  if (kind === 'nothing') throw absent(subject ?? path, folder, 'file or folder');
  if (kind === 'file') return { path, folder: dirname(path) };
  if (PARTS.some((part) => kindOf(join(path, part)) !== 'nothing')) return { path, folder: path };
  const { findDescriptions } = await import('../openapi/load.ts');
  if ((findDescriptions(path)?.files.size ?? 0) > 0) return { path, folder: path };
  throw await noProject(path, subject);
}

/** The config of a folder that is an Astro site with pages of its own; nothing for any other project. */
export function ownersConfig({ path, folder }: FoundProject): string | undefined {
  const pages = join(folder, 'src/pages');
  if (path !== folder || kindOf(pages) !== 'folder' || realpathSync(pages) === realpathSync(join(SRC, 'pages'))) return;
  return readdirSync(folder).find((name) => /^astro\.config\.[cm]?[jt]s$/.test(name));
}

/**
 * Refuses a folder that is an Astro site with pages of its own: our commands make a site of a description and
 * guides alone, and its own pages would be missing.
 *
 * @throws UsageError
 */
export function refuseOwnersSite(found: FoundProject, command: 'build' | 'dev'): void {
  const config = ownersConfig(found);
  if (config === undefined) return;
  throw new UsageError(
    `This folder is an Astro site with pages of its own in src/pages. Add curlew() to the integrations of ${config} and use: npx astro ${command}`,
  );
}

/** What Vite takes for the end of a path, and Astro for a character written in another way. */
const STRANGE = /[#?]|%[\da-f]{2}/i;

/** Whether pages can be made of files below this path. */
export function isPlainPath(path: string): boolean {
  return !STRANGE.test(path);
}

/**
 * Refuses folders whose names the tools that make pages read as something else.
 *
 * @param paths - absolute
 * @throws UsageError
 */
export function refuseStrangePath(...paths: readonly string[]): void {
  const path = paths.find((one) => !isPlainPath(one));
  if (path === undefined) return;
  const [found] = STRANGE.exec(path) ?? [];
  throw new UsageError(
    `No site can be made in ${visibleText(path)}: Vite, which bundles it, can't read "${found}" in a path. Rename the folder, or use another one.`,
  );
}

/** A folder of every site we write, and of nothing else. */
const MARK = '_curlew';

/** Whether a folder holds a site that we wrote. */
export function isSite(folder: string): boolean {
  return kindOf(join(folder, MARK)) === 'folder';
}

function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith('..') && !isAbsolute(way);
}

/** From the nearest to the root. */
function foldersAbove(path: string): string[] {
  const above = dirname(path);
  return above === path ? [] : [above, ...foldersAbove(above)];
}

/**
 * The folder that a site is written to. What is in it gets replaced, so it has to be new, empty, or a site
 * that we wrote.
 *
 * @param given - relative to `folder`; `dist` in the project when left out
 * @throws UsageError when something else would be lost
 */
export function findOutput(given: string | undefined, project: FoundProject, folder: string): string {
  const out = given === undefined ? join(project.folder, 'dist') : resolve(folder, given);
  const shown = visibleText(given ?? 'dist');
  if (contains(out, project.folder)) throw new UsageError(`A site in ${shown} would replace the project itself.`);
  const kind = kindOf(out);
  if (kind === 'file') throw new UsageError(`${shown} is a file, not a folder.`);
  const file = foldersAbove(out).find((one) => kindOf(one) === 'file');
  if (file !== undefined) throw new UsageError(`No folder can be made in ${visibleText(file)}: that is a file.`);
  if (kind !== 'nothing' && readdirSync(out).length > 0 && !isSite(out)) {
    throw new UsageError(
      `${shown} holds files that curlew did not write. Empty it, or choose another folder with --out.`,
    );
  }
  const [foreign] = kind === 'nothing' ? [] : foreignNames(out);
  if (foreign !== undefined) {
    throw new UsageError(
      `${shown} holds ${visibleText(foreign)}, which curlew did not write and a new site would take away. Move it, put it into public/, or choose another folder with --out.`,
    );
  }
  // A single description stands for itself, whatever lies around it.
  const source =
    project.path === project.folder ? SOURCES.find((one) => contains(join(project.folder, one), out)) : undefined;
  if (source === undefined) return out;
  throw new UsageError(
    `The files in ${source}/ are what the site is made of, so it can't be in ${shown}. Choose another folder with --out.`,
  );
}
