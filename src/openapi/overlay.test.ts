import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { printJson } from '../model/json-text.ts';
import { LIMITS } from './limits.ts';
import { applyOverlay, type OverlayResult } from './overlay.ts';
import type { SourceFile } from './source-file.ts';
import { placeOf, rootSpot, scalarText, step } from './spot.ts';
import { parseYamlTree } from './yaml-tree.ts';

function source(path: string, text: string): SourceFile {
  const { root, faults } = parseYamlTree({ path, text }, LIMITS);
  if (!root || faults.length > 0) throw new Error(`The test holds broken YAML: ${text}`);
  return { path, text, root };
}

const HEAD = 'overlay: 1.1.0\ninfo: { title: T, version: "1" }\n';

function apply(description: string, overlay: string, limits = LIMITS): OverlayResult {
  return applyOverlay(source('openapi/a.yaml', description), source('openapi/a.en.overlay.yaml', overlay), limits);
}

/** What comes out, as JSON without white space. */
function result(description: string, overlay: string): string {
  const { file, diagnostics } = apply(description, overlay);
  expect(diagnostics).toEqual([]);
  return printJson(file.root);
}

function printPlaces(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);
}

const ITEMS = `{"/items":{"get":{"responses":{"200":{"description":"OK"}}}},"/some-items":{"delete":{"responses":{"200":{"description":"OK"}}}}}`;

// Overlay Specification 1.1.0, section 4.5.
describe("the standard's examples", () => {
  const table: { name: string; given: string; actions: string; version?: string; want: string }[] = [
    {
      name: 'structured',
      given: '{"info":{"title":"A"},"paths":{"/":{"get":{"summary":"old"}},"/pets":{"get":{}}},"tags":[]}',
      version: '1.0.0',
      actions: `
  - target: '$'
    update:
      info: { x-overlay-applied: structured-overlay }
      paths:
        '/':
          summary: The root resource
          get: { summary: Retrieve the root resource, x-rate-limit: 100 }
        '/pets':
          get: { summary: Retrieve a list of pets, x-rate-limit: 100 }
      components:
      tags:`,
      want: '{"info":{"title":"A","x-overlay-applied":"structured-overlay"},"paths":{"/":{"get":{"summary":"Retrieve the root resource","x-rate-limit":100},"summary":"The root resource"},"/pets":{"get":{"summary":"Retrieve a list of pets","x-rate-limit":100}}},"tags":[],"components":null}',
    },
    {
      name: 'targeted',
      given: '{"paths":{"/foo":{"get":{"description":"a"}},"/bar":{"get":{"description":"b"}}}}',
      actions: `
  - target: $.paths['/foo'].get.description
    update: This is the new description
  - target: $.paths['/bar'].get.description
    update: This is the updated description
  - target: $.paths['/bar']
    update:
      post:
        description: This is an updated description of a child object
        x-safe: false`,
      want: '{"paths":{"/foo":{"get":{"description":"This is the new description"}},"/bar":{"get":{"description":"This is the updated description"},"post":{"description":"This is an updated description of a child object","x-safe":false}}}}',
    },
    {
      name: 'wildcard',
      given:
        '{"paths":{"/a":{"get":{"parameters":[{"name":"filter","in":"query"},{"name":"b","in":"query"}]}},"/c":{"get":{}}}}',
      version: '1.0.0',
      actions: `
  - target: $.paths.*.get
    update: { x-safe: true }
  - target: $.paths.*.get.parameters[?@.name=='filter' && @.in=='query']
    update: { schema: { $ref: '#/components/schemas/filterSchema' } }`,
      want: '{"paths":{"/a":{"get":{"parameters":[{"name":"filter","in":"query","schema":{"$ref":"#/components/schemas/filterSchema"}},{"name":"b","in":"query"}],"x-safe":true}},"/c":{"get":{"x-safe":true}}}}',
    },
    {
      name: 'item added to lists',
      given: '{"paths":{"/a":{"get":{"parameters":[{"name":"b"}]}},"/c":{"get":{"parameters":[]}}}}',
      version: '1.0.0',
      actions: '\n  - { target: $.paths.*.get.parameters, update: { name: newParam, in: query } }',
      want: '{"paths":{"/a":{"get":{"parameters":[{"name":"b"},{"name":"newParam","in":"query"}]}},"/c":{"get":{"parameters":[{"name":"newParam","in":"query"}]}}}}',
    },
    {
      name: 'items removed from a list',
      given: '{"paths":{"/a":{"get":{"parameters":[{"name":"dummy"},{"name":"b"},{"name":"dummy"}]}}}}',
      version: '1.0.0',
      actions: `\n  - { target: "$.paths.*.get.parameters[?@.name == 'dummy']", remove: true }`,
      want: '{"paths":{"/a":{"get":{"parameters":[{"name":"b"}]}}}}',
    },
    {
      name: 'primitive items removed',
      given: '{"paths":{"/a":{"get":{"tags":["dummy","b"]}}}}',
      actions: `\n  - { target: "$.paths.*.get.tags[?@ == 'dummy']", remove: true }`,
      want: '{"paths":{"/a":{"get":{"tags":["b"]}}}}',
    },
    {
      name: 'traits',
      given:
        '{"paths":{"/items":{"get":{"x-oai-traits":["paged"]}},"/items/{id}/subitems":{"get":{"x-oai-traits":["paged"],"parameters":[{"name":"id"}]}},"/other":{"get":{}}}}',
      version: '1.0.0',
      actions: `
  - target: $.paths[?(@.get['x-oai-traits'][?(@ == 'paged')])].get
    update:
      parameters: [{ name: top }, { name: skip }]`,
      want: '{"paths":{"/items":{"get":{"x-oai-traits":["paged"],"parameters":[{"name":"top"},{"name":"skip"}]}},"/items/{id}/subitems":{"get":{"x-oai-traits":["paged"],"parameters":[{"name":"id"},{"name":"top"},{"name":"skip"}]}},"/other":{"get":{}}}}',
    },
    {
      name: 'copy',
      given: `{"paths":${ITEMS}}`,
      actions: `\n  - { target: '$.paths["/some-items"]', copy: '$.paths["/items"]' }`,
      want: '{"paths":{"/items":{"get":{"responses":{"200":{"description":"OK"}}}},"/some-items":{"delete":{"responses":{"200":{"description":"OK"}}},"get":{"responses":{"200":{"description":"OK"}}}}}}',
    },
    {
      name: 'move',
      given: `{"paths":${ITEMS}}`,
      actions: `
  - { target: $.paths, update: { /new-items: {} } }
  - { target: '$.paths["/new-items"]', copy: '$.paths["/items"]' }
  - { target: '$.paths["/items"]', remove: true }`,
      want: '{"paths":{"/some-items":{"delete":{"responses":{"200":{"description":"OK"}}}},"/new-items":{"get":{"responses":{"200":{"description":"OK"}}}}}}',
    },
  ];
  it.each(table)('$name', ({ given, actions, version = '1.1.0', want }) => {
    expect(result(given, `overlay: ${version}\ninfo: { title: T, version: "1" }\nactions:${actions}\n`)).toBe(want);
  });
});

