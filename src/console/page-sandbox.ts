import type { Api } from '../model/api.ts';
import type { Fetch } from './send.ts';

/** The sandbox in the page as another `fetch`. Its code is loaded with the first request. */
export function createPageSandbox(api: Api): Fetch {
  return async (url, init) => {
    const { createSandbox } = await import('../sandbox/handler.ts');
    return createSandbox(api)(new Request(url, init));
  };
}
