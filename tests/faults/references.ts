import { type Fault, files, OK, operation, schema, V20, V30, V31, V32, yaml } from './fault.ts';

const to = (head: string, ref: string): string => operation(head, `parameters: [{ $ref: "${ref}" }]`);

/** References that lead nowhere, elsewhere or round in a circle. */
export const REFERENCES: readonly Fault[] = [
  yaml('missing, with a near name', schema(V32, 'properties: { b: { $ref: "#/components/schemas/AA" } }'), [
    'warning ref-not-found 9:32',
  ]),
  yaml(
    'missing in 2.0',
    `${V20}paths:\n  /a:\n    get: { responses: { "200": { description: Fine, schema: { $ref: "#/definitions/Pte" } } } }\ndefinitions: { Pet: { type: object } }\n`,
    ['warning ref-not-found 5:69', 'info component-unused 6:16'],
  ),
  files('missing file', { 'api.yaml': to(V32, 'parts/gone.yaml') }, ['warning ref-not-found 6:28']),
  files(
    'missing in another file',
    { 'api.yaml': to(V32, 'part.yaml#/Limti'), 'part.yaml': 'Limit: { name: limit, in: query, schema: {} }\n' },
    ['warning ref-not-found 6:28'],
  ),
  yaml('another host', to(V31, 'https://a.example/part.yaml'), ['error ref-remote 6:28']),
  yaml('another host without its scheme', to(V31, '//a.example/part.yaml'), ['error ref-remote 6:28']),
  yaml('out of the project', to(V30, '../part.yaml'), ['error ref-outside-root 6:28']),
  yaml('out of the project, encoded', to(V30, 'parts/..%2f..%2fpart.yaml'), ['error ref-outside-root 6:28']),
  ...(['operationRef', 'externalValue'] as const).flatMap((key) => {
    const line = (address: string): string =>
      key === 'operationRef'
        ? `responses: { "200": { description: D, links: { a: { operationRef: "${address}" } } } }`
        : `responses: { "200": { description: D, content: { a/b: { examples: { a: { externalValue: "${address}" } } } } } }`;
    const with3 = (address: string): string => operation(V32).replace(OK, line(address));
    const column = line('').indexOf('""') + 7;
    const row = (name: string, address: string, want: string): Fault =>
      yaml(`${key}: ${name}`, with3(address), [`${want} 6:${column}`]);
    return [
      row('another host', 'https://a.example/b', 'warning external-address'),
      row('another host without its scheme', '//a.example/b', 'error ref-remote'),
      row('another scheme', 'file:///etc/passwd', 'error ref-remote'),
      row('out of the project', '../b', 'error ref-outside-root'),
      row('out of the project, encoded', 'a/..%2f..%2fb', 'error ref-outside-root'),
      row('absolute path', '/etc/passwd', 'error ref-outside-root'),
    ];
  }),
  yaml('absolute path', to(V30, '/etc/passwd'), ['error ref-outside-root 6:28']),
  yaml('back slashes', to(V30, 'parts\\\\part.yaml'), ['error ref-outside-root 6:28']),
  yaml(
    'circle',
    `${V32}paths: {}\ncomponents:\n  parameters:\n    A: { $ref: "#/components/parameters/B" }\n    B: { $ref: "#/components/parameters/A" }\n`,
    ['warning ref-circular 6:16', 'warning ref-circular 7:16'],
  ),
  yaml(
    'another kind',
    `${V32}paths: {}\ncomponents:\n  schemas: { A: { $ref: "#/components/responses/R" } }\n  responses: { R: { description: D } }\n`,
    ['warning ref-wrong-kind 5:25'],
  ),
  yaml(
    'path item beside its own reference',
    `${V32}paths:\n  /a:\n    $ref: "#/components/pathItems/B"\n    parameters: [{ name: c, in: query, schema: {} }]\ncomponents:\n  pathItems:\n    B:\n      parameters: [{ name: c, in: query, schema: {} }]\n      get: { ${OK} }\n`,
    ['warning path-item-twice 6:26'],
  ),
  yaml(
    'missing for every kind of part',
    `${V32}paths:\n  "/a/{b}":\n    get:\n      parameters: [{ $ref: "#/components/parameters/B" }]\n      requestBody: { $ref: "#/components/requestBodies/C" }\n      responses: { "200": { $ref: "#/components/responses/D" } }\n      callbacks: { e: { $ref: "#/components/callbacks/E" } }\n    put: { $ref: "#/x-operations/F" }\n  /g: { $ref: "#/components/pathItems/G" }\n`,
    [
      'warning path-parameter-missing 5:5',
      'warning ref-not-found 6:28',
      'warning ref-not-found 7:28',
      'warning ref-not-found 8:35',
      'warning ref-not-found 9:31',
      'warning ref-not-found 10:18',
      'warning ref-not-found 11:15',
    ],
  ),
  yaml('anchor that is not there', schema(V31, 'properties: { b: { $ref: "#cat" } }'), ['warning ref-not-found 9:32']),
  files('broken file', { 'api.yaml': to(V32, 'part.yaml'), 'part.yaml': 'name: "limit\n' }, [
    'error yaml-syntax part.yaml:1:7',
  ]),
  files(
    'fault in another file',
    { 'api.yaml': to(V32, 'part.yaml'), 'part.yaml': 'name: limit\nin: qurey\nschema: {}\n' },
    ['error value-invalid part.yaml:2:5'],
  ),
  yaml(
    'description beside it in 3.0',
    schema(V30, 'properties:', '  b: { $ref: "#/components/schemas/A", description: B }'),
    ['info ignored-beside-ref 10:46'],
  ),
  yaml(
    'example beside it in 3.1',
    `${to(V31, '#/components/parameters/A').replace(' }]', ', example: 1 }]')}components: { parameters: { A: { name: a, in: query, schema: {} } } }\n`,
    ['warning ignored-beside-ref 6:57'],
  ),
  yaml(
    'in a discriminator',
    schema(
      V32,
      'type: object',
      'properties: { kind: { type: string } }',
      'discriminator: { propertyName: kind, mapping: { cat: Cat } }',
    ),
    ['warning ref-not-found 11:60'],
  ),
];
