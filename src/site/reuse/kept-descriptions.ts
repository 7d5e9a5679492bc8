import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Download, type LoadOptions, type LoadResult, loadApi } from '../../openapi/load.ts';
import { findInside, type Target, type Witness } from '../../openapi/root-jail.ts';
import { codeOf } from '../plain-modules.ts';
import { cacheFolder, filesByUse, noteUse } from './cache-folder.ts';
import { contentHash } from './content-hash.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** What reading a description gave, be it now or before. */
export interface KeptResult extends Omit<LoadResult, 'download'> {
  readonly download?: Download<string | Uint8Array>;
  /** Tells all that was read, the model too. Left out where that isn't known without more work. */
  readonly modelKey?: string;
}

export type LoadDescription = (file: string, options: LoadOptions) => Promise<KeptResult>;

/** Of the form below; another one is no description. */
const FORM = 'curlew description 1';
/** Together they take up so many bytes at most; those go first that have been of no use for longest. */
const MOST_BYTES = 400_000_000;

/** What stands before the model and the downloads. */
interface Head {
  readonly code: string;
  /** What was looked for, with what was there, both relative to the root. */
  readonly looked: readonly (readonly [path: string, found: string])[];
  /** What was read, with the hash of its bytes. */
  readonly read: readonly (readonly [path: string, hash: string])[];
  readonly result: Pick<LoadResult, 'files' | 'texts'>;
  readonly diagnostics: readonly KeptDiagnostic[];
  /** The source lines of diagnostics, each once: a description may be one line of many megabytes. */
  readonly lines: readonly string[];
  /** The sizes of the model and of what readers download, in bytes. */
  readonly sizes: readonly [model: number, yaml: number, json: number];
}

/** A diagnostic whose source line is told by its place among the others. */
type KeptDiagnostic = Omit<Diagnostic, 'source'> & { readonly source?: number };

/**
 * Reads descriptions, and keeps what was read of them in the user's own folder: where every file that is looked for is
 * where it was, with the same bytes in it, and the code is the same, it is as it was. What has an error isn't kept.
 *
 * @param isFresh - nothing is taken from there
 */
export function keptDescriptions(isFresh: boolean): LoadDescription {
  const folder = join(cacheFolder(), 'descriptions');
  let code: string | undefined;
  return async (file, options) => {
    code ??= codeOf(fileURLToPath(import.meta.url));
    const root = realpathSync(options.root);
    const entry = join(folder, contentHash(JSON.stringify([file, { ...options, root }])).slice(0, 32));
    const known = code;
    const kept = isFresh ? undefined : readSealed(entry, FORM, (content, sum) => openKept(content, sum, root, known));
    if (kept) {
      noteUse(entry);
      return kept;
    }
    const { witness, looked, read } = watch(root);
    const result = await loadApi(file, { ...options, witness });
    if (!result.api) return result;
    const model = Buffer.from(JSON.stringify(result.api));
    const { diagnostics, files, texts } = result;
    const yaml = Buffer.from(result.download?.yaml ?? '');
    const json = Buffer.from(result.download?.json ?? '');
    const head: Head = {
      code,
      looked: [...looked],
      read: [...read],
      ...keepLines(diagnostics),
      result: { files, ...(texts ? { texts } : {}) },
      sizes: [model.length, yaml.length, json.length],
    };
    removeOld(folder, model.length + yaml.length + json.length);
    const modelKey = writeSealed(entry, FORM, [Buffer.from(`${JSON.stringify(head)}\n`), model, yaml, json]);
    return { ...result, modelKey };
  };
}

function keepLines(diagnostics: readonly Diagnostic[]): Pick<Head, 'diagnostics' | 'lines'> {
  const lines: string[] = [];
  const places = new Map<string, number>();
  const kept = diagnostics.map(({ source, ...rest }): KeptDiagnostic => {
    if (source === undefined) return rest;
    const line = `${rest.place?.line} ${rest.place?.file}`;
    const place = places.get(line) ?? lines.push(source) - 1;
    places.set(line, place);
    return { ...rest, source: place };
  });
  return { diagnostics: kept, lines };
}

function watch(root: string): {
  readonly witness: Witness;
  readonly looked: ReadonlyMap<string, string>;
  readonly read: ReadonlyMap<string, string>;
} {
  const looked = new Map<string, string>();
  const read = new Map<string, string>();
  const witness: Witness = {
    looked: (path, target) => looked.set(below(root, path), foundAt(root, target)),
    read: (path, bytes) => read.set(below(root, path), contentHash(bytes)),
  };
  return { witness, looked, read };
}

function below(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function foundAt(root: string, target: Target): string {
  return target.kind === 'file' ? `file ${below(root, target.path)}` : target.fault;
}

function openKept(content: Buffer, sum: string, root: string, code: string): KeptResult | undefined {
  const end = content.indexOf('\n');
  const head: Head = JSON.parse(content.toString('utf8', 0, end));
  if (head.code !== code || !isAsItWas(head, root)) return undefined;
  const [model, yaml, json] = head.sizes;
  const start = end + 1;
  const downloads = content.subarray(start + model);
  const download = { yaml: downloads.subarray(0, yaml), json: downloads.subarray(yaml, yaml + json) };
  const diagnostics = head.diagnostics.map(({ source, ...rest }): Diagnostic => {
    const line = source === undefined ? undefined : head.lines[source];
    return line === undefined ? rest : { ...rest, source: line };
  });
  return {
    ...head.result,
    diagnostics,
    api: JSON.parse(content.toString('utf8', start, start + model)),
    modelKey: sum,
    ...(yaml + json > 0 ? { download } : {}),
  };
}

/** Whether every file that was looked for is where it was, and every one that was read has the same bytes. */
function isAsItWas({ looked, read }: Head, root: string): boolean {
  return (
    looked.every(([path, found]) => foundAt(root, findInside(root, join(root, path))) === found) &&
    read.every(([path, known]) => contentHash(readFileSync(join(root, path))) === known)
  );
}

/** Makes room. @param more - bytes that will come */
function removeOld(folder: string, more: number): void {
  const files = filesByUse(folder);
  let bytes = files.reduce((sum, { size }) => sum + size, more);
  for (const { path, size } of files) {
    if (bytes <= MOST_BYTES) return;
    rmSync(path, { force: true });
    bytes -= size;
  }
}