describe('an action', () => {
  const table: { name: string; given: string; action: string; version?: string; want: string }[] = [
    { name: 'replaces null', given: '{"a":null}', action: 'target: $, update: { a: 1 }', want: '{"a":1}' },
    { name: 'sets null', given: '{"a":1}', action: 'target: $, update: { a: null }', want: '{"a":null}' },
    { name: 'keeps numbers as written', given: '{}', action: 'target: $, update: { a: 1.10 }', want: '{"a":1.10}' },
    { name: 'joins a list', given: '{"a":[1]}', action: 'target: $.a, update: [2, [3]]', want: '{"a":[1,2,[3]]}' },
    { name: 'appends a primitive', given: '{"a":[1]}', action: 'target: $.a, update: 2', want: '{"a":[1,2]}' },
    {
      name: 'appends a list as one item in 1.0',
      given: '{"a":[1]}',
      version: '1.0.0',
      action: 'target: $.a, update: [2, 3]',
      want: '{"a":[1,[2,3]]}',
    },
    {
      name: 'joins lists inside an object in 1.0',
      given: '{"a":[1]}',
      version: '1.0.0',
      action: 'target: $, update: { a: [2, 3] }',
      want: '{"a":[1,2,3]}',
    },
    {
      name: 'removes a primitive in 1.0',
      version: '1.0.0',
      given: '{"a":1}',
      action: 'target: $.a, remove: true',
      want: '{}',
    },
    {
      name: 'removes even where it also updates',
      given: '{"a":{}}',
      action: 'target: $.a, remove: true, update: { b: 1 }',
      want: '{}',
    },
    {
      name: 'removes several items at once',
      given: '[1,2,3,4]',
      action: 'target: "$[0,2]", remove: true',
      want: '[2,4]',
    },
    {
      name: 'removes by a search',
      given: '{"a":{"b":1},"c":2}',
      action: 'target: $..b, remove: true',
      want: '{"a":{},"c":2}',
    },
    {
      name: 'changes a node within another',
      given: '{"a":{"a":{}}}',
      action: 'target: $..a, update: { x: 1 }',
      want: '{"a":{"a":{"x":1},"x":1}}',
    },
    {
      name: 'knows no special names',
      given: '{"__proto__":{"a":1}}',
      action: 'target: $, update: { __proto__: { b: 2 }, constructor: 3 }',
      want: '{"__proto__":{"a":1,"b":2},"constructor":3}',
    },
    {
      name: 'finds names that hold quotes and slashes',
      given: `{"it's/~":{"a":1}}`,
      action: `target: "$['it\\\\'s/~'].a", update: 2`,
      want: `{"it's/~":{"a":2}}`,
    },
    { name: 'copies a primitive', given: '{"a":1,"b":2}', action: 'target: $.a, copy: $.b', want: '{"a":2,"b":2}' },
    {
      name: 'copies into a list',
      given: '{"a":[1],"b":{}}',
      action: 'target: $.a, copy: $.b',
      want: '{"a":[1,{}],"b":{}}',
    },
  ];
  it.each(table)('$name', ({ given, action, version = '1.1.0', want }) => {
    expect(result(given, `overlay: ${version}\ninfo: { title: T, version: "1" }\nactions: [{ ${action} }]`)).toBe(want);
  });
});

