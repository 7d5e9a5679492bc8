import { describe, expect, it } from 'vitest';
import { guideIds, parameterize, slateAnchors } from './anchors.ts';

describe('a heading of a Slate page is called', () => {
  const table: [html: string, want: string][] = [
    ['Create chat completion', 'create-chat-completion'],
    ['01 认证', '01'],
    ['APIGPT.Cloud - OpenAI 开发文档', 'apigpt-cloud-openai'],
    ['Get <em>All</em> Kittens', 'get-all-kittens'],
    ['Déjà vu – Straße', 'deja-vu-strasse'],
    ['snake_case and kebab--case', 'snake_case-and-kebab-case'],
    // SHA-1 of the heading, ten digits.
    ['认证', '32c808cbe5'],
  ];
  for (const [html, want] of table) it(html, () => expect(slateAnchors()(1, html).plain).toBe(want));
});

it('a name that was there gets a number', () => {
  const anchors = slateAnchors();
  expect([1, 2, 2].map((level) => anchors(level, 'Errors').plain)).toEqual(['errors', 'errors-2', 'errors-3']);
});

it('nested names hold the headings above, of this section alone', () => {
  const anchors = slateAnchors();
  const names = [
    [1, 'Kittens'],
    [2, 'Get'],
    [3, 'Query'],
    [2, 'Delete'],
    [1, 'Errors'],
    [2, 'Get'],
  ] as const;
  expect(names.map(([level, text]) => anchors(level, text).nested)).toEqual([
    'kittens',
    'kittens-get',
    'kittens-get-query',
    'kittens-delete',
    'errors',
    'errors-get',
  ]);
});

it('the Latin part of a text', () => {
  expect(parameterize('  Ünïcode, please! ')).toBe('unicode-please');
  expect(parameterize('流式')).toBe('');
});

it('headings of guides keep every script', () => {
  const ids = guideIds();
  expect(['调用方式', 'Get a key?', 'Get a key!', 'a_b-c'].map((text) => ids(text))).toEqual([
    '调用方式',
    'get-a-key',
    'get-a-key-1',
    'a_b-c',
  ]);
});
