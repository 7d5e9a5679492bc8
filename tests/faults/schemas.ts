import { type Fault, files, json, operation, schema, V20, V30, V31, V32, yaml } from './fault.ts';

/** Schemas, and examples and defaults against them. */
export const SCHEMAS: readonly Fault[] = [
  yaml('slip in a keyword', schema(V32, 'tpye: string'), ['warning keyword-unknown 9:7']),
  yaml('slip in a type', schema(V31, 'type: strin'), ['warning value-invalid 9:13']),
  yaml('null without quotes', schema(V31, 'type: [string, null]'), ['warning wrong-type 9:7']),
  yaml('nullable in 3.1', schema(V31, 'type: string', 'nullable: true'), ['warning key-gone 10:7']),
  yaml('list of types in 3.0', schema(V30, 'type: [string, "null"]'), ['warning key-newer 9:7']),
  yaml('const in 3.0', schema(V30, 'const: a'), ['warning key-newer 9:7']),
  yaml('exclusive bound as a flag in 3.1', schema(V31, 'type: integer', 'minimum: 0', 'exclusiveMinimum: true'), [
    'warning key-gone 11:25',
  ]),
  yaml('exclusive bound as a number in 3.0', schema(V30, 'type: integer', 'exclusiveMinimum: 0'), [
    'warning key-newer 10:25',
  ]),
  yaml('numbers and flags in quotes', schema(V30, 'type: string', 'maxLength: "5"', 'readOnly: "true"'), [
    'warning wrong-type 10:18',
    'warning wrong-type 11:17',
  ]),
  yaml('required as a flag', schema(V30, 'type: object', 'properties: { b: { type: string, required: true } }'), [
    'warning wrong-type 10:50',
  ]),
  yaml(
    'required with a slip',
    schema(V32, 'type: object', 'required: [nmae, other]', 'properties: { name: { type: string } }'),
    ['warning required-undeclared 10:18', 'info required-undeclared 10:24'],
  ),
  yaml('text for a schema', schema(V32, 'type: array', 'items: string'), ['error wrong-type 10:14']),
  yaml('objects and lists for each other in a schema', schema(V32, 'allOf: { a: {} }', 'properties: [a]', 'enum: {}'), [
    'warning wrong-type 9:7',
    'error wrong-type 10:7',
    'warning wrong-type 11:7',
  ]),
  yaml('list of schemas as items', schema(V30, 'type: array', 'items: [{ type: string }]'), [
    'warning wrong-type 10:7',
  ]),
  yaml(
    'bounds without room',
    schema(V32, 'minimum: 10', 'maximum: 1', 'minLength: 3', 'maxLength: 2', 'multipleOf: 0'),
    ['warning bounds-contradict 10:16', 'warning bounds-contradict 12:18', 'warning bounds-contradict 13:19'],
  ),
  yaml('enum of another type', schema(V31, 'type: string', 'enum: [a, 1, a]'), [
    'warning enum-type 10:17',
    'warning enum-duplicate 10:20',
  ]),
  yaml('enum without values', schema(V31, 'type: string', 'enum: []'), ['warning enum-empty 10:7']),
  yaml(
    'patterns',
    schema(
      V32,
      'properties:',
      '  b: { type: string, pattern: "[a-z" }',
      '  c: { type: string, pattern: "(?P<y>a)" }',
      '  d: { type: string, pattern: "/^a$/" }',
    ),
    ['warning pattern-invalid 10:37', 'warning pattern-invalid 11:37', 'warning pattern-invalid 12:37'],
  ),
  yaml(
    'discriminator without its property',
    schema(
      V30,
      'oneOf: [{ type: object, properties: { kinds: { type: string } } }]',
      'discriminator: { propertyName: kind }',
    ),
    ['warning discriminator-property-missing 9:15'],
  ),
  yaml(
    'discriminator without its property in a schema that it names',
    `${V31}paths: {}\ncomponents:\n  schemas:\n    A:\n      discriminator: { propertyName: kind }\n      oneOf:\n        - { $ref: '#/components/schemas/B' }\n        - { $ref: '#/components/schemas/C' }\n    B: { type: object, properties: { kind: { type: string } } }\n    C: { allOf: [{ $ref: '#/components/schemas/D' }] }\n    D: { type: object, properties: { kin: { type: string } } }\n`,
    ['warning discriminator-property-missing 10:19'],
  ),
  yaml(
    'discriminator as a text in 3.0',
    schema(V30, 'type: object', 'discriminator: kind', 'properties: { kind: { type: string } }'),
    ['warning wrong-type 10:22'],
  ),
  yaml(
    'discriminator as an object in 2.0',
    `${V20}paths: {}\ndefinitions: { A: { type: object, discriminator: { propertyName: kind }, properties: { kind: { type: string } } } }\n`,
    ['warning wrong-type 4:35'],
  ),
  yaml('default of another type', schema(V31, 'type: integer', 'default: many'), ['warning default-invalid 10:16']),
  yaml('examples of a schema with names', schema(V31, 'type: string', 'examples: { a: b, c: { value: 1 } }'), [
    'warning wrong-type 10:7',
    'warning example-invalid 10:37',
  ]),
  yaml('examples of a schema', schema(V32, 'type: string', 'maxLength: 2', 'examples: [a, abc, 1]'), [
    'warning example-invalid 11:21',
    'warning example-invalid 11:26',
  ]),
  yaml(
    'example of a property of a property',
    schema(
      V30,
      'type: object',
      'properties: { tags: { type: array, items: { type: object, required: [id], properties: { id: { type: integer } } } } }',
      'example: { tags: [{ id: 1 }, { id: one }, {}] }',
    ),
    ['warning example-invalid 11:42', 'warning example-invalid 11:49'],
  ),
  yaml(
    'example of a parameter',
    operation(V32, 'parameters: [{ name: b, in: query, schema: { enum: [asc, desc] }, example: up }]'),
    ['warning example-invalid 6:82'],
  ),
  yaml(
    'read-only properties, left out of requests only',
    operation(
      V32,
      'requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/A" }, example: { name: a } } } }',
    )
      .replace('get:', 'post:')
      .replace(
        'Fine }',
        'Fine, content: { application/json: { schema: { $ref: "#/components/schemas/A" }, example: { name: a } } } }',
      )
      .concat(
        'components: { schemas: { A: { type: object, required: [id, name], properties: { id: { type: integer, readOnly: true }, name: { type: string } } } } }\n',
      ),
    ['warning example-invalid 7:123'],
  ),
  yaml(
    'object as a text',
    operation(V31, 'x-a: 1').replace(
      'Fine }',
      `Fine, content: { application/json: { schema: { type: object }, example: '{"a":1}' } } }`,
    ),
    ['warning example-invalid 7:114'],
  ),
  yaml(
    'examples without the object around them',
    operation(
      V31,
      'parameters:',
      '  - { name: b, in: query, schema: { type: integer }, examples: { a: one, c: { d: 1 } } }',
    ),
    [
      'warning example-bare 7:72',
      'warning example-invalid 7:75',
      'warning example-bare 7:80',
      'warning example-invalid 7:80',
    ],
  ),
  yaml(
    'numbers for texts and texts for numbers, which are one in a parameter',
    operation(
      V31,
      'parameters:',
      '  - { name: b, in: query, schema: { type: string, maxLength: 3 }, examples: { c: { value: 12 }, d: { value: 1234 } } }',
      '  - { name: c, in: header, schema: { type: integer, default: "10", example: true } }',
      '  - { name: d, in: query, schema: { type: array, items: { type: boolean, example: "true" } } }',
    ),
    ['warning example-invalid 7:115', 'warning example-invalid 8:83'],
  ),
  yaml('number for a text, which aren’t one in JSON', schema(V31, 'type: string', 'example: 1'), [
    'warning example-invalid 10:16',
  ]),
  yaml('example that fits two branches', schema(V31, 'oneOf: [{ type: number }, { type: integer }]', 'example: 1'), [
    'info example-invalid 10:16',
  ]),
  yaml(
    'list of examples',
    operation(V31, 'parameters: [{ name: b, in: query, schema: { type: integer }, examples: [1, one, { value: a }] }]'),
    ['warning wrong-type 6:69', 'warning example-invalid 6:83', 'warning example-invalid 6:97'],
  ),
  yaml(
    'example in 2.0',
    `${V20}paths:\n  /a:\n    get: { produces: [application/json], responses: { "200": { description: Fine, schema: { type: integer }, examples: { application/json: one } } } }\n`,
    ['warning example-invalid 5:140'],
  ),
  files(
    'shared example in another file',
    {
      'api.yaml': operation(
        V32,
        'parameters: [{ name: b, in: query, schema: { type: integer }, examples: { c: { $ref: "examples.yaml#/c" } } }]',
      ),
      'examples.yaml': 'c:\n  value: one\n',
    },
    ['warning example-invalid examples.yaml:2:10'],
  ),
  yaml(
    'text in another format is no example to check',
    operation(V32, 'x-a: 1').replace(
      'Fine }',
      'Fine, content: { application/xml: { schema: { type: object }, example: "<a/>" } } }',
    ),
    [],
  ),
  json(
    'in one line',
    '{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{},"components":{"schemas":{"A":{"type":"integer","default":"1"}}}}',
    ['warning default-invalid 1:123'],
  ),
];
