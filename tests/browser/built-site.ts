import { join } from 'node:path';
import { servePreview } from '../../src/cli/preview/server.ts';
import { buildFiles, type ProjectFiles } from '../builder/build.ts';

/** The site of a project of a test's own. */
export interface BuiltSite {
  /** Ends in a slash. */
  readonly url: string;
  /** Of the project, in which nobody may change anything; the site is its `dist`. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Serves the site of a project with these files as a CDN would. It is built once for all workers. */
export async function buildSite(files: ProjectFiles): Promise<BuiltSite> {
  const folder = await buildFiles(files);
  const server = await servePreview(join(folder, 'dist'), 0);
  return { url: server.url, folder, close: () => server.close() };
}
