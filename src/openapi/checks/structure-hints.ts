import type { Version } from '../version.ts';

interface Hints {
  readonly [object: string]: { readonly [key: string]: string };
}

const IN_SCHEMA = 'Since OpenAPI 3.0 it stands in the `schema` of the parameter.';

/** What authors write who know another version: the slip is one of meaning, not of spelling. */
const SWAGGER_KEYS: Hints = {
  'a description': {
    swagger: 'A description says either `swagger: "2.0"` or `openapi:` and its version.',
    host: 'Since OpenAPI 3.0 it is a part of the `url` in `servers`.',
    basePath: 'Since OpenAPI 3.0 it is a part of the `url` in `servers`.',
    schemes: 'Since OpenAPI 3.0 it is a part of the `url` in `servers`.',
    consumes: 'Since OpenAPI 3.0 each `requestBody` names its media types in `content`.',
    produces: 'Since OpenAPI 3.0 each response names its media types in `content`.',
    definitions: 'Since OpenAPI 3.0 it is `components/schemas`.',
    parameters: 'Since OpenAPI 3.0 it is `components/parameters`.',
    responses: 'Since OpenAPI 3.0 it is `components/responses`.',
    securityDefinitions: 'Since OpenAPI 3.0 it is `components/securitySchemes`.',
  },
  'the components object': {
    definitions: 'Here it is called `schemas`.',
    securityDefinitions: 'Here it is called `securitySchemes`.',
  },
  'an operation': {
    consumes: 'Since OpenAPI 3.0 the `requestBody` names its media types in `content`.',
    produces: 'Since OpenAPI 3.0 each response names its media types in `content`.',
    schemes: 'Since OpenAPI 3.0 it is a part of the `url` in `servers`.',
  },
  'a parameter': {
    ...Object.fromEntries(
      ['type', 'format', 'items', 'default', 'enum', 'minimum', 'maximum', 'minLength', 'maxLength', 'pattern'].map(
        (keyword) => [keyword, IN_SCHEMA],
      ),
    ),
    collectionFormat: 'Since OpenAPI 3.0 it is `style` and `explode`.',
  },
  'a header': { type: 'Since OpenAPI 3.0 it stands in the `schema` of the header.' },
  'a response': { schema: 'Since OpenAPI 3.0 it stands below a media type in `content`.' },
  'a request body': { schema: 'It stands below a media type in `content`.' },
  'a security scheme': {
    flow: 'Since OpenAPI 3.0 it is a key in `flows`.',
    authorizationUrl: 'Since OpenAPI 3.0 it stands in a flow in `flows`.',
    tokenUrl: 'Since OpenAPI 3.0 it stands in a flow in `flows`.',
    scopes: 'Since OpenAPI 3.0 it stands in a flow in `flows`.',
  },
  'a schema': {
    additionalItems: 'Since OpenAPI 3.1 it is `items`, with `prefixItems` for the first ones.',
    dependencies: 'Since OpenAPI 3.1 it is `dependentRequired` or `dependentSchemas`.',
  },
};

const OPENAPI_KEYS: Hints = {
  'a description': {
    openapi: 'A description says either `swagger: "2.0"` or `openapi:` and its version.',
    servers: 'In Swagger 2.0 it is `host`, `basePath` and `schemes`.',
    components: 'In Swagger 2.0 it is `definitions`, `parameters`, `responses` and `securityDefinitions`.',
  },
  'an operation': {
    requestBody: 'In Swagger 2.0 it is a parameter with `in: body`.',
    servers: 'Swagger 2.0 has one `host` for all operations.',
  },
  'a parameter': { content: 'In Swagger 2.0 it is `schema`, and `consumes` at the operation.' },
  'a response': { content: 'In Swagger 2.0 it is `schema`, and `produces` at the operation.' },
  'a security scheme': {
    scheme: 'In Swagger 2.0 it is `type: basic`, or an `apiKey` in the header "Authorization".',
    flows: 'In Swagger 2.0 it is `flow`, `authorizationUrl`, `tokenUrl` and `scopes`.',
  },
};

/** What a key of another version is called in this one, as a sentence; nothing where it is none. */
export function otherVersionHint(version: Version, label: string, key: string): string | undefined {
  const hints = (version === '2.0' ? OPENAPI_KEYS : SWAGGER_KEYS)[label];
  return hints && Object.hasOwn(hints, key) ? hints[key] : undefined;
}

const IN_BODY = 'Since OpenAPI 3.0 it is the `requestBody` of the operation.';
const SWAGGER_VALUES: Hints = {
  in: { body: IN_BODY, formData: IN_BODY },
  type: {
    basic: 'Since OpenAPI 3.0 it is `type: http` with `scheme: basic`.',
    file: 'Since OpenAPI 3.0 it is `type: string` with `format: binary`.',
  },
};
const OPENAPI_VALUES: Hints = {
  type: { http: 'In Swagger 2.0 it is `type: basic`, or an `apiKey` in the header "Authorization".' },
};

/** Types of programming languages, by what JSON Schema says instead. */
const FOREIGN_TYPES: { readonly [type: string]: string } = {
  int: 'Did you mean "integer"?',
  long: 'Write `type: integer` with `format: int64`.',
  float: 'Write `type: number` with `format: float`.',
  double: 'Write `type: number` with `format: double`.',
  date: 'Write `type: string` with `format: date`.',
  datetime: 'Write `type: string` with `format: date-time`.',
  'date-time': 'Write `type: string` with `format: date-time`.',
  uuid: 'Write `type: string` with `format: uuid`.',
  binary: 'Write `type: string` with `format: binary`.',
  list: 'Did you mean "array"?',
  map: 'Did you mean "object"?',
  dict: 'Did you mean "object"?',
  any: 'Leave `type` away where any value may stand.',
};

/** What a value of another version, or of another language, is called here, as a sentence. */
export function otherVersionValue(version: Version, key: string, value: string): string | undefined {
  const hints = (version === '2.0' ? OPENAPI_VALUES : SWAGGER_VALUES)[key];
  if (hints && Object.hasOwn(hints, value)) return hints[value];
  const low = value.toLowerCase();
  return key === 'type' && Object.hasOwn(FOREIGN_TYPES, low) ? FOREIGN_TYPES[low] : undefined;
}
