import { expect, it } from 'vitest';
import { indentAt } from './typing.ts';

const rows: readonly { name: string; given: string; key: string; want: string | undefined }[] = [
  {
    name: 'a line begins under the one before',
    given: '{\n    "a": 1,|\n}',
    key: 'Enter',
    want: '{\n    "a": 1,\n    |\n}',
  },
  { name: 'behind a bracket one level further in', given: '{|', key: 'Enter', want: '{\n  |' },
  { name: 'between brackets', given: '{| }', key: 'Enter', want: '{\n  |\n}' },
  {
    name: 'the text says what a level is',
    given: '{\n\t"a": [|]\n}',
    key: 'Enter',
    want: '{\n\t"a": [\n\t\t|\n\t]\n}',
  },
  { name: 'a closing bracket goes back', given: '{\n  "a": {\n    |', key: '}', want: '{\n  "a": {\n  }|' },
  { name: 'behind something it stays', given: '{\n  "a": 1|', key: '}', want: undefined },
  { name: 'any other key', given: '{\n  |', key: 'x', want: undefined },
];

for (const { name, given, key, want } of rows) {
  it(name, () => {
    const text = given.replace('|', '');
    const typed = indentAt(text, given.indexOf('|'), key);
    const after =
      typed &&
      `${text.slice(0, typed.start)}${typed.insert.slice(0, typed.caret)}|${typed.insert.slice(typed.caret)}${text.slice(typed.end)}`;
    expect(after).toBe(want);
  });
}