describe('a broken overlay is told where and what', () => {
  const DESCRIPTION = 'a: { b: 1, c: [1] }\nd: text\ne: { b: 2 }\n';
  const action = (text: string): string => `${HEAD}actions:\n  - ${text}\n`;
  const table: { name: string; given: string; want: string[] }[] = [
    { name: 'nothing wrong', given: action('{ target: $.a, update: { b: 2 } }'), want: [] },
    { name: 'a list', given: '- a\n', want: ['overlay-version 1:1'] },
    { name: 'no fields', given: 'x-a: 1\n', want: ['field-missing 1:1', 'field-missing 1:1', 'field-missing 1:1'] },
    {
      name: 'version to come',
      given: `overlay: 2.0.0\n${HEAD.slice(15)}actions: []`,
      want: ['overlay-version 1:10'],
    },
    { name: 'Overlay 1.2', given: HEAD.replace('1.1', '1.2'), want: ['field-missing 1:1', 'overlay-version 1:10'] },
    {
      name: 'version as a number',
      given: `overlay: 1.1\n${HEAD.slice(15)}actions: [{ target: $.a, update: {} }]`,
      want: ['wrong-type 1:10'],
    },
    { name: 'no actions', given: `${HEAD}actions: []\n`, want: ['overlay-action-empty 3:1'] },
    { name: 'actions that are no list', given: `${HEAD}actions: { target: $ }\n`, want: ['wrong-type 3:1'] },
    { name: 'an action that is no object', given: action('$.a'), want: ['wrong-type 4:5'] },
    {
      name: 'no title',
      given: 'overlay: 1.1.0\ninfo: { version: "1" }\nactions: [{ target: $.a, update: {} }]',
      want: ['field-missing 2:1'],
    },
    {
      name: 'misspelled field',
      given: action('{ target: $.a, updated: {} }'),
      want: ['key-unknown 4:20', 'overlay-action-empty 4:15'],
    },
    {
      name: 'unknown field',
      given: `${HEAD}actions: [{ target: $.a, update: {} }]\nnotes: 1\n`,
      want: ['key-unknown 4:1'],
    },
    { name: 'extension', given: `${HEAD}x-note: 1\nactions: [{ target: $.a, update: {}, x-b: 1 }]\n`, want: [] },
    { name: 'no target', given: action('update: {}'), want: ['field-missing 4:5'] },
    { name: 'target without a value', given: action('target:\n    update: {}'), want: ['field-missing 4:5'] },
    { name: 'target that is a list', given: action('{ target: [$.a], update: {} }'), want: ['wrong-type 4:7'] },
    { name: 'nothing to do', given: action('target: $.a'), want: ['overlay-action-empty 4:13'] },
    { name: 'nothing after update', given: action('target: $.a\n    update:'), want: ['overlay-action-empty 4:13'] },
    {
      name: 'update and copy',
      given: action('{ target: $.a, update: {}, copy: $.e }'),
      want: ['overlay-action-conflict 4:32'],
    },
    {
      name: 'remove that is no flag',
      given: action('{ target: $.a, remove: "yes" }'),
      want: ['wrong-type 4:28', 'overlay-action-empty 4:15'],
    },
    { name: 'no JSONPath', given: action('{ target: a, update: {} }'), want: ['overlay-path-invalid 4:15'] },
    {
      name: 'a slip inside',
      given: action(`target: $.a[?@.b = 1]\n    update: {}`),
      want: ['overlay-path-invalid 4:22'],
    },
    {
      name: 'a slip inside quotes',
      given: action(`target: "$.a.[b]"\n    update: {}`),
      want: ['overlay-path-invalid 4:18'],
    },
    {
      name: 'a slip in an escaped text',
      given: action(`target: "$.\\x61.[b]"\n    update: {}`),
      want: ['overlay-path-invalid 4:13'],
    },
    {
      name: 'shorthand with a dash',
      given: action('target: $.a.x-b\n    update: {}'),
      want: ['overlay-path-invalid 4:17'],
    },
    { name: 'a broken copy', given: action('{ target: $.a, copy: e }'), want: ['overlay-path-invalid 4:26'] },
    {
      name: 'target that is gone',
      given: action('{ target: $.a.gone, update: {} }'),
      want: ['overlay-target-unmatched 4:19'],
    },
    {
      name: 'target below what is gone',
      given: action(`{ target: "$.x['y'].z", remove: true }`),
      want: ['overlay-target-unmatched 4:18'],
    },
    {
      name: 'filter without a match',
      given: action('target: $[?@.b > 2]\n    update: {}'),
      want: ['overlay-target-unmatched 4:14'],
    },
    { name: 'copy of nothing', given: action('{ target: $.a, copy: $.x }'), want: ['overlay-copy-source 4:26'] },
    { name: 'copy of two', given: action('{ target: $.a, copy: $..b }'), want: ['overlay-copy-source 4:26'] },
    { name: 'root removed', given: action('{ target: $, remove: true }'), want: ['overlay-remove-root 4:15'] },
    { name: 'text for an object', given: action('{ target: $.a, update: text }'), want: ['overlay-mismatch 4:28'] },
    { name: 'object for a text', given: action('{ target: $.d, update: {} }'), want: ['overlay-mismatch 4:20'] },
    {
      name: 'list for a number',
      given: action('{ target: $, update: { a: { b: [1] }, d: new } }'),
      want: ['overlay-mismatch 4:33'],
    },
    {
      name: 'object for a list',
      given: action('{ target: $, update: { a: { c: {} } } }'),
      want: ['overlay-mismatch 4:33'],
    },
    {
      name: 'one mistake for two targets',
      given: action('{ target: "$[?@.b]", update: { b: {} } }'),
      want: ['overlay-mismatch 4:36'],
    },
    { name: 'copy that fits not', given: action('{ target: $.d, copy: $.a }'), want: ['overlay-mismatch 4:26'] },
    {
      name: 'text in 1.0',
      given: action('{ target: $.d, update: new }').replace('1.1', '1.0'),
      want: ['overlay-mismatch 4:15'],
    },
    {
      name: 'extends what it is applied to',
      given: `${HEAD}extends: ./a.yaml\nactions: [{ target: $.a, update: {} }]`,
      want: [],
    },
    {
      name: 'extends by a long way',
      given: `${HEAD}extends: ../openapi/a.yaml\nactions: [{ target: $.a, update: {} }]`,
      want: [],
    },
    {
      name: 'extends what is elsewhere',
      given: `${HEAD}extends: https://example.com/b.yaml\nactions: [{ target: $.a, update: {} }]`,
      want: [],
    },
    {
      name: 'extends another',
      given: `${HEAD}extends: b.yaml\nactions: [{ target: $.gone, update: {} }]`,
      want: ['overlay-extends 3:10'],
    },
    {
      name: 'all mistakes at once',
      given: action(
        `{ target: $.x, update: {} }\n  - { target: $.a, update: { b: 2 } }\n  - { target: y, update: {} }`,
      ),
      want: ['overlay-target-unmatched 4:17', 'overlay-path-invalid 6:15'],
    },
  ];
  it.each(table)('$name', ({ given, want }) => {
    expect(printPlaces(apply(DESCRIPTION, given).diagnostics)).toEqual(want);
  });
});

