import { join } from 'node:path';
import { buildChangelog, type Changelog } from '../changes/changelog.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Api } from '../model/api.ts';
import { LIMITS } from '../openapi/limits.ts';
import { type Descriptions, type HistoryFile, loadApi } from '../openapi/load.ts';
import { readSourceFile } from '../openapi/read.ts';
import { diagnose, quoteShort } from '../openapi/report.ts';
import { child, rootSpot } from '../openapi/spot.ts';
import type { LoadDescription } from './reuse/kept-descriptions.ts';
import { sortVersions, versionOrder } from './version-order.ts';

/** What the older versions of a project's descriptions say. */
export interface Histories {
  /** In the order of the APIs; those without an older version have none. */
  readonly changelogs: readonly Changelog[];
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of every file that was read, for watching. */
  readonly files: readonly string[];
}

interface HistoryOptions {
  readonly internal: 'hide' | 'show';
  readonly settle: (api: Api) => Api;
  readonly load?: LoadDescription | undefined;
}

interface Older {
  readonly path: string;
  readonly version: string;
  readonly api: Api;
}

/**
 * Reads the older versions in `openapi/history/API/` and compares each with the one after it.
 *
 * @param apis - as they are now, in the default language; those with errors are left out
 * @param settle - does with an older version what was done with the current one: hides its servers, say
 */
export async function readHistories(
  found: Pick<Descriptions, 'root' | 'files' | 'history'>,
  apis: readonly Api[],
  { internal, settle, load = loadApi }: HistoryOptions,
): Promise<Histories> {
  const { root, history } = found;
  if (history.length === 0) return { changelogs: [], diagnostics: [], files: [] };
  const ids = [...found.files.values()].map(({ id }) => id);
  const known = history.filter(({ api, isDescription }) => isDescription && ids.includes(api));
  const loaded = await Promise.all(
    known.map(async ({ path, api: id }) => ({
      id,
      path,
      ...(await load(path, { root, name: { id }, internal, isOlder: true })),
    })),
  );
  const read = new Set(loaded.flatMap(({ files }) => files));
  const diagnostics = [
    ...history.flatMap((file) => misplaced(file, ids, root, read)),
    ...loaded.flatMap((one) => one.diagnostics),
  ];
  const changelogs = apis.flatMap((api) => {
    const older = loaded.flatMap((one): Older[] =>
      one.id === api.id && one.api ? [{ path: one.path, version: one.api.version, api: settle(one.api) }] : [],
    );
    diagnostics.push(...sameVersions(older, root), ...newerVersions(older, api, root));
    return (
      buildChangelog(
        sortVersions(older).map((one) => one.api),
        api,
      ) ?? []
    );
  });
  return { changelogs, diagnostics, files: [...read].map((file) => join(root, file)) };
}

/** @param read - the files that belong to some older version */
function misplaced(
  { path, api, isDescription }: HistoryFile,
  ids: readonly string[],
  root: string,
  read: ReadonlySet<string>,
): Diagnostic[] {
  if (read.has(path)) return [];
  if (!isDescription) {
    const message = `${path} is no OpenAPI description, and no description in openapi/history/ refers to it.`;
    const fix = 'Remove it, or give it the field `openapi` or `swagger` with the version it is written in.';
    return [{ code: 'history-no-description', severity: 'warning', message, fix, ...placeAt(path, root) }];
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  const near = nearest(api, ids) ?? ids[0] ?? 'pets';
  const message =
    api === ''
      ? `${path} lies in no folder of an API, and is left out.`
      : `${path} is an older version of ${quoteShort(api)}, but no description has that name; it is left out.`;
  const fix = `Move it to the folder of its API, as in openapi/history/${near}/${name}.`;
  return [{ code: 'history-stray', severity: 'warning', message, fix, ...placeAt(path, root) }];
}

/** Which of two is the newer can't be told, nor which of them a reader of that version had. */
function sameVersions(older: readonly Older[], root: string): Diagnostic[] {
  const first = new Map<string, string>();
  return older.flatMap(({ path, version }): Diagnostic[] => {
    const other = first.get(version);
    if (other === undefined) {
      first.set(version, path);
      return [];
    }
    const message = `${path} describes version ${quoteShort(version)}, as ${other} does.`;
    const fix = 'Keep one of them, or correct `info.version` of the other.';
    return [{ code: 'history-version-twice', severity: 'error', message, fix, ...placeAt(path, root, 'version') }];
  });
}

function newerVersions(older: readonly Older[], current: Api, root: string): Diagnostic[] {
  const order = versionOrder([current.version, ...older.map(({ version }) => version)]);
  return older.flatMap(({ path, version }): Diagnostic[] => {
    if (!order || order(version, current.version) <= 0) return [];
    const message = `${path} describes version ${quoteShort(version)}, newer than the current ${quoteShort(current.version)}.`;
    const fix = 'Put the newest description into openapi/ itself, and the older ones into openapi/history/.';
    return [{ code: 'history-newer', severity: 'warning', message, fix, ...placeAt(path, root, 'version') }];
  });
}

/** The beginning of a file, or where it says its version. */
function placeAt(path: string, root: string, what?: 'version'): Pick<Diagnostic, 'place' | 'source' | 'pointer'> {
  const start = { place: { file: path, line: 1, column: 1, length: 1 } };
  const { file } = readSourceFile(join(root, path), { root, limits: LIMITS });
  if (!file || what === undefined) return start;
  const info = child(rootSpot(file), 'info');
  const spot = info && (child(info, what) ?? info);
  if (!spot) return start;
  const { place, source, pointer } = diagnose(spot, { code: '', severity: 'error', message: '' });
  return {
    ...(place ? { place } : {}),
    ...(source === undefined ? {} : { source }),
    ...(pointer === undefined ? {} : { pointer }),
  };
}
