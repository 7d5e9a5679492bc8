import { dirname } from 'node:path';
import type { Api } from '../../src/model/api.ts';
import { loadApi } from '../../src/openapi/load.ts';

/** The model of one description, and how many findings it has. */
export interface ReadModel {
  /** Nothing where there are errors. */
  readonly api?: Api;
  /** What is told of it in any case; `first` is its first error. */
  readonly counts: { readonly errors: number; readonly warnings: number; readonly first?: string };
}

export async function readModel(file: string): Promise<ReadModel> {
  const { api, diagnostics } = await loadApi(file, { root: dirname(file) });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
  const [first] = errors;
  const counts = { errors: errors.length, warnings };
  if (api) return { api, counts };
  return { counts: { ...counts, first: first ? `${first.code}: ${first.message}` : '' } };
}
