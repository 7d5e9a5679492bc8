import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { type PageView, pageView, type Sender } from './operation-view.ts';
import { type PageExamples, pageExamples } from './page-examples.ts';

/** What the page of an operation or a webhook shows, laid out once for itself, its copy and the files beside it. */
export interface RequestPageParts {
  readonly view: PageView;
  readonly examples: PageExamples;
}

let last: { readonly asked: readonly [Api, Operation, Sender]; readonly parts: RequestPageParts } | undefined;

/**
 * Lays out the page of an operation. All that is made of one is made together, so the last one is all that is kept.
 *
 * @param sender - `api` for a webhook, whose request is a payload that the API sends
 */
export function requestPage(api: Api, operation: Operation, sender: Sender = 'reader'): RequestPageParts {
  const asked = [api, operation, sender] as const;
  if (!last?.asked.every((one, at) => one === asked[at])) {
    const parts = { view: pageView(api.schemas, operation, sender), examples: pageExamples(api, operation, sender) };
    last = { asked, parts };
  }
  return last.parts;
}
