import { formatJson, type JsonText } from '../model/json-text.ts';
import type { Example, MediaType } from '../model/media-type.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter } from '../model/parameter.ts';
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

/** The bodies that an operation's examples give, in the order of the description; the first is the default. */
export function givenExamples(operation: Operation): RequestExample[] {
  return (operation.requestBody?.content ?? []).flatMap(bodyExamples);
}

/** The bodies that the examples of one media type give. */
export function bodyExamples(type: MediaType): RequestExample[] {
  return type.examples.flatMap((example) => writtenExample(type, example) ?? []);
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
 * What a form starts with, as far as examples give it: the first server and security alternative, the body of
 * the example, and a value for each required parameter. Optional parameters are left out: their defaults are
 * shown, not sent.
 *
 * @param exampleName - picks the body and those parameters' examples that have this name; the first otherwise
 */
export function givenValues(operation: Operation, exampleName?: string): RequestValues {
  const bodies = givenExamples(operation);
  const body = bodies.find((example) => example.name === exampleName) ?? bodies[0];
  return {
    server: 0,
    serverVariables: [],
    parameters: operation.parameters
      .filter((parameter) => parameter.required)
      .flatMap((parameter) => {
        const value = ownExample(parameter, exampleName);
        return value === undefined ? [] : { in: parameter.in, name: parameter.name, value };
      }),
    ...(body ? { body: { mediaType: body.mediaType, text: body.text } } : {}),
    security: operation.security.length > 0 ? 0 : -1,
  };
}

/** The value of a parameter's own example. */
export function ownExample(parameter: Parameter, exampleName?: string): JsonText | undefined {
  const examples = [...parameter.examples, ...(parameter.content?.examples ?? [])];
  const values = examples.filter((example) => example.value !== undefined);
  return (values.find(({ name }) => name === exampleName) ?? values[0])?.value;
}
