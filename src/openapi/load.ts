import { realpathSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/frame.ts';
import { judge } from '../diagnostics/judge.ts';
import { suggester } from '../diagnostics/nearest.ts';
import type { Api } from '../model/api.ts';
import { layOutJson } from '../model/json-text.ts';
import type { ApiName } from './api-names.ts';
import { type BundleOptions, bundle } from './bundle.ts';
import { checks } from './checks/all.ts';
import { LIMITS, type Limits } from './limits.ts';
import { normalizeApi } from './normalize/api.ts';
import { applyOverlays } from './overlay-files.ts';
import { readSourceFile, unreadable } from './read.ts';
import { openReferences, type References } from './refs.ts';
import { findInside, type Witness } from './root-jail.ts';
import type { TranslatedTexts } from './translation.ts';
import { upgradeReferences } from './upgrade/references.ts';
import { readVersion } from './version.ts';
import { printYaml } from './yaml-print.ts';

export { type Descriptions, findDescriptions, type HistoryFile } from './find.ts';

export interface LoadOptions {
  /** What the API is called; the file's name when left out. */
  readonly name?: ApiName;
  /** The project. No file outside it is read, be it by `..` or by a symbolic link. */
  readonly root: string;
  /** Warnings count as errors. */
  readonly strict?: boolean;
  readonly limits?: Partial<Limits>;
  /** What the description marks `x-internal: true` is part of the model unless this says `hide`. */
  readonly internal?: 'hide' | 'show';
  /**
   * Overlays to apply, in this order: the texts in another language. Absolute, or relative to the root. None are
   * given where the description has none in the language that is asked for.
   */
  readonly overlays?: readonly string[];
  /**
   * An older version, which is compared and not shown: only what keeps it from being read is told, since nobody
   * mends what was published.
   */
  readonly isOlder?: boolean;
  /** Given where readers are to download the description: which of its servers they see. */
  readonly download?: Pick<BundleOptions, 'servers'>;
  /** Told of every file that the result depends on. */
  readonly witness?: Witness | undefined;
}

/** A description in one file, as readers download it. */
export interface Download<Text = string> {
  readonly yaml: Text;
  readonly json: Text;
}

export interface LoadResult {
  /** Left out when there is an error. */
  readonly api?: Api;
  /** Given where it was asked for and there is no error. */
  readonly download?: Download;
  /** Everything that was found, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The files that were read, relative to the root with `/`, the description's own first, overlays last. */
  readonly files: readonly string[];
  /** How far it speaks the language of its overlays. */
  readonly texts?: TranslatedTexts;
}

/** What a value that couldn't be read looks like to the checks is no fault of its own. */
function withoutEchoes(checked: readonly Diagnostic[], unread: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ place }: Diagnostic): string => `${place?.file}:${place?.line}:${place?.column}`;
  const told = new Set(unread.map(key));
  return checked.filter((diagnostic) => !told.has(key(diagnostic)));
}

/**
 * Reads an OpenAPI description with the files it refers to. Nothing is fetched, and a fault in a file of the
 * author is a diagnostic, never a throw.
 *
 * A reference to nothing is a warning, and leaves its mark in the model: a schema whose `ref` the model
 * lacks, and `missing` with the reference on anything else that keeps a name or a status. Parameters, request
 * bodies and path items behind it have lists of their own, since no request is made from them.
 *
 * @param file - absolute, or relative to the root
 */
export async function loadApi(file: string, options: LoadOptions): Promise<LoadResult> {
  const root = realpathSync(options.root);
  const { witness } = options;
  const from = { root, limits: { ...LIMITS, ...options.limits }, witness };
  const { limits } = from;
  const path = resolve(root, file);
  const target = findInside(root, path, witness);
  if (target.kind === 'fault') return { diagnostics: [unreadable(relative(root, path), target.fault)], files: [] };
  const read = readSourceFile(target.path, from);
  const name = relative(root, target.path).split(sep).join('/');
  if (!read.file) return { diagnostics: sortDiagnostics(read.diagnostics), files: [name] };
  const version = readVersion(read.file);
  if ('diagnostic' in version)
    return { diagnostics: sortDiagnostics([...read.diagnostics, version.diagnostic]), files: [name] };

  const layered = options.overlays
    ? applyOverlays(read.file, options.overlays, from)
    : { file: read.file, diagnostics: [], files: [] };
  const written = openReferences(layered.file, target.path, from);
  const upgraded = upgradeReferences(written, {
    ...version,
    limits,
    hideInternal: options.internal === 'hide',
  });
  const { references } = upgraded;
  const api = normalizeApi(references, options.name ?? { id: posix.basename(name).replace(/\.[^.]+$/, '') });
  const { isOlder = false } = options;
  const input = { ...version, written, references, api, suggest: suggester() };
  const checked = isOlder ? [] : checks.flatMap((check) => check(input));
  // After the checks, since they follow references too.
  const unread = [...read.diagnostics, ...layered.diagnostics, ...upgraded.diagnostics, ...written.diagnostics()];
  const found = sortDiagnostics(judge([...unread, ...withoutEchoes(checked, unread)], options.strict));
  const diagnostics = isOlder ? found.filter(({ severity }) => severity === 'error') : found;
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  const texts = layered.texts && { texts: layered.texts };
  const hideInternal = options.internal === 'hide';
  const download = options.download &&
    !failed && { download: downloadOf(written, layered.file === read.file, { ...options.download, hideInternal }) };
  const files = [...written.files(), ...layered.files];
  return { ...(failed ? {} : { api }), ...download, ...texts, diagnostics, files };
}

/**
 * What is one file already and has nothing to hide is given as it was written.
 *
 * @param isPlain - no overlay was applied
 */
function downloadOf(written: References, isPlain: boolean, options: BundleOptions): Download {
  const { main } = written;
  const root = bundle(written, options);
  const isJson = main.path.toLowerCase().endsWith('.json');
  const isWritten = isPlain && root === main.root;
  return {
    yaml: isWritten && !isJson ? main.text : printYaml(root),
    json: isWritten && isJson ? main.text : `${layOutJson(root)}\n`,
  };
}
