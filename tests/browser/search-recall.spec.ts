import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { loadApi } from '../../src/openapi/load.ts';
import { apiPages } from '../../src/search/api-pages.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { find } from '../../src/search/find.ts';
import { OpenIndex } from '../../src/search/open-index.ts';
import { parseQuery } from '../../src/search/query.ts';
import { openSiteIndex } from '../search/site-index.ts';

const DIST = join(import.meta.dirname, '../../dist');
const EXAMPLES = resolve(import.meta.dirname, '../../node_modules/@readme/oas-examples/3.0/json');

/** `path` is where the result leads: a page, or a place on one with a `#`; among the first `within`. */
type Row = readonly [query: string, path: string, within?: 1 | 3 | 4];

const CHAT = 'reference/create-chat-completion/';
const COMPLETION = 'reference/create-completion/';
const EMBEDDING = 'reference/create-embedding/';

const chinese: readonly Row[] = [
  ['流式', 'streaming/', 1],
  ['流式响应', 'streaming/', 1],
  ['式响', 'streaming/', 1],
  ['流式输出', 'streaming/'],
  ['式输', 'streaming/'],
  ['限流', 'errors/'],
  ['限制', 'errors/'],
  ['退避', 'errors/'],
  ['网关或代理出错', 'errors/', 1],
  ['错误代码，供程序', `${CHAT}#response-400.error.code`, 1],
  ['随机间隔', 'errors/'],
  ['余弦相似度', 'using-embeddings/'],
  ['[DONE]', `${CHAT}#body.stream`],
  ['错误', 'errors/'],
  ['错误 429', 'errors/'],
  ['429', `${CHAT}#response-429`, 1],
  ['请求过于频繁', 'errors/'],
  ['401', `${CHAT}#response-401`, 1],
  ['认证', 'authentication/', 1],
  ['认证失败', 'errors/'],
  ['密钥', 'authentication/'],
  ['API密钥', 'authentication/'],
  ['创建对话补全', CHAT, 1],
  // Two groups and the overview, which name it too, come before the operations.
  ['对话补全', CHAT, 4],
  ['文本补全', 'completions/', 1],
  ['嵌入向量', 'embeddings/', 1],
  ['创建嵌入', EMBEDDING, 1],
  ['快速开始', 'start/', 1],
  ['迁移', 'migration/', 1],
  ['控制回答', 'shaping-answers/', 1],
  ['密钥泄露', 'authentication/'],
  ['怎么重试', 'errors/'],
  ['更换泄露的密钥', 'authentication/'],
  ['流式响应如何结束', 'streaming/'],
  ['采样温度', `${CHAT}#body.temperature`, 1],
  ['ＭＡＸ＿ＴＯＫＥＮＳ', `${CHAT}#body.max_tokens`, 1],
  ['max_tok', `${CHAT}#body.max_tokens`, 1],
  ['createChat', CHAT, 1],
  ['/chat/compl', CHAT, 1],
  ['/embeddings', EMBEDDING, 1],
  ['temprature', `${CHAT}#body.temperature`, 1],
  ['finish_reason', `${CHAT}#response-200.choices.finish_reason`],
  ['n', `${CHAT}#body.n`, 1],
  ['POST', CHAT, 1],
  ['/v1/chat', CHAT, 1],
  ['未授权', 'errors/'],
  ['速率限制', 'errors/'],
  ['错误码', 'errors/'],
];
const english: readonly Row[] = [
  ['streaming', 'streaming/', 1],
  ['authentication', 'authentication/', 1],
  ['create a chat completion', CHAT, 1],
  ['completion chat', CHAT],
  ['create embedding', EMBEDDING, 1],
  ['errors', 'errors/', 1],
  ['429', `${CHAT}#response-429`, 1],
  ['top_p', `${CHAT}#body.top_p`, 1],
  ['logit', `${CHAT}#body.logit_bias`],
  ['ChatMessage', 'reference/schemas/chat-message/', 1],
  ['comletion', COMPLETION],
  ['api key', 'authentication/'],
  ['POST', CHAT, 1],
  ['post embeddings', EMBEDDING, 1],
  ['/chat/completions', CHAT, 1],
  ['https://openai.pgpt.cloud/openai/deployments/gpt-35-turbo/chat/completions', CHAT, 1],
  ['/openai/deployments/my-own/embeddings?api-version=1', EMBEDDING, 1],
  ['unauthorized', `${CHAT}#response-401`, 1],
  ['rate limit', 'errors/'],
  ['migration', 'migration/', 1],
  ['cosine similarity', 'using-embeddings/', 1],
  ['environment variable key', 'authentication/'],
  ['prompt tokens', `${CHAT}#response-200.usage.prompt_tokens`],
];
const trek: readonly Row[] = [
  ['astronomicalObject', 'reference/#tag-astronomical-object', 1],
  ['/astronomicalObject/search', 'reference/post-astronomical-object-search/'],
  ['astronomical search', 'reference/get-astronomical-object-search/'],
  ['/bookColl', 'reference/get-book-collection/'],
  ['BookCollectionFull', 'reference/schemas/book-collection-full/', 1],
  ['animal base', 'reference/schemas/animal-base/', 1],
  ['AnimalFullResponse', 'reference/schemas/animal-full-response/', 1],
  ['blood type', 'reference/schemas/blood-type/', 1],
  ['BloodType', 'reference/schemas/blood-type/', 1],
  ['spacecraft class', 'reference/#tag-spacecraft-class', 1],
  ['SpacecraftClassFull', 'reference/schemas/spacecraft-class-full/', 1],
  ['pageNumber', 'reference/get-animal-search/#query.pageNumber', 1],
  ['page_number', 'reference/get-animal-search/#query.pageNumber', 1],
  ['apiKey', 'reference/get-animal/#query.apiKey', 1],
  ['totalPages', 'reference/schemas/response-page/#schema.totalPages', 1],
  ['charcter', 'reference/#tag-character'],
  ['episode', 'reference/#tag-episode', 1],
  ['get episode', 'reference/get-episode/', 1],
  ['weapon search', 'reference/get-weapon-search/'],
];
/** Where the results lead, best first. */
async function results(index: OpenIndex, text: string): Promise<string[]> {
  const query = parseQuery(text);
  if (!query) return [];
  const { groups } = await find(index, query, { limit: 5 });
  return groups.flatMap(({ hits }) => hits.map(({ page, row }) => page[1] + (row ? `#${row[1]}` : '')));
}

