import type { Api } from '../model/api.ts';
import { escapeInvisibles, showInvisibles } from '../model/invisibles.ts';
import { formatJson } from '../model/json-text.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Operation } from '../model/operation.ts';
import { type Token, tokenize } from '../samples/tokens.ts';
import { buildExample } from '../schema/example.ts';

export interface ExampleBody {
  readonly status: string;
  readonly mediaType: string;
  /** The example's key; `generated` when it was built from the schema. */
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tokens: readonly Token[];
}

/** Every body an operation may answer with, as the page shows it, by status and media type. */
export function exampleBodies(api: Api, operation: Operation): ExampleBody[] {
  return operation.responses.flatMap((response) =>
    response.content.flatMap((content) =>
      bodiesOf(api, content).map((body) => ({ status: response.status, mediaType: content.name, ...body })),
    ),
  );
}

function bodiesOf(api: Api, content: MediaType): Omit<ExampleBody, 'status' | 'mediaType'>[] {
  const given = content.examples.flatMap(({ name, summary, description, value, text }) => {
    const body = text ?? (value === undefined ? undefined : formatJson(value));
    return body === undefined
      ? []
      : [
          {
            name,
            ...(summary ? { summary } : {}),
            ...(description ? { description } : {}),
            tokens: highlight(content, body),
          },
        ];
  });
  if (given.length > 0 || content.schema === undefined) return given;
  const built = buildExample(content.schema, api.schemas, { direction: 'response' });
  return [{ name: 'generated', tokens: highlight(content, built) }];
}

function highlight(content: MediaType, body: string): Token[] {
  return /\bjson\b/i.test(content.name)
    ? tokenize(escapeInvisibles(body), 'json')
    : [{ kind: 'plain', text: showInvisibles(body) }];
}
