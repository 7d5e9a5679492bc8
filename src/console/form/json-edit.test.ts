import { describe, expect, it } from 'vitest';
import { type JsonNode, parseJson } from '../../model/json-text.ts';
import { addEntry, addItem, moveItem, removeEntry, removeItem, renameEntry, replaceValue } from './json-edit.ts';

type Of<Kind> = Extract<JsonNode, { kind: Kind }>;

function read<Kind extends JsonNode['kind']>(text: string, _kind: Kind): Of<Kind> {
  const node = parseJson(text);
  if (node.kind === 'problem') throw new Error(`${node.fault} in ${text}`);
  return node as Of<Kind>;
}

describe('edits of JSON text', () => {
  const rows: readonly { name: string; given: string; edit: (text: string) => string; want: string }[] = [
    {
      name: 'a member joins others on their lines',
      given: '{\n  "a": 1.10,\n  "b": 2\n}',
      edit: (text) => addEntry(text, read(text, 'object'), 'c', '"x"'),
      want: '{\n  "a": 1.10,\n  "b": 2,\n  "c": "x"\n}',
    },
    {
      name: 'a member joins the only one on its line',
      given: '{\n\t"a":1\n}',
      edit: (text) => addEntry(text, read(text, 'object'), 'b', '2'),
      want: '{\n\t"a":1,\n\t"b":2\n}',
    },
    {
      name: 'a member joins others on one line',
      given: '{"a":1,"b":2}',
      edit: (text) => addEntry(text, read(text, 'object'), 'c', '3'),
      want: '{"a":1,"b":2,"c":3}',
    },
    {
      name: 'a first member opens the object',
      given: '{}',
      edit: (text) => addEntry(text, read(text, 'object'), 'a', '{\n  "b": []\n}'),
      want: '{\n  "a": {\n    "b": []\n  }\n}',
    },
    {
      name: 'a first item of a list inside one line stays there',
      given: '[[]]',
      edit: (text) => addItem(text, read(text, 'array').items[0] as Of<'array'>, '1'),
      want: '[[1]]',
    },
    {
      name: 'the first member goes with its comma',
      given: '{ "a": 1 , "b": 2 }',
      edit: (text) => removeEntry(text, read(text, 'object'), 0),
      want: '{ "b": 2 }',
    },
    {
      name: 'the last member goes with the comma before it',
      given: '{\n  "a": 1,\n  "b": 2\n}',
      edit: (text) => removeEntry(text, read(text, 'object'), 1),
      want: '{\n  "a": 1\n}',
    },
    {
      name: 'the only item leaves an empty list',
      given: '[\n  1\n]',
      edit: (text) => removeItem(text, read(text, 'array'), 0),
      want: '[]',
    },
    {
      name: 'an item moves down, space between items stays',
      given: '[1,  2,\n3, 4]',
      edit: (text) => moveItem(text, read(text, 'array'), 0, 2),
      want: '[2,  3,\n1, 4]',
    },
    {
      name: 'an item moves up',
      given: '["a", {"b": 1.0}, 3]',
      edit: (text) => moveItem(text, read(text, 'array'), 2, 0),
      want: '[3, "a", {"b": 1.0}]',
    },
    {
      name: 'a name changes and its value stays',
      given: '{"a": 1e2, "b": 2}',
      edit: (text) => renameEntry(text, read(text, 'object'), 0, 'x"y'),
      want: '{"x\\"y": 1e2, "b": 2}',
    },
    {
      name: 'a value of several lines is indented for its place',
      given: '{\n  "a": 1\n}',
      edit: (text) => replaceValue(text, read(text, 'object').entries[0]?.value as JsonNode, '{\n  "b": 2\n}'),
      want: '{\n  "a": {\n    "b": 2\n  }\n}',
    },
  ];
  for (const { name, given, edit, want } of rows) it(name, () => expect(edit(given)).toBe(want));
});

/** A generator of numbers below 1 that gives the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}

const SPACES = ['', ' ', '\n', '\n  ', '\t', '\r\n    '];
const SCALARS = ['1.10', '9007199254740993', '-0', '1e400', '"a\\/b"', '"\\u4f60"', '"你, ]}"', 'true', 'null', '""'];
const KEYS = ['a', 'b', '2', '1', 'x y', '__proto__', '"'];

function writeRandom(next: () => number, depth: number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const space = (): string => pick(SPACES);
  const kind = next();
  if (depth > 3 || kind < 0.4) return pick(SCALARS);
  const count = Math.floor(next() * 4);
  const parts = Array.from({ length: count }, () => {
    const value = writeRandom(next, depth + 1);
    return kind < 0.7
      ? space() + value + space()
      : `${space()}${JSON.stringify(pick(KEYS))}${space()}:${space()}${value}${space()}`;
  });
  const inner = count === 0 ? space() : parts.join(',');
  return kind < 0.7 ? `[${inner}]` : `{${inner}}`;
}

function containers(node: JsonNode): (Of<'object'> | Of<'array'>)[] {
  if (node.kind === 'array') return [node, ...node.items.flatMap(containers)];
  return node.kind === 'object' ? [node, ...node.entries.flatMap(({ value }) => containers(value))] : [];
}

/** What is written between the brackets, each part as it stands in the text. */
function partsOf(text: string, node: Of<'object'> | Of<'array'>): string[] {
  if (node.kind === 'array') return node.items.map(({ start, end }) => text.slice(start, end));
  return node.entries.map(({ keySpan, value }) => {
    return `${text.slice(keySpan.start, keySpan.end)} ${text.slice(value.start, value.end)}`;
  });
}

it('random edits of random texts change what they name and keep every other byte', () => {
  const next = random(20_261_126);
  let edits = 0;
  for (let round = 0; round < 3000; round += 1) {
    const text = writeRandom(next, 0);
    const all = containers(read(text, 'object'));
    if (all.length === 0) continue;
    const at = Math.floor(next() * all.length);
    const node = all[at] as Of<'object'> | Of<'array'>;
    const parts = partsOf(text, node);
    const index = Math.floor(next() * parts.length);
    const to = Math.floor(next() * parts.length);
    const kind = parts.length === 0 ? 0 : Math.floor(next() * 3);
    let edited = '';
    const want = [...parts];
    if (node.kind === 'array') {
      if (kind === 0) edited = addItem(text, node, '"new"');
      if (kind === 1) edited = removeItem(text, node, index);
      if (kind === 2) edited = moveItem(text, node, index, to);
      if (kind === 0) want.push('"new"');
      if (kind === 1) want.splice(index, 1);
      if (kind === 2) want.splice(to, 0, ...want.splice(index, 1));
    } else {
      const value = node.entries[index]?.value;
      if (kind === 0) edited = addEntry(text, node, 'new', '1.0');
      if (kind === 1) edited = removeEntry(text, node, index);
      if (kind === 2 && value) edited = replaceValue(text, value, '0.50');
      if (kind === 0) want.push('"new" 1.0');
      if (kind === 1) want.splice(index, 1);
      if (kind === 2 && value)
        want[index] = `${text.slice(node.entries[index]?.keySpan.start, node.entries[index]?.keySpan.end)} 0.50`;
    }
    const after = containers(read(edited, 'object'))[at] as Of<'object'> | Of<'array'>;
    expect(partsOf(edited, after), text).toEqual(want);
    // Outside of the brackets nothing moved.
    expect(edited.slice(0, node.start + 1)).toBe(text.slice(0, node.start + 1));
    expect(edited.slice(after.end - 1)).toBe(text.slice(node.end - 1));
    edits += 1;
  }
  expect(edits).toBeGreaterThan(1000);
});
