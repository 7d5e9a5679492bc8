import { describe, expect, it } from 'vitest';
import { parseJson } from '../../model/json-text.ts';
import { rootSpot } from '../spot.ts';
import { parseJsonPath } from './parse.ts';
import { type Budget, selectSpots } from './select.ts';

/** The pointers of what a query finds in a JSON value, or how it fails. */
function select(text: string, query: string, budget: Budget = { steps: 100_000 }): string[] | string {
  const root = parseJson(text);
  if (root.kind === 'problem') throw new Error(`The test holds broken JSON: ${text}`);
  const parsed = parseJsonPath(query);
  if ('fault' in parsed) return `${parsed.fault.offset}: ${parsed.fault.message}`;
  const found = selectSpots(parsed.path, rootSpot({ path: 'test.json', text, root }), budget);
  return found?.map((spot) => spot.pointer) ?? 'too costly';
}

const NAMES = `{"o": {"j j": {"k.k": 3}}, "'": {"@": 2}}`;
const LISTS = '{"o": {"j": 1, "k": 2}, "a": [5, 3]}';
const LETTERS = '["a", "b", "c", "d", "e", "f", "g"]';
const FILTERS =
  '{"a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}], "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f"}';
const DEEP = '{"o": {"j": 1, "k": 2}, "a": [5, 3, [{"j": 4}, {"k": 6}]]}';
const COMPARED = '{"obj": {"x": "y"}, "arr": [2, 3]}';
const NULLS = '{"a": null, "b": [null], "c": [{}], "null": 1}';

// RFC 9535, sections 2.2.3 to 2.6.1.
describe("the standard's examples", () => {
  const table: { name: string; given: string; query: string; want: string[] }[] = [
    { name: 'root', given: '{"k": "v"}', query: '$', want: [''] },
    { name: 'name', given: NAMES, query: `$.o['j j']`, want: ['/o/j j'] },
    { name: 'name with a dot', given: NAMES, query: `$.o['j j']['k.k']`, want: ['/o/j j/k.k'] },
    { name: 'name in double quotes', given: NAMES, query: `$.o["j j"]["k.k"]`, want: ['/o/j j/k.k'] },
    { name: 'unusual names', given: NAMES, query: `$["'"]["@"]`, want: [`/'/@`] },
    { name: 'object values', given: LISTS, query: '$[*]', want: ['/o', '/a'] },
    { name: 'wildcard twice', given: LISTS, query: '$.o[*, *]', want: ['/o/j', '/o/k'] },
    { name: 'array items', given: LISTS, query: '$.a[*]', want: ['/a/0', '/a/1'] },
    { name: 'index', given: '["a", "b"]', query: '$[1]', want: ['/1'] },
    { name: 'index from the end', given: '["a", "b"]', query: '$[-2]', want: ['/0'] },
    { name: 'slice', given: LETTERS, query: '$[1:3]', want: ['/1', '/2'] },
    { name: 'slice to the end', given: LETTERS, query: '$[5:]', want: ['/5', '/6'] },
    { name: 'slice with step', given: LETTERS, query: '$[1:5:2]', want: ['/1', '/3'] },
    { name: 'slice backwards', given: LETTERS, query: '$[5:1:-2]', want: ['/5', '/3'] },
    {
      name: 'all in reverse',
      given: LETTERS,
      query: '$[::-1]',
      want: ['/6', '/5', '/4', '/3', '/2', '/1', '/0'],
    },
    { name: 'member value', given: FILTERS, query: "$.a[?@.b == 'kilo']", want: ['/a/9'] },
    { name: 'in parentheses', given: FILTERS, query: "$.a[?(@.b == 'kilo')]", want: ['/a/9'] },
    { name: 'array value', given: FILTERS, query: '$.a[?@>3.5]', want: ['/a/1', '/a/4', '/a/5'] },
    { name: 'existence', given: FILTERS, query: '$.a[?@.b]', want: ['/a/6', '/a/7', '/a/8', '/a/9'] },
    { name: 'existence of some value', given: FILTERS, query: '$[?@.*]', want: ['/a', '/o'] },
    { name: 'filter in a filter', given: FILTERS, query: '$[?@[?@.b]]', want: ['/a'] },
    { name: 'or', given: FILTERS, query: "$.a[?@<2 || @.b == 'k']", want: ['/a/2', '/a/7'] },
    { name: 'match', given: FILTERS, query: `$.a[?match(@.b, "[jk]")]`, want: ['/a/6', '/a/7'] },
    { name: 'search', given: FILTERS, query: `$.a[?search(@.b, "[jk]")]`, want: ['/a/6', '/a/7', '/a/9'] },
    { name: 'and', given: FILTERS, query: '$.o[?@>1 && @<4]', want: ['/o/q', '/o/r'] },
    { name: 'member of a member', given: FILTERS, query: '$.o[?@.u || @.x]', want: ['/o/t'] },
    {
      name: 'comparison with what is not there',
      given: FILTERS,
      query: '$.a[?@.b == $.x]',
      want: ['/a/0', '/a/1', '/a/2', '/a/3', '/a/4', '/a/5'],
    },
    { name: 'descendants by name', given: DEEP, query: '$..j', want: ['/o/j', '/a/2/0/j'] },
    { name: 'descendants by index', given: DEEP, query: '$..[0]', want: ['/a/0', '/a/2/0'] },
    { name: 'descendants below', given: DEEP, query: '$.a..[0, 1]', want: ['/a/0', '/a/1', '/a/2/0', '/a/2/1'] },
    { name: 'null is a value', given: NULLS, query: '$.a', want: ['/a'] },
    { name: 'no item in null', given: NULLS, query: '$.a[0]', want: [] },
    { name: 'null compared', given: NULLS, query: '$.b[?@==null]', want: ['/b/0'] },
    { name: 'what is not there is no null', given: NULLS, query: '$.c[?@.d==null]', want: [] },
    { name: 'a key called null', given: NULLS, query: '$.null', want: ['/null'] },
  ];
  it.each(table)('$name: $query', ({ given, query, want }) => {
    expect(select(given, query)).toEqual(want);
  });

  const comparisons: { query: string; want: boolean }[] = [
    { query: '$.absent1 == $.absent2', want: true },
    { query: '$.absent1 <= $.absent2', want: true },
    { query: "$.absent == 'g'", want: false },
    { query: '$.absent1 != $.absent2', want: false },
    { query: '1 <= 2', want: true },
    { query: "13 == '13'", want: false },
    { query: "'a' <= 'b'", want: true },
    { query: '$.obj == $.arr', want: false },
    { query: '$.obj == $.obj', want: true },
    { query: '$.arr == $.arr', want: true },
    { query: '$.obj == 17', want: false },
    { query: '$.obj <= $.arr', want: false },
    { query: '$.obj < $.arr', want: false },
    { query: '$.arr >= $.arr', want: true },
    { query: '1 > true', want: false },
    { query: 'true <= true', want: true },
    { query: 'true > true', want: false },
    { query: 'length($.arr) == 2', want: true },
    { query: "length('😀') == 1", want: true },
    { query: 'count($.*) > 1', want: true },
    { query: "value($..x) == 'y'", want: true },
    { query: 'value($.arr.*) == 2', want: false },
  ];
  it.each(comparisons)('$query is $want', ({ query, want }) => {
    expect(select(COMPARED, `$[?${query}]`)).toHaveLength(want ? 2 : 0);
  });
});

