import type { Api } from '../model/api.ts';
import type { Response as DescribedResponse } from '../model/operation.ts';
import type { Header } from '../model/parameter.ts';
import { serializeParameter } from '../request/serialize.ts';
import { plainText } from '../request/shape.ts';
import { mergeSchema } from '../schema/merge.ts';
import type { Answer } from './call.ts';

/** What the transport or the body decides, and what would reach beyond the answer. */
const OURS =
  /^(content-(type|length|encoding)|transfer-encoding|connection|keep-alive|trailer|upgrade|date|set-cookie|access-control-.*)$/i;

/** The headers of a described response that its author gave a value for. */
export function givenHeaders(api: Api, response: DescribedResponse): Answer['headers'] {
  return response.headers.flatMap((header) => {
    const text = givenText(api, header);
    return text === undefined || OURS.test(header.name) ? [] : [[header.name, text] as const];
  });
}

/** All headers of a described response; values that nobody gave are built from their schemas. */
export async function describedHeaders(api: Api, response: DescribedResponse): Promise<Answer['headers']> {
  const headers: (readonly [string, string])[] = [];
  for (const header of response.headers) {
    if (OURS.test(header.name) || header.deprecated) continue;
    const text = givenText(api, header) ?? (await builtText(api, header));
    if (text !== undefined) headers.push([header.name, text]);
  }
  return headers;
}

function givenText(api: Api, { examples, schema }: Header): string | undefined {
  const merged = mergeSchema(api.schemas, schema ?? true).schema;
  const value = examples[0]?.value ?? merged.const ?? merged.examples?.[0] ?? merged.default ?? merged.enum?.[0];
  return examples[0]?.text ?? (value === undefined ? undefined : plainText(value));
}

async function builtText(api: Api, header: Header): Promise<string | undefined> {
  if (header.schema === undefined) return header.required ? 'string' : undefined;
  const { buildExample } = await import('../schema/example.ts');
  const value = buildExample(header.schema, api.schemas, { direction: 'response' });
  const parameter = { ...header, in: 'header', style: 'simple', allowReserved: false, allowEmptyValue: false } as const;
  const written = serializeParameter(api.schemas, parameter, value);
  return typeof written === 'string' ? written : undefined;
}
