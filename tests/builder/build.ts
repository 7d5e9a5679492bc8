import type { CliResult } from '../run-cli.ts';

/** Where the builder listens, which every process of a test run is told. */
export const BUILDER = 'CURLEW_TEST_BUILDER';

export interface BuildRequest {
  /** Where the command is run. */
  readonly folder: string;
  /** What follows `curlew build`. */
  readonly args: readonly string[];
}

/**
 * Builds the site of a project as `curlew build` does, in the process that the run of the tests started for it.
 * What a process of its own has to show (its signals, its streams, two at once) is shown by `runCli`.
 */
export async function buildProject(folder: string, args: readonly string[] = []): Promise<CliResult> {
  const url = process.env[BUILDER];
  if (url === undefined) throw new Error(`Nothing builds here: $${BUILDER} is not set by the run of the tests.`);
  const response = await fetch(url, { method: 'POST', body: JSON.stringify({ folder, args } satisfies BuildRequest) });
  if (!response.ok) throw new Error(await response.text());
  return response.json() as Promise<CliResult>;
}
