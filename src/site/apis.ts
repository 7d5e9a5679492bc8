import { existsSync } from 'node:fs';
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

/** Reads every description of a project, each once. Files without an API in them are reported, not thrown. */
export async function readApis(root: string): Promise<LoadedApis> {
  if (!existsSync(join(root, 'openapi'))) return { apis: [], diagnostics: [], files: [] };
  const found = await findDescriptions(root);
  const loaded = await Promise.all(found.map((description) => loadApi(description.file, { root })));
  return {
    apis: loaded.flatMap((one) => one.api ?? []),
    diagnostics: loaded.flatMap((one) => one.diagnostics),
    files: loaded.flatMap((one) => one.files),
  };
}
