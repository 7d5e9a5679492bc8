import type { Api } from '../model/api.ts';
import type { Response as DescribedResponse } from '../model/operation.ts';
import { plainText } from '../request/shape.ts';
import { mergeSchema } from '../schema/merge.ts';
import type { Answer } from './call.ts';

/** What the transport or the body decides, and what would reach beyond the answer. */
const OURS =
  /^(content-(type|length|encoding)|transfer-encoding|connection|keep-alive|trailer|upgrade|date|set-cookie|access-control-.*)$/i;

/** The headers of a described response that its author gave a value for. */
export function describedHeaders(api: Api, response: DescribedResponse): Answer['headers'] {
  return response.headers.flatMap(({ name, examples, schema }) => {
    const merged = mergeSchema(api.schemas, schema ?? true).schema;
    const value = examples[0]?.value ?? merged.const ?? merged.examples?.[0] ?? merged.default ?? merged.enum?.[0];
    const text = examples[0]?.text ?? (value === undefined ? undefined : plainText(value));
    return text === undefined || OURS.test(name) ? [] : [[name, text] as const];
  });
}
