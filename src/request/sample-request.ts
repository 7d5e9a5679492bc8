import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { buildRequest } from './build.ts';
import { fillExamples } from './defaults.ts';
import { givenValues } from './given.ts';
import type { HttpRequest } from './http-request.ts';
import { withShortBody } from './short-body.ts';

/** The request that samples of an operation show. */
export interface SampleRequest {
  /** The operation, its examples filled. */
  readonly filled: Operation;
  readonly request: HttpRequest;
  /** Its body is shorter than the one that the operation's first example gives. */
  readonly isShortened: boolean;
}

let last: { readonly api: Api; readonly operation: Operation; readonly sample: SampleRequest } | undefined;

/** Builds the request of an operation's samples. A page and all that goes with it ask one after the other. */
export function sampleRequest(api: Api, operation: Operation): SampleRequest {
  if (last?.api !== api || last.operation !== operation) {
    const filled = fillExamples(api, operation);
    const values = givenValues(api, filled);
    const short = withShortBody(values);
    const { request } = buildRequest(api, operation, short);
    last = { api, operation, sample: { filled, request, isShortened: short !== values } };
  }
  return last.sample;
}
