import { parseJson } from '../../model/json-text.ts';
import type { Parameter } from '../../model/parameter.ts';
import type { Schema, Schemas } from '../../model/schema-object.ts';
import { isJsonType } from '../../request/media-type-name.ts';
import { plainText } from '../../request/shape.ts';
import { mergeSchema } from '../../schema/merge.ts';
import type { Answer, Call, Problem } from '../call.ts';
import { givenHeaders } from '../described-headers.ts';
import { decodePercent } from '../match.ts';
import { chat } from './chat.ts';
import { complete } from './completion.ts';
import { embed } from './embedding.ts';
import { member, stringOf } from './json-values.ts';
import { textCompletion } from './text-completion.ts';

/** A service that the sandbox knows better than its description tells. */
export interface Special {
  /** Refuses what such a service refuses before it looks at the rest of a request. */
  readonly refuse: () => Problem | undefined;
  readonly answer: () => Answer;
}

/** The user that asks for a 429. */
const RATE_LIMITED = 'sandbox-429';

/**
 * Recognises an operation of an OpenAI-compatible model service by what it answers: the `object` of its 200
 * is `chat.completion`, `text_completion`, or a `list` of `embedding`.
 */
export function modelService(call: Call): Special | undefined {
  const generate = generatorOf(call);
  if (!generate) return undefined;
  const { api, operation, json } = call;
  const parameter = operation.parameters.find(
    ({ in: place, name }) => place === 'path' && /deployment|engine|model/i.test(name),
  );
  const inPath = parameter && decodePercent(call.pathValues.get(parameter.name) ?? '');
  const known = parameter ? knownValues(api.schemas, parameter) : [];
  const model = inPath ?? stringOf(member(json, 'model')) ?? '';
  return {
    refuse() {
      if (inPath !== undefined && known.length > 0 && !known.includes(inPath)) {
        return {
          status: 404,
          code: 'DeploymentNotFound',
          message:
            'The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.',
        };
      }
      if (stringOf(member(json, 'user')) !== RATE_LIMITED) return undefined;
      const wait = retryAfter(call);
      const unit = /^\d+$/.test(wait) ? ' seconds' : '';
      const message = `Requests have exceeded the rate limit of this deployment. Please retry after ${wait}${unit}.`;
      return { status: 429, message, headers: [['Retry-After', wait]] };
    },
    answer() {
      const response = operation.responses.find(({ status }) => status === '200');
      const headers = response ? givenHeaders(api, response) : [];
      return { status: 200, headers, mediaType: 'application/json', ...generate(model) };
    },
  };
}

/** What `Retry-After` says: as the description has it, in the header's example or in the words of the body's. */
function retryAfter({ api, operation }: Call): string {
  const response = operation.responses.find(({ status }) => status === '429');
  const header = response && givenHeaders(api, response).find(([name]) => /^retry-after$/i.test(name));
  const bodies = response?.content.flatMap(({ examples }) => examples.flatMap(({ value }) => value ?? [])) ?? [];
  return header?.[1] ?? /\b(\d+) seconds?\b/.exec(bodies[0] ?? '')?.[1] ?? '2';
}

type Generate = (model: string) => Pick<Answer, 'mediaType' | 'body'>;

function generatorOf(call: Call): Generate | undefined {
  const { api, operation } = call;
  const media = operation.responses
    .find(({ status }) => status === '200')
    ?.content.find(({ name }) => isJsonType(name));
  if (!media) return undefined;
  const { schemas } = api;
  const object = mergeSchema(schemas, propertyOf(schemas, media.schema, 'object') ?? true).schema;
  // Older descriptions of the service say what `object` is in an example alone.
  const example = parseJson(media.examples[0]?.value ?? '');
  const told = object.const ?? object.enum?.[0];
  switch (told === undefined ? example.kind !== 'problem' && stringOf(member(example, 'object')) : plainText(told)) {
    case 'chat.completion':
      return (model) => complete(chat, call, model);
    case 'text_completion':
      return (model) => complete(textCompletion, call, model);
  }
  const data = mergeSchema(schemas, propertyOf(schemas, media.schema, 'data') ?? true).schema;
  return propertyOf(schemas, data.items, 'embedding') === undefined ? undefined : (model) => embed(call, model);
}

function propertyOf(schemas: Schemas, schema: Schema | undefined, name: string): Schema | undefined {
  return mergeSchema(schemas, schema ?? true).schema.properties?.find((property) => property.name === name)?.schema;
}

/** The values that the description shows for a parameter: the deployments there are. */
function knownValues(schemas: Schemas, { examples, schema }: Parameter): string[] {
  const merged = mergeSchema(schemas, schema ?? true).schema;
  return [...examples.flatMap(({ value }) => value ?? []), ...(merged.examples ?? []), ...(merged.enum ?? [])].map(
    plainText,
  );
}
