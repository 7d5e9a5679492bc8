import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Api } from '../model/api.ts';
import { findDescriptions, loadApi } from '../openapi/load.ts';

export interface LoadedApis {
  readonly apis: readonly Api[];
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths of every file that was read, for watching. */
  readonly files: readonly string[];
}

/** Reads every description of a project, each once. What is wrong with a file is reported, not thrown. */
export async function readApis(root: string): Promise<LoadedApis> {
  const found = findDescriptions(root);
  if (!found) return { apis: [], diagnostics: [], files: [] };
  const loaded = await Promise.all(found.files.map((file) => loadApi(file, { root: found.root })));
  return {
    apis: loaded.flatMap((one) => one.api ?? []),
    diagnostics: loaded.flatMap((one) => one.diagnostics),
    files: loaded.flatMap((one) => one.files).map((file) => join(found.root, file)),
  };
}
