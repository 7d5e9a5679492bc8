import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import type { OwnerPages } from './owner-pages.ts';

/**
 * In `dev`: the addresses of our pages end with a slash, also where the owner has told Astro to refuse those
 * that do. Addresses of his own keep Astro's answer.
 */
export function endingSlashes(owner: OwnerPages, base: string): Plugin {
  return {
    name: 'curlew:ending-slashes',
    apply: 'serve',
    enforce: 'post',
    // What is returned runs after Astro has put its own check at the start.
    configureServer: (server) => () => {
      server.middlewares.stack.unshift({
        route: '',
        handle: (request: IncomingMessage, _response: ServerResponse, next: () => void) => {
          const [path = '', query] = (request.url ?? '').split('?');
          if (/[^/]\/$/.test(path) && !owner.mayAnswer(path.slice(base.length, -1))) {
            request.url = path.slice(0, -1) + (query === undefined ? '' : `?${query}`);
          }
          next();
        },
      });
    },
  };
}
