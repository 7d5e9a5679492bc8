import { describe, expect, it } from 'vitest';
import { fold, pairsOf, termsOf, wholeTerm, wordsOf } from './words.ts';

describe('the terms of a text', () => {
  const cases: readonly (readonly [given: string, terms: readonly string[], whole: string])[] = [
    ['max_tokens', ['max', 'tokens'], 'maxtokens'],
    ['createChatCompletion', ['createchatcompletion', 'create', 'chat', 'completion'], 'createchatcompletion'],
    ['HTTPStatus', ['httpstatus', 'http', 'status'], 'httpstatus'],
    ['getAPIs', ['getapis', 'get', 'apis'], 'getapis'],
    ['/chat/completions/{id}', ['chat', 'completions', 'id'], 'chatcompletionsid'],
    ['流式输出', ['流式', '式输', '输出'], '流式输出'],
    ['API密钥', ['api', '密钥'], 'api密钥'],
    ['錯誤 429', ['錯誤', '429'], '錯誤429'],
    ['ＡＰＩ　４２９', ['api', '429'], 'api429'],
    ['Überprüfung', ['uberprufung'], 'uberprufung'],
    ['gpt-3.5', ['gpt', '3', '5'], 'gpt35'],
    ['n', ['n'], 'n'],
    ['键', ['键'], '键'],
    ['— …', [], ''],
    ['__proto__', ['proto'], 'proto'],
  ];
  for (const [given, terms, whole] of cases) {
    it(`are those of ${given}`, () => {
      expect([...termsOf(wordsOf(given))]).toEqual(terms);
      expect(wholeTerm(wordsOf(given))).toBe(whole);
    });
  }

  it('are no longer than a name that somebody types', () => {
    expect([...termsOf(wordsOf('x'.repeat(500)))].map(({ length }) => length)).toEqual([40]);
  });
});

it('folds case, width and accents, and leaves Hangul whole', () => {
  expect(['Ａｐｉ', 'É', '한국', 'ﬁ'].map(fold)).toEqual(['api', 'e', '한국', 'fi']);
});

it('pairs characters, not halves of them', () => {
  expect(pairsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
});
