import { type Fault, json, OK, V20, V30, V31, V32, yaml } from './fault.ts';

/** The root and what stands right below it. */
export const DOCUMENTS: readonly Fault[] = [
  yaml(
    'links in texts that lead nowhere',
    `openapi: 3.2.0\ninfo:\n  title: T\n  version: "1"\n  description: |\n    [a](#/nowhere), [b](#here) <b id="here">b</b>, [c](https://a.example), [d](mailto:a@a.example),\n    [e](guides/e.md) <a href='/f'>f</a> \\[g](no-link) \`[h](no-link)\` [i]\n\n    [i]: ../i\npaths: {}\ntags: [{ name: t, description: "[j](#here) <a href=\\"javascript:1\\">k</a>" }]\n`,
    [
      'warning link-dead 6:9',
      'warning link-dead 7:9',
      'warning link-dead 7:31',
      'warning link-dead 9:10',
      'warning link-dead 11:37',
      'warning link-dead 11:54',
    ],
  ),
  yaml(
    'links to headings, and to parts of the API as other viewers have them',
    `openapi: 3.2.0\ninfo:\n  title: T\n  version: "1"\n  description: |\n    [a](#rate-limits), [b](#section/Rate-limits), [c](#tag/t), [d](#operation/getA), [e](#operation/getB)\n\n    # Rate limits\npaths: { /a: { get: { operationId: getA, ${OK} } } }\ntags: [{ name: t, description: "[f](#rate-limits) [g](#tag/u)" }]\n`,
    ['warning link-dead 6:90', 'warning link-dead 10:55'],
  ),
  yaml('list instead of a description', '- a\n', ['error version-missing 1:1']),
  yaml('no version', 'info: { title: T, version: "1" }\npaths: {}\n', ['error version-missing 1:1']),
  yaml('version that is not there', 'openapi: 4.0.0\ninfo: { title: T, version: "1" }\npaths: {}\n', [
    'error version-unsupported 1:10',
  ]),
  yaml('Swagger 1.2', 'swagger: "1.2"\ninfo: { title: T, version: "1" }\npaths: {}\n', [
    'error version-unsupported 1:10',
  ]),
  yaml('version as a number', 'openapi: 3.0\ninfo: { title: T, version: "1" }\npaths: {}\n', [
    'warning wrong-type 1:10',
  ]),
  yaml('no info', 'openapi: 3.1.0\npaths: {}\n', ['error field-missing 1:1']),
  yaml('no title and no version', 'openapi: 3.2.0\ninfo: {}\npaths: {}\n', [
    'warning field-missing 2:1',
    'warning field-missing 2:1',
  ]),
  yaml('nothing but info in 3.1', V31, ['warning field-missing 1:1']),
  yaml('no paths in 3.0', V30, ['warning field-missing 1:1']),
  yaml('no paths in 2.0', V20, ['warning field-missing 1:1']),
  yaml('keys of 2.0 in 3.0', `${V30}host: a.example\nschemes: [https]\ndefinitions: { A: {} }\npaths: {}\n`, [
    'warning key-unknown 3:1',
    'warning key-unknown 4:1',
    'warning key-unknown 5:1',
  ]),
  yaml('keys of 3.0 in 2.0', `${V20}servers: [{ url: https://a.example }]\ncomponents: {}\npaths: {}\n`, [
    'warning key-unknown 3:1',
    'warning key-unknown 4:1',
  ]),
  yaml('webhooks in 3.0', `${V30}webhooks: {}\npaths: {}\n`, ['warning key-newer 3:1']),
  yaml('$self in 3.1', `${V31}$self: https://a.example/api\npaths: {}\n`, ['warning key-newer 3:1']),
  yaml('slip in a key', `${V32}pahts: { /a: { get: { respones: { "200": { description: A } } } } }\n`, [
    'warning field-missing 1:1',
    'error key-unknown 3:1',
    'error key-unknown 3:23',
  ]),
  yaml('key that is near nothing', `${V32}paths: {}\ncompany: ACME\n`, ['warning key-unknown 4:1']),
  yaml('version of the API as a number', 'openapi: 3.2.0\ninfo: { title: T, version: 1.10 }\npaths: {}\n', [
    'warning wrong-type 2:28',
  ]),
  yaml('text for an object', `${V32}paths: later\n`, ['error wrong-type 3:8']),
  yaml(
    'lists and objects for a word',
    `${V32}paths:\n  /a:\n    get:\n      summary: { a: b }\n      description: [a]\n      parameters: [{ name: b, in: [query], schema: { type: { a: b }, exclusiveMinimum: x } }]\n      responses: { "200": { description: Fine } }\n`,
    [
      'error wrong-type 6:7',
      'error wrong-type 7:7',
      'error wrong-type 8:31',
      'warning wrong-type 8:54',
      'warning wrong-type 8:88',
    ],
  ),
  yaml('object for a list', `${V32}paths: {}\ntags:\n  name: a\n`, ['error wrong-type 4:1']),
  json('empty list for an object', '{"openapi":"3.0.0","info":{"title":"T","version":"1"},\n"paths":[]}', [
    'warning wrong-type 2:1',
  ]),
  yaml('key without a value', `${V32}paths: {}\ntags:\n`, ['warning value-empty 4:1']),
  yaml(
    'addresses',
    `openapi: 3.2.0\ninfo:\n  title: T\n  version: "1"\n  termsOfService: "see below"\n  contact: { url: www.a.example, email: nobody }\n  license: { url: https://a.example }\npaths: {}\n`,
    [
      'warning url-malformed 5:19',
      'warning url-malformed 6:19',
      'warning email-malformed 6:41',
      'warning field-missing 7:3',
    ],
  ),
  yaml(
    'license with two addresses',
    `openapi: 3.2.0\ninfo: { title: T, version: "1", license: { name: MIT, identifier: MIT, url: "https://a.example" } }\npaths: {}\n`,
    ['warning fields-exclusive 2:72'],
  ),
  yaml(
    'tags',
    `${V32}paths: { /a: { get: { tags: [dogs], responses: { "200": { description: Fine } } } } }\ntags:\n  - name: cats\n  - name: cats\n  - { name: a, parent: b }\n  - { name: b, parent: a }\n  - { name: kittens, parent: cat }\nx-tagGroups:\n  - { name: G, tags: [kitens] }\n`,
    [
      'info tag-undeclared 3:30',
      'warning tag-duplicate 6:11',
      'warning tag-parent-circular 7:24',
      'warning tag-parent-circular 8:24',
      'warning tag-parent-missing 9:30',
      'warning tag-group-unknown 11:23',
    ],
  ),
  yaml(
    'servers',
    `${V32}paths: {}\nservers:\n  - url: api.a.example/v1\n  - { url: "https://{regoin}.a.example", variables: { region: { default: eu } } }\n  - { url: "https://{env}.a.example", variables: { env: { enum: [live, test], default: lvie } } }\n  - url: https://{a.example\n  - url: https://a.example?v=1\n`,
    [
      'warning server-url-malformed 5:10',
      'warning server-variable-missing 6:12',
      'warning server-variable-unused 6:55',
      'warning server-variable-default 7:88',
      'warning server-url-malformed 8:10',
      'warning server-url-malformed 9:10',
    ],
  ),
  yaml(
    'several at once',
    `${V31}paths:\n  a:\n    get:\n      sumary: A\n      deprecated: 1\n  /b/{c}:\n    get: { responses: {} }\n`,
    [
      'warning path-slash 4:3',
      'warning response-missing 5:5',
      'error key-unknown 6:7',
      'warning wrong-type 7:19',
      'error path-parameter-missing 9:5',
      'warning response-missing 9:5',
    ],
  ),
];
