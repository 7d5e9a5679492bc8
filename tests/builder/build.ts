import type { CliResult } from '../run-cli.ts';

/** Where the builder listens, which every process of a test run is told. */
export const BUILDER = 'CURLEW_TEST_BUILDER';

export interface BuildRequest {
  /** Where the command is run. */
  readonly folder: string;
  /** What follows `curlew build`. */
  readonly args: readonly string[];
}

/** Of the projects that are built once for all tests of a run, by their paths. */
export interface ProjectFiles {
  readonly [path: string]: string;
}

/**
 * Builds the site of a project as `curlew build` does, in the process that the run of the tests started for it.
 * What a process of its own has to show (its signals, its streams, two at once) is shown by `runCli`.
 */
export function buildProject(folder: string, args: readonly string[] = []): Promise<CliResult> {
  return ask({ folder, args } satisfies BuildRequest);
}

/**
 * Builds a project with these files, once for all tests of a run that ask for it, whatever process they are in.
 *
 * @returns its folder, which nobody may change anything in and which goes away after the run; the site is its `dist`
 */
export async function buildFiles(files: ProjectFiles): Promise<string> {
  const { folder, code, err } = await ask<CliResult & { readonly folder: string }>({ files });
  if (code !== 0) throw new Error(err);
  return folder;
}

async function ask<Answer>(request: BuildRequest | { readonly files: ProjectFiles }): Promise<Answer> {
  const url = process.env[BUILDER];
  if (url === undefined) throw new Error(`Nothing builds here: $${BUILDER} is not set by the run of the tests.`);
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(request) });
  if (!response.ok) throw new Error(await response.text());
  return response.json() as Promise<Answer>;
}
