import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { servePreview } from '../../src/cli/preview/server.ts';
import startBuilder from '../builder/start.ts';

/** Serves the built site for all browser tests, as a CDN would. `npm run build` makes it. Others are built for a file. */
export default async function serveSite(): Promise<() => Promise<void>> {
  const folder = join(import.meta.dirname, '../../dist');
  if (!existsSync(join(folder, 'index.html'))) throw new Error('There is no site in dist/. Run "npm run build" first.');
  const server = await servePreview(folder, 0);
  process.env.SITE_URL = server.url;
  const endBuilder = await startBuilder();
  return async () => {
    await endBuilder();
    await server.close();
  };
}
