import type { Api } from '../model/api.ts';
import { type Answers, joinSlice } from '../model/slice.ts';
import type { Fetch } from './send.ts';

/** The sandbox in the page as another `fetch`. Its code and what it answers with are loaded with the first request. */
export function createPageSandbox(api: Api, readAnswers: () => Promise<Answers>): Fetch {
  return async (url, init) => {
    const [{ createSandbox }, answers] = await Promise.all([import('../sandbox/handler.ts'), readAnswers()]);
    return createSandbox(joinSlice(api, answers))(new Request(url, init));
  };
}
