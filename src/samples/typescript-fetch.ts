import type { HttpRequest } from '../request/http-request.ts';
import { printFetch } from './javascript-fetch.ts';

/** An ES module in strict TypeScript with `fetch`; secrets come from the environment. */
export function print(request: HttpRequest): string | undefined {
  return printFetch(request, true);
}
