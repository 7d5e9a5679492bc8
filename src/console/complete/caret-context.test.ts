import { describe, expect, it } from 'vitest';
import { caretContext } from './caret-context.ts';

/** `|` is the caret. `a.0.b name:ty [x,y]` is the way, what is written there, what is typed, and the names around. */
function tell(marked: string): string {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = caretContext(text, caret);
  if (!found) return 'nothing';
  const { steps, place, typed, start, end, hasColon } = found;
  const way = steps.map(({ container, key, index }) => (container.kind === 'array' ? index : (key ?? '')));
  const names = steps.at(-1)?.container.names.join() ?? '';
  return `${way.join('.')} ${place}:${typed} [${names}] ${text.slice(start, end)}${hasColon ? ' :' : ''}`.trim();
}

describe('caretContext', () => {
  const rows: readonly { name: string; given: string; want: string }[] = [
    { name: 'an empty text', given: '|', want: 'value: []' },
    { name: 'an empty object', given: '{|}', want: 'name: []' },
    { name: 'a name that begins', given: '{"a": 1, "b|', want: 'name:b [a] "b' },
    { name: 'a name inside its quotes', given: '{"a": 1, "b|c"}', want: 'name:b [a] "bc"' },
    { name: 'a name that has its value', given: '{"a|": 1, "c": 2}', want: 'name:a [c] "a" :' },
    { name: 'names behind the caret on its line', given: '{"|, "c": 2}', want: 'name: [c] "' },
    { name: 'a value that is missing', given: '{"a": |, "b": 2}', want: 'a value: [a,b]' },
    { name: 'a value at the end', given: '{"a": |', want: 'a value: [a]' },
    { name: 'a string', given: '{"a": "x|y"}', want: 'a value:x [a] "xy"' },
    { name: 'a word', given: '{"a": tr|}', want: 'a value:tr [a] tr' },
    { name: 'behind a value', given: '{"a": 1 |}', want: 'nothing' },
    { name: 'behind a closed string', given: '{"a": "b"|}', want: 'nothing' },
    { name: 'between a name and its colon', given: '{"a" |: 1}', want: 'nothing' },
    { name: 'an item', given: '[1, |]', want: '1 value: []' },
    { name: 'nested', given: '{"m": [{"r": 1}, {"x": 2, |}]}', want: 'm.1. name: [x]' },
    { name: 'nested and torn', given: '{"m": [{"r": "u", "|', want: 'm.0. name: [r] "' },
    { name: 'a bracket is missing before the caret', given: '{"a": {"b": [1, 2}, |}', want: 'name: [a]' },
    { name: 'marks in strings', given: '{"a": "{[,:\\"", |}', want: 'name: [a]' },
    { name: 'escapes in names', given: '{"\\u0061": 1, "|"}', want: 'name: [a] ""' },
    { name: 'behind the value', given: '{} |', want: 'nothing' },
  ];
  for (const { name, given, want } of rows) it(name, () => expect(tell(given)).toBe(want));

  it('tells the single values of each object on the way', () => {
    const found = caretContext('{"type": "a", "in": {"n": 1, "x": }, "last": true}', 34);
    expect(found?.steps.map(({ container }) => [...container.scalars])).toEqual([
      [
        ['type', '"a"'],
        ['last', 'true'],
      ],
      [['n', '1']],
    ]);
  });
});
