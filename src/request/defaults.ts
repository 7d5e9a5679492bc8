import type { Api } from '../model/api.ts';
import { formatJson, type JsonText, quoteJson } from '../model/json-text.ts';
import type { Example, MediaType } from '../model/media-type.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter } from '../model/parameter.ts';
import { buildExample, givenExample } from '../schema/example.ts';
import { isJsonType, sentMediaType } from './body.ts';
import type { RequestValues } from './values.ts';

/** A body to start from. */
export interface RequestExample {
  /** As the author named it; `default` for a lone example and for one built from the schema. */
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly mediaType: string;
  /** Exactly what is sent. */
  readonly text: string;
}

/**
 * The bodies a reader can start from, in the order of the description; the first is the default. A media type
 * without an example gets one built from its schema, where its text can be made: JSON.
 *
 * @returns empty when the operation takes no body, or only bodies whose text can't be made from a schema
 */
export function requestExamples(api: Api, operation: Operation): RequestExample[] {
  return (operation.requestBody?.content ?? []).flatMap((type) => {
    const given = type.examples.flatMap((example) => writtenExample(type, example) ?? []);
    if (given.length > 0) return given;
    const mediaType = sentMediaType(type.name);
    if (!isJsonType(mediaType)) return [];
    const text = buildExample(type.schema ?? true, api.schemas, { direction: 'request' });
    return { name: 'default', mediaType, text };
  });
}

function writtenExample(type: MediaType, example: Example): RequestExample | undefined {
  const mediaType = sentMediaType(type.name);
  const text = example.text ?? (example.value === undefined ? undefined : valueText(mediaType, example.value));
  if (text === undefined) return undefined;
  const { name, summary, description } = example;
  return { name, ...(summary ? { summary } : {}), ...(description ? { description } : {}), mediaType, text };
}

/** A value of another media type than JSON is its text where it is a string, and unknown otherwise. */
function valueText(mediaType: string, value: JsonText): string | undefined {
  if (isJsonType(mediaType)) return formatJson(value);
  const parsed: unknown = value.startsWith('"') ? JSON.parse(value) : undefined;
  return typeof parsed === 'string' ? parsed : undefined;
}

/**
 * What a form starts with, and what static samples show: the first server and security alternative, the body
 * of the example, and a value for each required parameter. Optional parameters are left out: their defaults are
 * shown, not sent.
 *
 * @param exampleName - picks the body and those parameters' examples that have this name; the first otherwise
 */
export function defaultValues(api: Api, operation: Operation, exampleName?: string): RequestValues {
  const bodies = requestExamples(api, operation);
  const body = bodies.find((example) => example.name === exampleName) ?? bodies[0];
  return {
    server: 0,
    serverVariables: [],
    parameters: operation.parameters
      .filter((parameter) => parameter.required)
      .map((parameter) => ({
        in: parameter.in,
        name: parameter.name,
        value: parameterExample(api, parameter, exampleName),
      })),
    ...(body ? { body: { mediaType: body.mediaType, text: body.text } } : {}),
    security: operation.security.length > 0 ? 0 : -1,
  };
}

/**
 * The value that shows what a parameter is like: its own example, what its schema gives, else one built from
 * the schema, where a string of which nothing is known is the parameter's name.
 */
export function parameterExample(api: Api, parameter: Parameter, exampleName?: string): JsonText {
  const examples = [...parameter.examples, ...(parameter.content?.examples ?? [])];
  const values = examples.filter((example) => example.value !== undefined);
  const example = values.find(({ name }) => name === exampleName) ?? values[0];
  if (example?.value !== undefined) return example.value;
  const schema = parameter.schema ?? parameter.content?.schema ?? true;
  const given = givenExample(schema, api.schemas);
  if (given !== undefined) return given;
  const built = buildExample(schema, api.schemas, { direction: 'request', text: parameter.name });
  // Nothing at all is known: most parameters are text.
  return built === '{}' ? quoteJson(parameter.name) : built;
}