describe('limits', () => {
  const table: { name: string; actions: string; limits: Partial<typeof LIMITS>; want: string[] }[] = [
    {
      name: 'a search',
      actions: '{ target: $..b, remove: true }',
      limits: { steps: 10 },
      want: ['overlay-path-costly 4:15'],
    },
    {
      name: 'a value copied into itself',
      actions: '{ target: $.a, copy: $ }\n  - { target: $.a, copy: $ }',
      limits: { aliased: 7 },
      want: ['overlay-too-large 5:26'],
    },
    {
      name: 'many targets',
      actions: '{ target: $..*, update: 1 }',
      limits: { aliased: 2 },
      want: ['overlay-too-large 4:29'],
    },
    {
      name: 'depth',
      actions: '{ target: $.a, update: { x: { y: 1 } } }',
      limits: { depth: 3 },
      want: ['too-deep 4:20'],
    },
  ];
  it.each(table)('$name', ({ actions, limits, want }) => {
    const { diagnostics } = apply('a: { b: 1, c: 2 }', `${HEAD}actions:\n  - ${actions}\n`, { ...LIMITS, ...limits });
    expect(printPlaces(diagnostics)).toEqual(want);
  });
});

describe('places', () => {
  const { file } = apply(
    'a: { b: 1, c: 2 }\nlist: [1]\n',
    `${HEAD}actions:\n  - target: $\n    update:\n      a: { b: 1.10, d: { e: 0 } }\n      list: [3]\n`,
  );
  const at = (...way: string[]) => {
    const spot = way.reduce((from, token) => step(from, token) ?? from, rootSpot(file));
    const { place } = placeOf(spot, spot.key?.span);
    return { value: placeOf(spot).place, key: place, text: scalarText(spot) };
  };
  const table: { way: string[]; value: string; key: string; text?: string }[] = [
    { way: ['a'], value: 'openapi/a.yaml:1:1', key: 'openapi/a.yaml:1:1' },
    { way: ['a', 'b'], value: 'openapi/a.en.overlay.yaml:6:15', key: 'openapi/a.yaml:1:6', text: '1.10' },
    { way: ['a', 'c'], value: 'openapi/a.yaml:1:15', key: 'openapi/a.yaml:1:12', text: '2' },
    { way: ['a', 'd'], value: 'openapi/a.en.overlay.yaml:6:21', key: 'openapi/a.en.overlay.yaml:6:21' },
    { way: ['a', 'd', 'e'], value: 'openapi/a.en.overlay.yaml:6:29', key: 'openapi/a.en.overlay.yaml:6:26', text: '0' },
    { way: ['list', '0'], value: 'openapi/a.yaml:2:8', key: 'openapi/a.yaml:2:8', text: '1' },
    { way: ['list', '1'], value: 'openapi/a.en.overlay.yaml:7:14', key: 'openapi/a.en.overlay.yaml:7:14', text: '3' },
  ];
  it.each(table)('$way', ({ way, value, key, text }) => {
    const found = at(...way);
    const print = ({ file: name, line, column }: typeof found.value): string => `${name}:${line}:${column}`;
    expect({ value: print(found.value), key: print(found.key), text: found.text }).toEqual({ value, key, text });
  });
});

