import { describe, expect, it } from 'vitest';
import { testSession } from './around/test-session.ts';
import { maskBody } from './mask-body.ts';

describe('a body', () => {
  it.each([
    [
      '{"token": "a", "n": [{"password": 12, "user": "b"}]}',
      '{"token": "{token}", "n": [{"password": "{password}", "user": "b"}]}',
    ],
    [
      '{"credentials": {"user": "a", "value": ["b", 1, true]}, "api_keys": ["c"], "n": 2}',
      '{"credentials": {"user": "{credentials}", "value": ["{credentials}", "{credentials}", true]}, "api_keys": ["{api_keys}"], "n": 2}',
    ],
    ['{"token": "", "secret": null, "a": "token: x"}', '{"token": "", "secret": null, "a": "token: x"}'],
    ['{"code": "1.10", "a": 1.10}', '{"code": "{code}", "a": 1.10}'],
    ['{"token": "abc", "half', '{"token": "{token}", "half'],
    ['grant_type=x&client_secret=abc&y=1', 'grant_type=x&client_secret={client_secret}&y=1'],
    ['<a><password>abc</password></a>', '<a><password>{password}</password></a>'],
    ['<a><password type="x">a &amp; b</password></a>', '<a><password type="x">{password}</password></a>'],
    ['<s:password\n type="x" >a b</s:password>', '<s:password\n type="x" >{password}</s:password>'],
    ['<secret><![CDATA[a b]]></secret>', '<secret>{secret}</secret>'],
    ['<credentials><user>a</user><value>b</value></credentials>', '<credentials>{credentials}</credentials>'],
    ['<user name="a" password="b c" token=\'d\'/>', '<user name="a" password="{password}" token=\'{token}\'/>'],
    ['<a><token/><secret></secret><b>token</b></a>', '<a><token/><secret></secret><b>token</b></a>'],
    ['<?xml version="1.0"?><a><token>abc', '<?xml version="1.0"?><a><token>{token}'],
    [
      '{"token":"a b","n":1}\n{"tokens":2,"password":["c"]}',
      '{"token":"{token}","n":1}\n{"tokens":2,"password":["{password}"]}',
    ],
    ['{"n": 1, "password": "a \\" b, c', '{"n": 1, "password": "{password}"'],
    ['{"n": 1, "api_keys": ["a", "b"', '{"n": 1, "api_keys": {api_keys}'],
    ['user: a\npassword: b c\nnote: token', 'user: a\npassword: {password}\nnote: token'],
    ["user: a\npassword: 'b c'\ntoken: ''", "user: a\npassword: '{password}'\ntoken: ''"],
    ['token=&page=2', 'token=&page=2'],
    ['', ''],
  ])('%s', (text, want) => {
    expect(maskBody(testSession().api, text)).toBe(want);
  });

  it.each([
    ['that may be null', { anyOf: [{ format: 'password' }, { types: ['null'] }] }, '"a"', '"{it}"'],
    ['with a note of its own', { allOf: [{ ref: 'a#/Pin' }], description: 'A pin' }, '"a"', '"{it}"'],
    ['of a list', { items: { ref: 'a#/Pin' } }, '["a", 2]', '["{it}", "{it}"]'],
    ['of a map', { additionalProperties: { ref: 'a#/Pin' } }, '{"x": "a"}', '{"x": "{it}"}'],
    [
      'of a map by pattern',
      { patternProperties: [{ pattern: '^x', schema: { ref: 'a#/Pin' } }] },
      '{"x": "a"}',
      '{"x": "{it}"}',
    ],
    [
      'beside other fields',
      { properties: [{ name: 'pin', schema: { ref: 'a#/Pin' } }] },
      '{"x": "a", "pin": "b"}',
      '{"x": "a", "pin": "{pin}"}',
    ],
  ])('has a password %s masked, whatever it is called', (_, schema, value, want) => {
    const { api } = testSession();
    const [operation] = api.operations;
    const content = [{ name: 'application/json', schema: { properties: [{ name: 'it', schema }] }, examples: [] }];
    const described = {
      ...api,
      schemas: { 'a#/Pin': { types: ['string'], format: 'password' } },
      operations: [{ ...operation, requestBody: { required: true, content } }],
    } as never;
    expect(maskBody(described, `{"it": ${value}}`)).toBe(`{"it": ${want}}`);
  });

  it('keeps what the description itself gives', () => {
    const { api } = testSession();
    const [operation] = api.operations;
    const content = ['{"token": "tok_visa", "n": 1}', '<a token="tok_visa"/>'].map((value, at) => ({
      name: at === 0 ? 'application/json' : 'application/xml',
      schema: {},
      examples: [{ name: `${at}`, ...(at === 0 ? { value } : { text: value }) }],
    }));
    const described = { ...api, operations: [{ ...operation, requestBody: { required: true, content } }] } as never;
    expect(maskBody(described, '{"n":2,"token":"tok_visa"}')).toBe('{"n":2,"token":"tok_visa"}');
    expect(maskBody(described, '{"token":"tok_mine"}')).toBe('{"token":"{token}"}');
    // Nothing else that is called otherwise.
    expect(maskBody(described, '{"password":"tok_visa"}')).toBe('{"password":"{password}"}');
    expect(maskBody(described, '<b><a token="tok_visa"/></b>')).toBe('<b><a token="tok_visa"/></b>');
  });
});
