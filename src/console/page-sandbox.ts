import type { Api } from '../model/api.ts';
import { type Answers, joinSlice } from '../model/slice.ts';
import type { Fetch } from './send.ts';

/**
 * The sandbox in the page as another `fetch`. Its code and what it answers with are loaded with the first request.
 * What is made in it lasts as long as the tab, since the page that reads it is another document.
 */
export function createPageSandbox(api: Api, readAnswers: () => Promise<Answers>): Fetch {
  return async (url, init) => {
    const [{ createSandbox }, { tabStore }, answers] = await Promise.all([
      import('../sandbox/handler.ts'),
      import('./tab-store.ts'),
      readAnswers(),
    ]);
    const { resource } = answers;
    return createSandbox(joinSlice(api, answers), { resource, store: tabStore() })(new Request(url, init));
  };
}
