import { describe, expect, it } from 'vitest';
import { printJson } from '../model/json-text.ts';
import { LIMITS } from './limits.ts';
import { parseYamlTree } from './yaml-tree.ts';

function read(text: string, limits = LIMITS) {
  const { root, faults } = parseYamlTree({ path: 'a.yaml', text }, limits);
  return { json: root && printJson(root), codes: faults.map(({ code }) => code) };
}

describe('YAML as JSON', () => {
  const table = [
    { name: 'integer-like keys keep their order', given: 'b: 1\n2: 1\n1: 1', want: '{"b":1,"2":1,"1":1}' },
    {
      name: 'keys keep their spelling',
      given: '200: a\n1.10: b\non: c\n~: d\n2001-12-14: e\n0x1F: f',
      want: '{"200":"a","1.10":"b","on":"c","~":"d","2001-12-14":"e","0x1F":"f"}',
    },
    {
      name: 'quotes make a text',
      given: 'a: "1.10"\nb: \'true\'\nc: "\\u4e2d"',
      want: '{"a":"1.10","b":"true","c":"中"}',
    },
    { name: 'block texts', given: 'a: |\n  x\n   y\nb: >-\n  x\n  y\n', want: '{"a":"x\\n y\\n","b":"x y"}' },
    { name: 'a plain text over two lines', given: 'a: x\n  y', want: '{"a":"x y"}' },
    { name: 'lines that end as on old Macs', given: 'a: 1\rb:\r  - "x\r\r    y"\r', want: '{"a":1,"b":["x\\ny"]}' },
    {
      name: 'core tags',
      given: 'a: !!str 12\nb: !!int "3"\nc: !!float 4\nd: ! 5',
      want: '{"a":"12","b":3,"c":4,"d":"5"}',
    },
    { name: 'alias', given: 'a: &x { k: 1.10 }\nb: *x', want: '{"a":{"k":1.10},"b":{"k":1.10}}' },
    { name: 'alias as key', given: '? &k a\n: 1\nb: { *k : 2 }', want: '{"a":1,"b":{"a":2}}' },
    { name: 'an anchor given again', given: 'a: &x 1\nb: *x\nc: &x 2\nd: *x', want: '{"a":1,"b":1,"c":2,"d":2}' },
    {
      name: 'merge: what stands there wins',
      given: 'a: &x { k: 1, l: 2 }\nb: { <<: *x, k: 3 }\nc: { k: 4, <<: *x }',
      want: '{"a":{"k":1,"l":2},"b":{"k":3,"l":2},"c":{"k":4,"l":2}}',
    },
    {
      name: 'merge of several: the first wins',
      given: 'a: &x { k: 1 }\nb: &y { k: 2, l: 3 }\nc: { <<: [*x, *y] }',
      want: '{"a":{"k":1},"b":{"k":2,"l":3},"c":{"k":1,"l":3}}',
    },
    { name: 'a quoted << is a key', given: '"<<": 1', want: '{"<<":1}' },
    {
      name: 'names that objects inherit',
      given: '__proto__: 1\nconstructor: 2',
      want: '{"__proto__":1,"constructor":2}',
    },
    { name: 'an empty key', given: '"": 1', want: '{"":1}' },
    { name: 'YAML 1.1 can not be asked for', given: '%YAML 1.1\n---\na: yes\nb: 010', want: '{"a":"yes","b":10}' },
    { name: 'Windows line ends', given: 'a: 1\r\nb: |\r\n  x\r\n', want: '{"a":1,"b":"x\\n"}' },
  ];
  for (const { name, given, want } of table) it(name, () => expect(read(given)).toEqual({ json: want, codes: [] }));
});

describe('YAML that would cost too much', () => {
  const laughs = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[index]}`)}]`).join('\n')}`;
  const nested = Array.from(
    { length: 50 },
    (_, index) => `k${index + 1}: &x${index + 1} ${'['.repeat(100)}*x${index}${']'.repeat(100)}`,
  ).join('\n');
  const merged = `a: &a { ${Array.from({ length: 2000 }, (_, index) => `k${index}: 1`).join(', ')} }\n${Array.from({ length: 2000 }, (_, index) => `m${index}: { <<: *a }`).join('\n')}`;
  const table = [
    { name: 'flow lists without end', given: '['.repeat(100_000), want: ['too-deep'] },
    { name: 'flow objects without end', given: '{a: '.repeat(50_000), want: ['too-deep'] },
    { name: 'blocks without end', given: '- '.repeat(50_000), want: ['too-deep'] },
    { name: 'deep by aliases', given: `k0: &x0 1\n${nested}`, want: ['too-deep'] },
    { name: 'a billion laughs', given: laughs, want: ['alias-expansion'] },
    { name: 'merges of merges', given: merged, want: ['alias-expansion'] },
    { name: 'an alias inside its own value', given: 'a: &a [*a]', want: ['alias-recursive'] },
  ];
  for (const { name, given, want } of table) it(name, () => expect(read(given).codes).toEqual(want));

  it('takes what is within the limits', () => {
    expect(read('['.repeat(201) + ']'.repeat(201)).codes).toEqual([]);
    expect(read('['.repeat(202) + ']'.repeat(202)).codes).toEqual(['too-deep']);
    expect(read('a: &a [1, 2]\nb: [*a, *a]', { ...LIMITS, aliased: 6 }).codes).toEqual([]);
    expect(read('a: &a [1, 2]\nb: [*a, *a]', { ...LIMITS, aliased: 5 }).codes).toEqual(['alias-expansion']);
  });
});