describe('what is told about a target that finds nothing', () => {
  const DESCRIPTION = 'components: { schemas: { Message: {}, "a\'b": {} } }\ntags: [{ name: Chat }]\n';
  const table: { target: string; message: string; fix: string }[] = [
    {
      target: '$.components.schemas.Mesage.properties',
      message: '$.components.schemas has no "Mesage".',
      fix: 'Did you mean "Message"?',
    },
    {
      target: "$['components']['schema']",
      message: `$['components'] has no "schema".`,
      fix: 'Did you mean "schemas"?',
    },
    { target: '$.servers', message: '$ has no "servers".', fix: 'Correct the target, or remove the action.' },
    {
      target: "$.tags[?@.name=='Cat'].name",
      message: "$.tags has nothing for [?@.name=='Cat'].",
      fix: 'Correct the target, or remove the action.',
    },
    { target: '$.tags[1]', message: '$.tags has nothing for [1].', fix: 'Correct the target, or remove the action.' },
    { target: '$..nam', message: '$ has nothing for ..nam.', fix: 'Correct the target, or remove the action.' },
  ];
  it.each(table)('$target', ({ target, message, fix }) => {
    const [diagnostic] = apply(
      DESCRIPTION,
      `${HEAD}actions: [{ target: ${JSON.stringify(target)}, update: {} }]`,
    ).diagnostics;
    expect(diagnostic?.message).toBe(`This target finds nothing in openapi/a.yaml: ${message}`);
    expect(diagnostic?.fix).toBe(fix);
  });
});

it('names both sides of what does not fit', () => {
  const [diagnostic] = apply('a: { b: [1] }', `${HEAD}actions: [{ target: $.a, update: { b: text } }]`).diagnostics;
  expect(diagnostic?.message).toBe(`"b" is a list in openapi/a.yaml, and a single value can't change it.`);
});
