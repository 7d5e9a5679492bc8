import type { Operation } from '../model/operation.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { printOpenAiJavaScript } from './openai-javascript.ts';
import { printOpenAiPython } from './openai-python.ts';
import type { Target } from './targets.ts';

/** A library made for one service: a variant inside a language's tab. */
export interface ClientLibrary {
  /** As a description names it in `x-curlew-clients`. */
  readonly id: string;
  readonly label: string;
  readonly target: Target['id'];
  /** Nothing when the library has no method for the request. */
  readonly print: (request: HttpRequest, operation: Operation) => string | undefined;
}

export const clients: readonly ClientLibrary[] = [
  { id: 'openai', label: 'openai', target: 'python', print: printOpenAiPython },
  { id: 'openai', label: 'openai', target: 'javascript', print: printOpenAiJavaScript },
];

export interface SampleVariant {
  /** `http` for the language's own way to send, else the id of a client library. */
  readonly id: string;
  readonly label: string;
  readonly code: string;
}

/**
 * The ways a language's tab shows one request: plain HTTP first, then the libraries that fit.
 *
 * @param wanted - ids of the libraries that the API names
 */
export function sampleVariants(
  target: Target,
  request: HttpRequest,
  operation: Operation,
  wanted: readonly string[],
): SampleVariant[] {
  const libraries = clients.filter((client) => client.target === target.id && wanted.includes(client.id));
  return [
    { id: 'http', label: target.library, code: target.print(request) },
    ...libraries.flatMap(({ id, label, print }) => {
      const code = print(request, operation);
      return code === undefined ? [] : [{ id, label, code }];
    }),
  ];
}
