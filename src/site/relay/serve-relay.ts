import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { SiteData } from '../site-data.ts';
import { createRelay, serveNode } from './relay.mjs';

/**
 * In `dev`: runs the relay at its paths, as the owner's host does it for the built site.
 *
 * @param dataFile - what the pages read the site from, which changes with each save
 */
export function serveRelay(dataFile: string): Plugin {
  return {
    name: 'curlew:relay',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        // Pages are asked for with other methods, so what follows is read for the few that may be meant.
        if (request.method !== 'POST') return next();
        const { relay }: SiteData = JSON.parse(readFileSync(dataFile, 'utf8'));
        if (!relay?.paths.includes(request.originalUrl ?? '')) return next();
        void serveNode(createRelay(relay.allowed), request, response);
      });
    },
  };
}