async function misses(index: OpenIndex, rows: readonly Row[]): Promise<string[]> {
  const missed: string[] = [];
  for (const [query, path, within = 3] of rows) {
    const found = await results(index, query);
    const at = found.findIndex((one) => one === path || (!path.includes('#') && one.startsWith(`${path}#`)));
    if (at < 0 || at >= within) missed.push(`${query}: ${path} is at ${at}, first is ${found[0]}`);
  }
  return missed;
}

test('what readers of our site look for is among the first', async () => {
  expect(chinese.length + english.length + trek.length).toBeGreaterThanOrEqual(60);
  expect(await misses(openSiteIndex(DIST, 'zh-cn'), chinese)).toEqual([]);
  expect(await misses(openSiteIndex(DIST, 'en'), english)).toEqual([]);
  expect(await results(openSiteIndex(DIST, 'en'), 'zzzz')).toEqual([]);
});

test('what readers of 120 operations look for is among the first', async () => {
  const { api } = await loadApi('star-trek.json', { root: EXAMPLES, internal: 'show' });
  if (!api) throw new Error('The example has an error.');
  const space = { base: '/', defaultLocale: 'en', apis: [api] };
  const built = buildIndex(apiPages(api, { space, locale: 'en', text: en.site }), [api.id]);
  const rest = { locale: 'en', name: '', root: '/', apis: [], others: [], examples: {}, text: en.search };
  const index = new OpenIndex({ ...built.manifest, ...rest }, async (name) => JSON.parse(built.files.get(name) ?? ''));
  expect(await misses(index, trek)).toEqual([]);
});
