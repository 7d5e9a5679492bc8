import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servePreview } from '../../src/cli/preview/server.ts';
import { buildProject } from '../builder/build.ts';
import { writeFiles } from '../project.ts';

/** The site of a project of a test's own. */
export interface BuiltSite {
  /** Ends in a slash. */
  readonly url: string;
  /** Of the project; the site is its `dist`. */
  readonly folder: string;
  /** Ends the server and removes the project. */
  close(): Promise<void>;
}

/** Builds a project with these files in a folder of its own, and serves its site as a CDN would. */
export async function buildSite(files: { readonly [path: string]: string }): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'curlew-site-'));
  writeFiles(folder, files);
  const built = await buildProject(folder);
  if (built.code !== 0) throw new Error(built.err);
  const server = await servePreview(join(folder, 'dist'), 0);
  return {
    url: server.url,
    folder,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