it('compares numbers as they are written, not as doubles', () => {
  expect(select('[9007199254740993, 1.0]', '$[?@ == 9007199254740992]')).toEqual([]);
  expect(select('[9007199254740993, 1.0]', '$[?@ == 1]')).toEqual(['/1']);
});

it('finds names that objects of JavaScript have', () => {
  expect(select('{"__proto__": 1, "a": {}}', '$.__proto__')).toEqual(['/__proto__']);
  expect(select('{"a": {}}', '$.a.constructor')).toEqual([]);
});

it.each([
  ['tags', "0: This is no JSONPath: expected '$', found 't'."],
  ["$.tags[?@.name='Chat']", "14: This is no JSONPath: unexpected filter selector token '='."],
  ['$.paths./pets', "8: This is no JSONPath: unexpected shorthand selector '/'."],
  ['$.tags.', '7: This is no JSONPath: it ends too early.'],
  ['$[?count(1) > 2]', '9: This is no JSONPath: count() argument 0 must be of NodesType.'],
  ['$.info.x-logo', '7: JSONPath allows no "-" in a name after a dot.'],
  ['$.a[?@.b == 1 && !(count($.x-y.*) > 1)]', '27: JSONPath allows no "-" in a name after a dot.'],
  [`$${'.a'.repeat(500)}`, "0: A JSONPath of more than 1000 characters isn't read."],
])('%s is refused', (query, want) => {
  expect(select('{}', query)).toContain(want);
});

describe('a query that would take forever', () => {
  const text = JSON.stringify(Array.from({ length: 300 }, (_, index) => [index, 'a'.repeat(300)]));
  it.each([
    '$..[?count($..[?count($..*) > 1]) > 1]',
    '$..*[?count(@..*) < count($..*)]',
    '$[?count($[?@ == $]) > 1]',
    "$..[?search(@, '(a|aa){0,50}(a|aa){0,50}b')]",
  ])('%s', (query) => {
    expect(select(text, query)).toBe('too costly');
  });

  it('takes from one budget', () => {
    const budget = { steps: 10_000 };
    expect(select(text, '$..*', budget)).toHaveLength(900);
    expect(budget.steps).toBeGreaterThan(0);
    expect(select(text, '$..*', budget)).toHaveLength(900);
    expect(select(text, '$..*', budget)).toBe('too costly');
  });
});
