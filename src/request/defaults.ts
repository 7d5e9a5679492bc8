import type { Api } from '../model/api.ts';
import { formatJson, type JsonText, quoteJson } from '../model/json-text.ts';
import type { Example, MediaType } from '../model/media-type.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter } from '../model/parameter.ts';
import type { Schema } from '../model/schema-object.ts';
import { buildExample, givenExample } from '../schema/example.ts';
import { everyPart, partsType } from '../schema/schema-parts.ts';
import { validateJson } from '../schema/validate.ts';
import { bodyExamples, givenExamples, givenValues, ownExample, type RequestExample } from './given.ts';
import { kindOfMedia } from './media-kind.ts';
import type { RequestValues } from './values.ts';
import { writeXml } from './xml.ts';
import { withXmlMembers } from './xml-members.ts';

/**
 * The bodies a reader can start from, in the order of the description; the first is the default. A media type
 * without an example gets one built from its schema, with a file where it takes bytes.
 *
 * @returns empty when the operation takes no body
 */
export function requestExamples(api: Api, operation: Operation): RequestExample[] {
  return givenExamples(api, fillExamples(api, operation));
}

/** What a form starts with, and what static samples show: `givenValues`, with nothing required left out. */
export function defaultValues(api: Api, operation: Operation, exampleName?: string): RequestValues {
  return givenValues(api, fillExamples(api, operation), exampleName);
}

/**
 * The operation with an example wherever a request needs one: for each body that has none and can be built
 * from its schema, and for each required parameter. Who has it needs no builder: a browser doesn't load one.
 */
export function fillExamples(api: Api, operation: Operation): Operation {
  const { parameters, requestBody } = operation;
  return {
    ...operation,
    parameters: parameters.map((parameter) => fillParameter(api, parameter)),
    ...(requestBody
      ? { requestBody: { ...requestBody, content: requestBody.content.map((type) => fillMediaType(api, type)) } }
      : {}),
  };
}

function fillMediaType(api: Api, type: MediaType): MediaType {
  const written = { ...type, examples: type.examples.map((example) => writeExample(api, type, example)) };
  if (bodyExamples(api.schemas, written).length > 0) return written;
  const value = builtValue(api, type);
  if (value === undefined) return written;
  return { ...written, examples: [...written.examples, writeExample(api, type, { name: 'default', value })] };
}

/** Values that are sent as XML become its text here, so that a browser needs no writer. */
function writeExample(api: Api, type: MediaType, example: Example): Example {
  const { value, ...rest } = example;
  // What the author wrote as it is sent stays.
  if (value === undefined || value.startsWith('"') || example.text !== undefined) return example;
  switch (kindOfMedia(type, api.schemas)) {
    case 'xml':
      return { ...rest, text: writeXml(api.schemas, type.schema ?? true, value) };
    case 'multipart':
      return { ...rest, value: withXmlMembers(api.schemas, type, value) };
    default:
      return example;
  }
}

function builtValue(api: Api, type: MediaType): JsonText | undefined {
  const build = (schema: Schema): JsonText => buildExample(schema, api.schemas, { direction: 'request' });
  const { schema, itemSchema } = type;
  switch (kindOfMedia(type, api.schemas)) {
    case 'lines':
      return schema === undefined && itemSchema !== undefined ? `[${build(itemSchema)}]` : build(schema ?? true);
    case 'text':
      return schema === undefined ? quoteJson('string') : build(schema);
    case 'multipart':
      return schema === undefined && itemSchema !== undefined ? `[${build(itemSchema)}]` : build(schema ?? true);
    case 'binary':
      return quoteJson('');
    default:
      return build(schema ?? true);
  }
}

function fillParameter(api: Api, parameter: Parameter): Parameter {
  if (!parameter.required || ownExample(parameter) !== undefined) return parameter;
  const value = parameterExample(api, parameter);
  return { ...parameter, examples: [...parameter.examples, { name: 'default', value }] };
}

/**
 * The value that shows what a parameter is like: its own example, what its schema gives, else one built from
 * the schema, where a string of which nothing is known is the parameter's name, and an object has a member of it.
 */
export function parameterExample(api: Api, parameter: Parameter, exampleName?: string): JsonText {
  const own = ownExample(parameter, exampleName);
  if (own !== undefined) return own;
  const schema = parameter.schema ?? parameter.content?.schema ?? true;
  const given = givenExample(schema, api.schemas);
  if (given !== undefined) return given;
  const built = buildExample(schema, api.schemas, { direction: 'request', text: parameter.name });
  if (built !== '{}') return built;
  const text = quoteJson(parameter.name);
  // Where nothing at all is known, it is a text as most parameters are. An empty object would be left out.
  const whole = partsType(everyPart(api.schemas, schema)) === 'object' ? `{"key":${text}}` : text;
  return validateJson(api.schemas, schema, whole, { limit: 1 }).length === 0 ? formatJson(whole) : built;
}
