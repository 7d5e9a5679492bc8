import { type Fault, OK, operation, V20, V30, V31, V32, yaml } from './fault.ts';

const parameter = (head: string, text: string): string => operation(head, `parameters: [${text}]`);

/** Paths, operations, parameters, bodies, responses and security. */
export const OPERATIONS: readonly Fault[] = [
  yaml('path parameter that nobody declares', `${V32}paths: { "/a/{id}": { get: { ${OK} } } }\n`, [
    'error path-parameter-missing 3:23',
  ]),
  yaml('path parameter that nobody declares, in 2.0', `${V20}paths: { "/a/{id}": { get: { ${OK} } } }\n`, [
    'error path-parameter-missing 3:23',
  ]),
  yaml(
    'path parameter with a slip',
    `${V31}paths:\n  "/a/{petId}":\n    get:\n      parameters: [{ name: petID, in: path, required: true, schema: {} }]\n      ${OK}\n`,
    ['error path-parameter-missing 5:5', 'warning path-parameter-unknown 6:28'],
  ),
  yaml(
    'path parameter that is optional',
    `${V30}paths:\n  "/a/{id}":\n    get:\n      parameters: [{ name: id, in: path, schema: { type: string } }]\n      ${OK}\n`,
    ['warning path-parameter-optional 6:28'],
  ),
  yaml('path without its slash', `${V32}paths: { a: { get: { ${OK} } } }\n`, ['warning path-slash 3:10']),
  yaml('braces and queries in paths', `${V32}paths:\n  "/a/{id": {}\n  "/b/{}": {}\n  /c?d=e: {}\n`, [
    'warning path-brace 4:3',
    'warning path-parameter-unnamed 5:3',
    'warning path-query 6:3',
  ]),
  yaml('template in a query', `${V32}paths: { "/a?b={c}": { get: { ${OK} } } }\n`, ['warning path-query 3:10']),
  yaml('twin paths', `${V32}paths:\n  "/a/{b}/c": {}\n  "/a/{d}/c": {}\n`, ['warning path-twin 5:3']),
  yaml('paths that fit the same request', `${V32}paths:\n  "/{a}/mine": {}\n  "/pets/{b}": {}\n`, [
    'info path-ambiguous 5:3',
  ]),
  yaml(
    'one operationId for a path and a webhook',
    `${V31}paths:\n  /a: { get: { operationId: a, ${OK} } }\nwebhooks:\n  b: { post: { operationId: a, ${OK} } }\n`,
    ['warning operation-id-duplicate 6:29'],
  ),
  yaml('method that is none', `${V32}paths: { /a: { gte: { ${OK} } } }\n`, ['error key-unknown 3:16']),
  yaml('QUERY in 3.1', `${V31}paths: { /a: { query: { ${OK} } } }\n`, ['warning key-newer 3:16']),
  yaml('consumes in 3.0', operation(V30, 'consumes: [application/json]'), ['warning key-unknown 6:7']),
  yaml('requestBody in 2.0', operation(V20, 'requestBody: { content: {} }'), [
    'warning key-unknown 6:7',
    'info request-body-undefined 6:7',
  ]),
  yaml('body as a parameter in 3.0', parameter(V30, '{ name: b, in: body, schema: {} }'), ['error value-invalid 6:35']),
  yaml('type beside a parameter in 3.0', parameter(V30, '{ name: b, in: query, type: string }'), [
    'warning parameter-schema-missing 6:20',
    'warning key-unknown 6:42',
  ]),
  yaml('parameter without its place', parameter(V31, '{ name: b, schema: {} }'), ['error field-missing 6:20']),
  yaml('parameter with an empty name', parameter(V32, '{ name: "", in: query, schema: {} }'), [
    'warning parameter-name-empty 6:28',
  ]),
  yaml('parameter without a schema', parameter(V32, '{ name: b, in: query }'), [
    'warning parameter-schema-missing 6:20',
  ]),
  yaml('parameter twice', parameter(V32, '{ name: b, in: query, schema: {} }, { name: b, in: query, schema: {} }'), [
    'warning parameter-duplicate 6:64',
  ]),
  yaml('header that is told elsewhere', parameter(V32, '{ name: Accept, in: header, schema: {} }'), [
    'info header-ignored 6:28',
  ]),
  yaml('header that frames the message', parameter(V32, '{ name: content-length, in: header, schema: {} }'), [
    'info header-ignored 6:28',
  ]),
  yaml('style of another place', parameter(V32, '{ name: b, in: query, style: simple, schema: {} }'), [
    'warning style-misplaced 6:49',
  ]),
  yaml(
    'style without a form',
    parameter(V31, '{ name: b, in: query, style: deepObject, explode: false, schema: { type: object } }'),
    ['warning style-undefined 6:70'],
  ),
  yaml(
    'style without a form for lists within',
    parameter(
      V31,
      '{ name: b, in: query, style: deepObject, explode: true, schema: { anyOf: [{ properties: { c: { items: {} } } }, { type: integer }, { type: array }] } }',
    ),
    ['info style-chosen 6:49'],
  ),
  yaml(
    'style without a form for lists within, in several parameters',
    parameter(
      V31,
      '{ name: b, in: query, style: deepObject, schema: { type: array } }, { name: c, in: query, style: deepObject, schema: { type: array } }, { name: d, in: query, style: deepObject, schema: { type: object } }',
    ),
    ['info style-chosen 6:49'],
  ),
  yaml(
    'objects in a list of a query',
    parameter(V30, '{ name: b, in: query, schema: { type: array, items: { type: object } } }'),
    ['warning style-undefined 6:20'],
  ),
  yaml(
    'lists in an object of a header',
    parameter(V30, '{ name: b, in: header, schema: { additionalProperties: { type: array, items: {} } } }'),
    ['warning style-undefined 6:20'],
  ),
  yaml(
    'a single value alone in a style for objects',
    parameter(V31, '{ name: b, in: query, style: deepObject, schema: { type: integer } }'),
    ['warning style-undefined 6:49'],
  ),
  yaml(
    'a single value among lists',
    parameter(V31, '{ name: b, in: query, style: pipeDelimited, schema: { type: [array, string] } }'),
    ['warning style-undefined 6:49'],
  ),
  yaml(
    'exploded lists without a form',
    parameter(V31, '{ name: b, in: query, style: pipeDelimited, explode: true, schema: { type: array } }'),
    ['warning style-undefined 6:73'],
  ),
  yaml(
    'example and examples',
    parameter(V31, '{ name: b, in: query, schema: {}, example: 1, examples: { c: { value: 2 } } }'),
    ['warning fields-exclusive 6:66'],
  ),
  yaml(
    'querystring beside a query',
    parameter(
      V32,
      '{ name: b, in: querystring, content: { application/json: {} } }, { name: c, in: query, schema: {} }',
    ),
    ['warning querystring-mixed 6:20'],
  ),
  yaml('parameter without a type in 2.0', parameter(V20, '{ name: b, in: query }'), ['warning field-missing 6:20']),
  yaml('body without a schema in 2.0', parameter(V20, '{ name: b, in: body }'), [
    'warning field-missing 6:20',
    'info request-body-undefined 6:20',
  ]),
  yaml(
    'multi in a path in 2.0',
    `${V20}paths:\n  "/a/{b}":\n    get:\n      parameters: [{ name: b, in: path, required: true, type: array, items: { type: string }, collectionFormat: multi }]\n      ${OK}\n`,
    ['warning style-misplaced 6:113'],
  ),
  yaml('file in a query in 2.0', parameter(V20, '{ name: b, in: query, type: file }'), ['warning type-misplaced 6:48']),
  yaml(
    'bodies and forms in 2.0',
    `${V20}paths:\n  /a:\n    post:\n      parameters:\n        - { name: a, in: body, schema: {} }\n        - { name: b, in: body, schema: {} }\n        - { name: c, in: formData, type: file }\n        - { name: d, in: formData, type: array }\n        - { name: d, in: formData, type: string }\n      ${OK}\n`,
    [
      'warning body-repeated 8:19',
      'warning body-and-form 9:19',
      'warning file-media-type 9:19',
      'warning field-missing 10:11',
      'warning parameter-duplicate 11:19',
    ],
  ),
  yaml('list without items in 2.0', parameter(V20, '{ name: b, in: query, type: array }'), [
    'warning field-missing 6:20',
  ]),
  yaml(
    'header joined by pipes in 2.0',
    `${V20}paths: { /a: { get: { responses: { "200": { description: Fine, headers: { X-A: { type: array, items: { type: string }, collectionFormat: pipes } } } } } } }\n`,
    ['info header-style 3:138'],
  ),
  yaml('GET with a body', operation(V30, 'requestBody: { content: { application/json: { schema: {} } } }'), [
    'info request-body-undefined 6:7',
  ]),
  yaml(
    'media type that is none',
    operation(V32, 'x-a: 1').replace(OK, 'responses: { "200": { description: Fine, content: { json: {} } } }'),
    ['warning media-type-malformed 7:59'],
  ),
  yaml('no responses', `${V31}paths: { /a: { get: {} } }\n`, ['warning response-missing 3:16']),
  yaml('no responses in 3.0', `${V30}paths: { /a: { get: {} } }\n`, ['warning response-missing 3:16']),
  yaml('only failures', `${V32}paths: { /a: { get: { responses: { "404": { description: Gone } } } } }\n`, [
    'info response-success-missing 3:23',
  ]),
  yaml('response without its description in 3.0', `${V30}paths: { /a: { get: { responses: { "200": {} } } } }\n`, [
    'warning field-missing 3:36',
  ]),
  yaml(
    'statuses',
    `${V32}paths: { /a: { get: { responses: { 200: { description: A }, 4xx: { description: B }, ok: { description: C } } } } }\n`,
    ['warning status-invalid 3:61', 'warning status-invalid 3:86'],
  ),
  yaml(
    'Content-Type as a header of a response',
    `${V32}paths: { /a: { get: { responses: { 200: { description: A, headers: { Content-Type: { schema: {} } } } } } } }\n`,
    ['info header-ignored 3:70'],
  ),
  yaml(
    'link to no operation',
    `${V32}paths: { /a: { get: { operationId: listPets, responses: { 200: { description: A, links: { b: { operationId: listPet }, c: {} } } } } } }\n`,
    ['warning link-operation-missing 3:109', 'warning link-target-missing 3:120'],
  ),
  yaml(
    'callback to no address',
    operation(V32, 'callbacks: { done: { "{$request.boddy#/url}": {}, "http://{a": {} } }'),
    ['warning callback-expression 6:28', 'warning callback-expression 6:57'],
  ),
  yaml(
    'security scheme that is not there',
    `${V32}security: [{ api_kye: [] }]\npaths: {}\ncomponents: { securitySchemes: { api_key: { type: apiKey, in: header, name: k } } }\n`,
    ['warning security-scheme-missing 3:14'],
  ),
  yaml('security scheme that is not there, in 2.0', `${V20}paths: {}\nsecurity: [{ key: [] }]\n`, [
    'warning security-scheme-missing 4:14',
  ]),
  yaml(
    'scope that no flow has',
    `${V31}security: [{ o: [pets:wirte] }]\npaths: {}\ncomponents: { securitySchemes: { o: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://a.example", scopes: { "pets:write": W } } } } } }\n`,
    ['warning security-scope-missing 3:18'],
  ),
  yaml(
    'security schemes',
    `${V31}paths: {}\ncomponents:\n  securitySchemes:\n    a: { type: http, scheme: baerer }\n    b: { type: apikey, in: header, name: k }\n    c: { type: apiKey, in: body, name: k }\n    d: { type: oauth2, flows: { implicit: { authorizationUrl: a.example/auth, scopes: {} } } }\n    e: { type: http }\n    f: { type: oauth2, flows: { authorizationCode: { authorizationUrl: "https://a.example", scopes: {} } } }\n`,
    [
      'warning security-http-scheme 6:30',
      'warning value-invalid 7:16',
      'warning value-invalid 8:28',
      'warning security-url 9:63',
      'warning field-missing 10:5',
      'warning field-missing 11:33',
    ],
  ),
  yaml(
    'security schemes in 2.0',
    `${V20}paths: {}\nsecurityDefinitions:\n  a: { type: http, scheme: bearer }\n  b: { type: oauth2, flow: accessCode, authorizationUrl: "https://a.example", scopes: {} }\n`,
    ['warning value-invalid 5:14', 'warning key-unknown 5:20', 'warning field-missing 6:3'],
  ),
  yaml(
    'component that nothing uses',
    `${operation(V32)}components: { schemas: { Pet: { type: object } }, parameters: { "a b": { name: b, in: query, schema: {} } } }\n`,
    ['info component-unused 7:26', 'warning component-name 7:65', 'info component-unused 7:65'],
  ),
];
