import { describe, expect, it } from 'vitest';
import type { Parameter, ParameterIn, ParameterStyle } from '../model/parameter.ts';
import type { Schemas } from '../model/schema-object.ts';
import { serializeParameter } from './serialize.ts';

function parameter(facts: Partial<Parameter> & { in: ParameterIn; style?: ParameterStyle }): Parameter {
  return {
    name: 'color',
    required: false,
    deprecated: false,
    style: 'form',
    explode: false,
    allowReserved: false,
    allowEmptyValue: false,
    examples: [],
    ...facts,
  };
}

const SCHEMAS: Schemas = { '#/list': { types: ['array'], items: { types: ['string'] } } };

const NO_FORM = 'no-form-for-shape';
const LEFT_OUT = undefined;

function written(facts: Parameters<typeof parameter>[0], value: string): string | undefined {
  const text = serializeParameter(SCHEMAS, parameter(facts), value);
  return typeof text === 'object' ? text.code : text;
}

const BLUE = '"blue"';
const ARRAY = '["blue", "black", "brown"]';
const OBJECT = '{ "R": 100, "G": 200, "B": 150 }';

describe('the table of OpenAPI 3.2, "Style Examples"', () => {
  type Row = readonly [
    ParameterIn,
    ParameterStyle,
    boolean,
    undef: string,
    text: string,
    array: string,
    object: string,
  ];
  const rows: readonly Row[] = [
    ['path', 'matrix', false, ';color', ';color=blue', ';color=blue,black,brown', ';color=R,100,G,200,B,150'],
    ['path', 'matrix', true, ';color', ';color=blue', ';color=blue;color=black;color=brown', ';R=100;G=200;B=150'],
    ['path', 'label', false, '.', '.blue', '.blue,black,brown', '.R,100,G,200,B,150'],
    ['path', 'label', true, '.', '.blue', '.blue.black.brown', '.R=100.G=200.B=150'],
    ['path', 'simple', false, '', 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
    ['path', 'simple', true, '', 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
    ['query', 'form', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
    ['query', 'form', true, 'color=', 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
    [
      'query',
      'spaceDelimited',
      false,
      NO_FORM,
      NO_FORM,
      'color=blue%20black%20brown',
      'color=R%20100%20G%20200%20B%20150',
    ],
    ['query', 'spaceDelimited', true, NO_FORM, NO_FORM, NO_FORM, NO_FORM],
    [
      'query',
      'pipeDelimited',
      false,
      NO_FORM,
      NO_FORM,
      'color=blue%7Cblack%7Cbrown',
      'color=R%7C100%7CG%7C200%7CB%7C150',
    ],
    ['query', 'pipeDelimited', true, NO_FORM, NO_FORM, NO_FORM, NO_FORM],
    ['query', 'deepObject', false, NO_FORM, NO_FORM, NO_FORM, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
    ['query', 'deepObject', true, NO_FORM, NO_FORM, NO_FORM, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
    ['cookie', 'cookie', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
    ['cookie', 'cookie', true, 'color=', 'color=blue', 'color=blue; color=black; color=brown', 'R=100; G=200; B=150'],
    ['cookie', 'form', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
    ['cookie', 'form', true, 'color=', 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
  ];
  it.each(rows)('%s %s explode %s', (place, style, explode, undef, text, array, object) => {
    const facts = { in: place, style, explode };
    expect([null, BLUE, ARRAY, OBJECT].map((value) => written(facts, value ?? 'null'))).toEqual([
      undef,
      text,
      array,
      object,
    ]);
  });

  it.each([false, true])('header simple explode %s; null leaves the header out', (explode) => {
    const facts = { in: 'header', style: 'simple', explode } as const;
    const object = explode ? 'R=100,G=200,B=150' : 'R,100,G,200,B,150';
    expect(['null', BLUE, ARRAY, OBJECT].map((value) => written(facts, value))).toEqual([
      LEFT_OUT,
      'blue',
      'blue,black,brown',
      object,
    ]);
  });

  const misplaced: readonly (readonly [ParameterIn, ParameterStyle])[] = [
    ['path', 'form'],
    ['path', 'deepObject'],
    ['path', 'cookie'],
    ['query', 'matrix'],
    ['query', 'label'],
    ['query', 'simple'],
    ['query', 'cookie'],
    ['header', 'form'],
    ['header', 'matrix'],
    ['header', 'deepObject'],
    ['cookie', 'simple'],
    ['cookie', 'deepObject'],
  ];
  it.each(misplaced)('%s has no style %s', (place, style) => {
    for (const explode of [false, true]) {
      for (const value of [BLUE, ARRAY, OBJECT]) expect(written({ in: place, style, explode }, value)).toBe(NO_FORM);
    }
  });
});

describe('`collectionFormat` of OpenAPI 2.0, in every place', () => {
  const rows: readonly (readonly [ParameterIn, ParameterStyle, want: string])[] = [
    ['path', 'spaceDelimited', 'a%7C%2Cb%20c%09d'],
    ['path', 'pipeDelimited', 'a%7C%2Cb%7Cc%09d'],
    ['path', 'tabDelimited', 'a%7C%2Cb%09c%09d'],
    ['query', 'tabDelimited', 'color=a%7C%2Cb%09c%09d'],
    ['header', 'spaceDelimited', 'a|,b c\td'],
    ['header', 'pipeDelimited', 'a|,b|c\td'],
    ['header', 'tabDelimited', 'a|,b\tc\td'],
  ];
  it.each(rows)('%s %s', (place, style, want) => {
    expect(written({ in: place, style }, '["a|,b", "c\\td"]')).toBe(want);
    expect(written({ in: place, style }, BLUE)).toBe(NO_FORM);
  });
});

describe('lists within lists of OpenAPI 2.0', () => {
  const rows: readonly (readonly [ParameterIn, ParameterStyle, explode: boolean, within: string, want: string])[] = [
    ['query', 'form', true, ',', 'color=1%2Ca%7Cb&color=2'],
    ['query', 'form', false, '|', 'color=1%7Ca%7Cb,2'],
    ['query', 'pipeDelimited', false, ',', 'color=1%2Ca%7Cb%7C2'],
    ['path', 'simple', false, '\t', '1%09a%7Cb,2'],
    ['header', 'simple', false, ' ', '1 a|b,2'],
    ['header', 'pipeDelimited', false, ',', '1,a|b|2'],
  ];
  it.each(rows)('%s %s, explode %s, by %j', (place, style, explode, delimiter, want) => {
    const facts = { in: place, style, explode, itemDelimiters: [delimiter] };
    expect(written(facts, '[[1, "a|b", null], [2]]')).toBe(want);
    expect(written(facts, '[[[1]]]')).toBe(NO_FORM);
  });

  it('as deep as they go', () => {
    const facts = { in: 'query', itemDelimiters: ['|', ' '] } as const;
    expect(written(facts, '[[[1, 2], [3]], [[4]]]')).toBe('color=1%202%7C3,4');
  });
});

describe('RFC 6570, section 3.2', () => {
  const list = '["red", "green", "blue"]';
  const keys = '{ "semi": ";", "dot": ".", "comma": "," }';
  const hello = '"Hello World!"';
  const rows: readonly (readonly [template: string, value: string, want: string])[] = [
    ['{var}', '"value"', 'value'],
    ['{hello}', hello, 'Hello%20World%21'],
    ['{half}', '"50%"', '50%25'],
    ['{empty}', '""', ''],
    ['{list}', list, 'red,green,blue'],
    ['{list*}', list, 'red,green,blue'],
    ['{keys}', keys, 'semi,%3B,dot,.,comma,%2C'],
    ['{keys*}', keys, 'semi=%3B,dot=.,comma=%2C'],
    ['{.who}', '"fred"', '.fred'],
    ['{.half}', '"50%"', '.50%25'],
    ['{.empty}', '""', '.'],
    ['{.list}', list, '.red,green,blue'],
    ['{.list*}', list, '.red.green.blue'],
    ['{.keys}', keys, '.semi,%3B,dot,.,comma,%2C'],
    ['{.keys*}', keys, '.semi=%3B.dot=..comma=%2C'],
    ['{;who}', '"fred"', ';who=fred'],
    ['{;half}', '"50%"', ';half=50%25'],
    ['{;empty}', '""', ';empty'],
    ['{;list}', list, ';list=red,green,blue'],
    ['{;list*}', list, ';list=red;list=green;list=blue'],
    ['{;keys}', keys, ';keys=semi,%3B,dot,.,comma,%2C'],
    ['{;keys*}', keys, ';semi=%3B;dot=.;comma=%2C'],
    ['{?who}', '"fred"', 'who=fred'],
    ['{?half}', '"50%"', 'half=50%25'],
    ['{?x}', '1024', 'x=1024'],
    ['{?empty}', '""', 'empty='],
    ['{?list}', list, 'list=red,green,blue'],
    ['{?list*}', list, 'list=red&list=green&list=blue'],
    ['{?keys}', keys, 'keys=semi,%3B,dot,.,comma,%2C'],
    ['{?keys*}', keys, 'semi=%3B&dot=.&comma=%2C'],
  ];
  const STYLES: ReadonlyMap<string, readonly [ParameterIn, ParameterStyle]> = new Map([
    ['', ['path', 'simple']],
    ['.', ['path', 'label']],
    [';', ['path', 'matrix']],
    ['?', ['query', 'form']],
  ]);
  it.each(rows)('%s of %s', (template, value, want) => {
    const [, operator = '', name = '', star] = /^\{([.;?]?)(\w+)(\*?)\}$/.exec(template) ?? [];
    const [place, style] = STYLES.get(operator) ?? ['path', 'simple'];
    expect(written({ name, in: place, style, explode: star === '*' }, value)).toBe(want);
  });
});

interface Row {
  readonly name: string;
  readonly given: Parameters<typeof parameter>[0];
  readonly value: string;
  readonly want: string | undefined;
}

const content = (name: string): { content: { name: string; examples: [] } } => ({ content: { name, examples: [] } });

const ROWS: readonly Row[] = [
  // OpenAPI 3.2, "Parameter Object Examples" and appendix C.
  {
    name: 'a header of integers',
    given: { name: 'X-Token', in: 'header', style: 'simple' },
    value: '[12345678, 90099]',
    want: '12345678,90099',
  },
  {
    name: 'an exploded cookie object',
    given: { name: 'cookie', in: 'cookie', style: 'cookie', explode: true },
    value: '{"greeting": "Hello%2C world!", "code": 42}',
    want: 'greeting=Hello%2C world!; code=42',
  },
  {
    name: 'a cookie of style form',
    given: { name: 'greeting', in: 'cookie', explode: true },
    value: '"Hello, world!"',
    want: 'greeting=Hello%2C%20world%21',
  },
  {
    name: 'formulas, exploded',
    given: { name: 'formulas', in: 'query', explode: true },
    value: '{"a": "x+y", "b": "x/y", "c": "x^y"}',
    want: 'a=x%2By&b=x%2Fy&c=x%5Ey',
  },
  {
    name: 'formulas with allowReserved and + encoded before',
    given: { name: 'formulas', in: 'query', explode: true, allowReserved: true },
    value: '{"a": "x%2By", "b": "x/y", "c": "x^y"}',
    want: 'a=x%2By&b=x/y&c=x%5Ey',
  },
  {
    name: 'words with spaces between',
    given: { name: 'words', in: 'query', style: 'spaceDelimited' },
    value: '["math", "is", "fun"]',
    want: 'words=math%20is%20fun',
  },
  {
    name: 'an empty object is left out',
    given: { name: 'formulas', in: 'query', explode: true },
    value: '{}',
    want: LEFT_OUT,
  },
  {
    name: 'a name past ASCII',
    given: { name: '❤️', in: 'query' },
    value: '"love!"',
    want: '%E2%9D%A4%EF%B8%8F=love%21',
  },
  {
    name: 'JSON content in a query',
    given: { name: 'coordinates', in: 'query', ...content('application/json') },
    value: '{ "lat": 10, "long": 60 }',
    want: 'coordinates=%7B%22lat%22%3A10%2C%22long%22%3A60%7D',
  },
  {
    name: 'a query string as a form',
    given: { in: 'querystring', ...content('application/x-www-form-urlencoded') },
    value: '{"foo": "a + b", "bar": true}',
    want: 'foo=a+%2B+b&bar=true',
  },
  {
    name: 'a query string as JSON',
    given: { in: 'querystring', ...content('application/json') },
    value: '{ "numbers": [1, 2], "flag": null }',
    want: '%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D',
  },
  {
    name: 'a query string as JSONPath',
    given: { in: 'querystring', ...content('application/jsonpath') },
    value: '"$.a.b[1:1]"',
    want: '%24.a.b%5B1%3A1%5D',
  },
  // Encoding.
  {
    name: 'only unreserved characters stay',
    given: { in: 'query' },
    value: JSON.stringify("AZaz09-._~!#$&'()*+,/:;=?@[]%"),
    want: 'color=AZaz09-._~%21%23%24%26%27%28%29%2A%2B%2C%2F%3A%3B%3D%3F%40%5B%5D%25',
  },
  {
    name: 'allowReserved in a query keeps what a query may hold',
    given: { in: 'query', allowReserved: true },
    value: JSON.stringify('!$&()*+,/:;=?@ "é'),
    want: 'color=!$&()*+,/:;=?@%20%22%C3%A9',
  },
  {
    name: "allowReserved encodes # [ ] and the ' that browsers don't send",
    given: { in: 'query', allowReserved: true },
    value: '"#[\']"',
    want: 'color=%23%5B%27%5D',
  },
  {
    name: 'allowReserved in a path encodes / ?',
    given: { in: 'path', style: 'simple', allowReserved: true },
    value: '"a/b?c:d@e"',
    want: 'a%2Fb%3Fc:d@e',
  },
  {
    name: 'allowReserved leaves triples, in one spelling',
    given: { in: 'query', allowReserved: true },
    value: '"%2f%7E%zz%"',
    want: 'color=%2F~%25zz%25',
  },
  { name: 'without allowReserved a triple is text', given: { in: 'query' }, value: '"%2f"', want: 'color=%252f' },
  {
    name: 'allowReserved does not touch keys',
    given: { in: 'query', explode: true, allowReserved: true },
    value: '{"a/b": "c/d"}',
    want: 'a%2Fb=c/d',
  },
  { name: 'keys are encoded', given: { in: 'query', explode: true }, value: '{"a b&": "c=d"}', want: 'a%20b%26=c%3Dd' },
  {
    name: 'keys of deepObject are encoded',
    given: { in: 'query', style: 'deepObject' },
    value: '{"a]b": "c[d", "__proto__": 1}',
    want: 'color%5Ba%5Db%5D=c%5Bd&color%5B__proto__%5D=1',
  },
  {
    name: 'names are encoded',
    given: { name: 'a[]', in: 'query', explode: true },
    value: '[1, 2]',
    want: 'a%5B%5D=1&a%5B%5D=2',
  },
  {
    name: 'matrix names are encoded',
    given: { name: 'a/b', in: 'path', style: 'matrix' },
    value: '1',
    want: ';a%2Fb=1',
  },
  {
    name: 'items are encoded, delimiters are not',
    given: { in: 'query' },
    value: '["a,b", "c d"]',
    want: 'color=a%2Cb,c%20d',
  },
  { name: 'half a surrogate pair', given: { in: 'query' }, value: '"\\ud800"', want: 'color=%EF%BF%BD' },
  {
    name: 'a header is not encoded',
    given: { in: 'header', style: 'simple' },
    value: '"a, b%20; \\"c\\" é"',
    want: 'a, b%20; "c" é',
  },
  {
    name: 'a cookie of style cookie is not encoded',
    given: { in: 'cookie', style: 'cookie' },
    value: '"a%20 b!"',
    want: 'color=a%20 b!',
  },
  {
    name: 'a semicolon, which would begin another cookie',
    given: { in: 'cookie', style: 'cookie' },
    value: '["a", "b; c=d"]',
    want: 'cookie-value',
  },
  { name: 'a semicolon in a cookie of style form', given: { in: 'cookie' }, value: '"b;c"', want: 'color=b%3Bc' },
  // Values.
  {
    name: 'numbers stay as written',
    given: { in: 'query' },
    value: '[1.10, 12345678901234567890, 1E5]',
    want: 'color=1.10,12345678901234567890,1E5',
  },
  { name: 'booleans', given: { in: 'query' }, value: 'false', want: 'color=false' },
  { name: 'null members are left out', given: { in: 'query' }, value: '[null, 1, null]', want: 'color=1' },
  {
    name: 'null properties are left out',
    given: { in: 'query', explode: true },
    value: '{"a": null, "b": 1}',
    want: 'b=1',
  },
  { name: 'only null members', given: { in: 'query', explode: true }, value: '[null]', want: LEFT_OUT },
  { name: 'an empty array', given: { in: 'query' }, value: '[]', want: LEFT_OUT },
  {
    name: 'an empty array with allowEmptyValue',
    given: { in: 'query', explode: true, allowEmptyValue: true },
    value: '[]',
    want: 'color=',
  },
  { name: 'an empty array in a header', given: { in: 'header', style: 'simple' }, value: '[]', want: LEFT_OUT },
  { name: 'an empty array in a path', given: { in: 'path', style: 'simple' }, value: '[]', want: '' },
  {
    name: 'an empty array in a matrix',
    given: { in: 'path', style: 'matrix', explode: true },
    value: '[]',
    want: ';color',
  },
  { name: 'an empty text in a header', given: { in: 'header', style: 'simple' }, value: '""', want: '' },
  {
    name: 'empty items, exploded form',
    given: { in: 'query', explode: true },
    value: '["", "a"]',
    want: 'color=&color=a',
  },
  {
    name: 'empty items, exploded matrix',
    given: { in: 'path', style: 'matrix', explode: true },
    value: '["", "a"]',
    want: ';color;color=a',
  },
  {
    name: 'an empty value in an exploded object, simple',
    given: { in: 'path', style: 'simple', explode: true },
    value: '{"a": ""}',
    want: 'a=',
  },
  {
    name: 'a repeated key is sent twice',
    given: { in: 'query', explode: true },
    value: '{"a": 1, "a": 2}',
    want: 'a=1&a=2',
  },
  // Lists and objects within others have a form in `deepObject` alone, and single values nearly everywhere else.
  { name: 'nested arrays', given: { in: 'query', explode: true }, value: '[[1]]', want: NO_FORM },
  { name: 'objects in objects', given: { in: 'query', explode: true }, value: '{"R": {"x": 1}}', want: NO_FORM },
  { name: 'objects in arrays', given: { in: 'header', style: 'simple' }, value: '[{"a": 1}]', want: NO_FORM },
  { name: 'objects in arrays of a cookie', given: { in: 'cookie' }, value: '[{"a": 1}]', want: NO_FORM },
  {
    name: 'deepObject goes as deep as its value',
    given: { in: 'query', style: 'deepObject', explode: true },
    value: '{"a": {"b c": [1.10, {"d": "x&y"}]}, "n": null, "l": []}',
    want: 'color%5Ba%5D%5Bb%20c%5D%5B0%5D=1.10&color%5Ba%5D%5Bb%20c%5D%5B1%5D%5Bd%5D=x%26y',
  },
  {
    name: 'deepObject with nothing in it',
    given: { in: 'query', style: 'deepObject' },
    value: '{"a": [], "b": null}',
    want: LEFT_OUT,
  },
  {
    name: 'deepObject with nothing in it and allowEmptyValue',
    given: { in: 'query', style: 'deepObject', allowEmptyValue: true },
    value: '{}',
    want: 'color=',
  },
  {
    name: 'deepObject with allowReserved',
    given: { in: 'query', style: 'deepObject', allowReserved: true },
    value: '{"a/b": "c/d"}',
    want: 'color%5Ba%2Fb%5D=c/d',
  },
  {
    name: 'a list in deepObject, which its schema declares',
    given: { in: 'query', style: 'deepObject', schema: { ref: '#/list' } },
    value: '["a", "b,c"]',
    want: 'color%5B0%5D=a&color%5B1%5D=b%2Cc',
  },
  {
    name: 'a single value in deepObject, which a branch of its schema declares',
    given: { in: 'query', style: 'deepObject', schema: { anyOf: [{ types: ['object'] }, { types: ['integer'] }] } },
    value: '12345678901234567890',
    want: 'color=12345678901234567890',
  },
  {
    name: 'a single value in deepObject, which its schema lists',
    given: { in: 'query', style: 'deepObject', schema: { enum: ['"now"', '{"at":1}'] } },
    value: '"now"',
    want: 'color=now',
  },
  {
    name: 'null in deepObject, which its schema declares',
    given: { in: 'query', style: 'deepObject', schema: { types: ['object', 'null'] } },
    value: 'null',
    want: LEFT_OUT,
  },
  {
    name: 'a single value in deepObject, which its schema declares alone',
    given: { in: 'query', style: 'deepObject', schema: { types: ['integer'] } },
    value: '1',
    want: NO_FORM,
  },
  {
    name: 'a single value where items are joined by pipes, whatever its schema declares',
    given: { in: 'query', style: 'pipeDelimited', schema: { types: ['array', 'string', 'null'] } },
    value: '"a|b"',
    want: NO_FORM,
  },
  {
    name: 'a list in deepObject where only an object is declared',
    given: { in: 'query', style: 'deepObject', schema: { types: ['object'] } },
    value: '[1]',
    want: NO_FORM,
  },
  { name: 'no JSON', given: { in: 'query' }, value: 'blue', want: 'not-json' },
  // Content.
  {
    name: 'JSON content in a header stays as it is',
    given: { in: 'header', ...content('application/json') },
    value: '{ "a": "é b" }',
    want: '{"a":"é b"}',
  },
  {
    name: 'JSON content in a path',
    given: { in: 'path', ...content('application/json') },
    value: '["a/b"]',
    want: '%5B%22a%2Fb%22%5D',
  },
  {
    name: 'JSON content keeps numbers',
    given: { in: 'cookie', ...content('application/vnd.x+json') },
    value: '1.10',
    want: 'color=1.10',
  },
  {
    name: 'a JSON string keeps its quotes',
    given: { in: 'query', ...content('application/json') },
    value: '"a"',
    want: 'color=%22a%22',
  },
  { name: 'text content', given: { in: 'query', ...content('text/plain') }, value: '"a b"', want: 'color=a%20b' },
  {
    name: 'form content within a query',
    given: { in: 'query', ...content('application/x-www-form-urlencoded') },
    value: '{"a": "b c"}',
    want: 'color=a%3Db%2Bc',
  },
  {
    name: 'a form repeats lists and writes objects as JSON',
    given: { in: 'querystring', ...content('application/x-www-form-urlencoded') },
    value: '{"a": [1, 2], "b": {"c": 1}, "d": null}',
    want: 'a=1&a=2&b=%7B%22c%22%3A1%7D',
  },
  {
    name: 'a form is an object',
    given: { in: 'querystring', ...content('application/x-www-form-urlencoded') },
    value: '[1]',
    want: NO_FORM,
  },
  {
    name: 'content that is no JSON',
    given: { in: 'query', ...content('application/json') },
    value: '{',
    want: 'not-json',
  },
];

describe('serializeParameter', () => {
  it.each(ROWS)('$name', ({ given, value, want }) => {
    expect(written(given, value)).toBe(want);
  });

  it('names the field and what was found', () => {
    expect(serializeParameter({}, parameter({ in: 'query', style: 'deepObject' }), '[1]')).toEqual({
      kind: 'problem',
      code: 'no-form-for-shape',
      field: { kind: 'parameter', in: 'query', name: 'color' },
      found: '[1]',
    });
  });
});
