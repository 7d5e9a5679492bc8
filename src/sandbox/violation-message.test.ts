import { expect, it } from 'vitest';
import type { JsonFault } from '../model/json-text.ts';
import { validateJson } from '../schema/validate.ts';
import { violationMessage } from './violation-message.ts';

const rows: { readonly [Fault in JsonFault]: { readonly given: string; readonly want: string } } = {
  empty: { given: '', want: 'there is nothing at line 1, column 1.' },
  'value-expected': { given: '{"a":}', want: 'a value was expected at line 1, column 6.' },
  'key-expected': { given: '{a: 1}', want: 'a property name in double quotes was expected at line 1, column 2.' },
  'colon-expected': { given: '{"a" 1}', want: "a ':' was expected at line 1, column 6." },
  'comma-expected': { given: '[1\n 2]', want: "a ',' or a closing bracket was expected at line 2, column 2." },
  'trailing-comma': { given: '[1,]', want: "nothing follows the ',' at line 1, column 3." },
  'string-unterminated': { given: '["a\n"]', want: 'a string lacks its closing quote at line 1, column 2.' },
  'string-control': {
    given: '"a\tb"',
    want: 'a string holds a control character without an escape at line 1, column 3.',
  },
  'string-escape': { given: '"\\x"', want: 'a string holds an escape that JSON does not have at line 1, column 2.' },
  'number-malformed': { given: '[01]', want: 'the number is not written as JSON writes one at line 1, column 3.' },
  'after-end': { given: '1 2', want: 'something follows the end of the value at line 1, column 3.' },
  'too-deep': {
    given: '['.repeat(300),
    want: 'objects and lists are nested too deeply at line 1, column 202.',
  },
};

for (const [fault, { given, want }] of Object.entries(rows)) {
  it(`says in words: ${fault}`, () => {
    const [violation] = validateJson({}, true, given);
    expect(violation?.values.fault).toBe(fault);
    const message = violation && violationMessage(violation, '');
    expect(message).toBe(`The body is not valid JSON: ${want}`);
  });
}
