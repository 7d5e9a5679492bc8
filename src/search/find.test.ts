import { describe, expect, it } from 'vitest';
import { type BuiltIndex, buildIndex } from './build-index.ts';
import type { SearchPage, SearchRow } from './entries.ts';
import { type FindOptions, find } from './find.ts';
import { OpenIndex } from './open-index.ts';
import { parseQuery } from './query.ts';

const field = (name: string, id: string, text = ''): SearchRow => ({ kind: 'field', name, id, text });
const operation = (title: string, endpoint: string, more: Partial<SearchPage> = {}): SearchPage => ({
  kind: 'operation',
  api: 'chat',
  title,
  path: `reference/${title.toLowerCase().replaceAll(' ', '-')}/`,
  method: 'POST',
  endpoint,
  tags: [],
  text: '',
  deprecated: false,
  rows: [],
  ...more,
});

const code: SearchRow = {
  kind: 'code',
  name: '429',
  id: 'response-429',
  text: 'Too many requests: 请求过于频繁，已限流',
};
const pages: SearchPage[] = [
  operation('Create chat completion', '/chat/completions', {
    name: 'createChatCompletion',
    tags: ['Chat'],
    text: 'Answers a conversation, streamed on demand.',
    rows: [
      field('model', 'body.model'),
      { kind: 'value', name: 'gpt-4', id: 'body.model=gpt-4', text: '' },
      field('max_tokens', 'body.max_tokens', 'The longest answer'),
      field('n', 'body.n'),
      code,
      { kind: 'code', name: '401', id: 'response-401', text: 'The key is missing.' },
    ],
  }),
  operation('Create completion', '/completions', {
    rows: [field('max_tokens', 'body.max_tokens', 'The longest answer'), code],
  }),
  operation('Delete everything', '/all', { deprecated: true }),
  operation('List models', '/models', {
    api: 'models',
    rows: [
      field('constructor', 'query.constructor'),
      { kind: 'value', name: 'DELETE', id: 'query.action=DELETE', text: '' },
    ],
  }),
  operation('Remove model', '/models/{id}', { api: 'models', method: 'DELETE' }),
  {
    kind: 'guide',
    title: '流式输出',
    path: 'streaming/',
    tags: [],
    text: '',
    deprecated: false,
    rows: [{ kind: 'heading', name: 'API密钥与限流', id: 'api密钥与限流', text: '' }],
  },
];

function open(built: BuiltIndex, asked: string[] = []): OpenIndex {
  const manifest = { ...built.manifest, locale: 'en', name: 'English', root: '/', apis: [], examples: {}, others: [] };
  return new OpenIndex({ ...manifest, text: {} as never }, async (name) => {
    asked.push(name);
    return JSON.parse(built.files.get(name) ?? 'null');
  });
}

const built = buildIndex(pages, ['chat', 'models']);

async function results(text: string, options: Partial<FindOptions> = {}, index = open(built)): Promise<string[]> {
  const query = parseQuery(text);
  if (!query) return ['nothing typed'];
  const { groups } = await find(index, query, { limit: 5, ...options });
  return groups.flatMap(({ hits }) => hits.map(({ page, row }) => (row ? `${page[1]}#${row[1]}` : page[1])));
}

describe('a search', () => {
  const chat = 'reference/create-chat-completion/';
  const cases: readonly (readonly [query: string, first: readonly string[]])[] = [
    ['max_tokens', [`${chat}#body.max_tokens`, 'reference/create-completion/#body.max_tokens']],
    ['max_tok', [`${chat}#body.max_tokens`, 'reference/create-completion/#body.max_tokens']],
    ['MaxTokens', [`${chat}#body.max_tokens`]],
    ['createChat', [chat]],
    ['chat completion', [chat]],
    ['completion chat', [chat]],
    ['compl cha', [chat]],
    ['/chat/compl', [chat]],
    ['/completions', ['reference/create-completion/']],
    ['/v1/chat', [chat]],
    ['https://api.example.com/v1/chat/completions?beta', [chat]],
    ['POST', [chat, 'reference/create-completion/', 'reference/list-models/', 'reference/delete-everything/']],
    ['post models', ['reference/list-models/']],
    [
      'delete',
      ['reference/remove-model/', 'reference/delete-everything/', 'reference/list-models/#query.action=DELETE'],
    ],
    ['too many requests', [`${chat}#response-429`]],
    ['unauthorized', [`${chat}#response-401`]],
    ['unathorized', [`${chat}#response-401`]],
    ['n', [`${chat}#body.n`]],
    ['429', [`${chat}#response-429`]],
    ['限流', ['streaming/#api密钥与限流']],
    ['流式输出', ['streaming/']],
    ['式输', ['streaming/']],
    ['API密钥', ['streaming/#api密钥与限流']],
    ['ＡＰＩ密钥', ['streaming/#api密钥与限流']],
    ['请求频繁', [`${chat}#response-429`]],
    ['频繁请求', [`${chat}#response-429`]],
    ['请求温度', []],
    ['绝无此事', []],
    ['请求过于', [`${chat}#response-429`]],
    ['gpt-4', [`${chat}#body.model=gpt-4`]],
    ['comletion', [chat]],
    ['chat comlpetion', [chat]],
    ['max_tokens chat', [`${chat}#body.max_tokens`]],
    ['constructor', ['reference/list-models/#query.constructor']],
    ['__proto__', []],
    ['zzzz', []],
    ['— …', ['nothing typed']],
  ];
  for (const [query, first] of cases) {
    it(`for ${query}`, async () => {
      const found = await results(query);
      expect(found.slice(0, Math.max(first.length, 1))).toEqual(first);
    });
  }

  it('finds what has most of the words, where nothing has all', async () => {
    expect((await results('chat completion zebra'))[0]).toBe(chat);
  });

  it('puts the API that is read first among equals, and deprecated operations last', async () => {
    const pair = ['a', 'b', 'c'].map((api, index) =>
      operation('Get user', `/${api}`, { api, path: `${api}/`, deprecated: index === 0 }),
    );
    const index = () => open(buildIndex(pair, ['a', 'b', 'c']));
    expect(await results('get user', {}, index())).toEqual(['b/', 'c/', 'a/']);
    expect(await results('get user', { here: 2 }, index())).toEqual(['c/', 'b/', 'a/']);
    expect(await results('get user', { without: new Set([1]) }, index())).toEqual(['c/', 'a/']);
  });

  it('lists a place that very many pages have once, and says so', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      operation(`Operation ${index}`, `/o/${index}`, { rows: [field('per_page', 'query.per_page', 'How many')] }),
    );
    const query = parseQuery('per_page');
    const { groups } = await find(open(buildIndex(many, ['chat'])), query ?? never(), { limit: 5 });
    expect(groups.map(({ name, count }) => [name, count])).toEqual([['fields', 1]]);
    expect(groups[0]?.hits[0]?.more).toBe(39);
  });
});

function never(): never {
  throw new Error('A query has words.');
}

describe('an index', () => {
  const large = Array.from({ length: 3000 }, (_, index) =>
    operation(`Make thing ${index.toString(36)} of ${(index * 7919).toString(36)}`, `/things/${index}`, {
      rows: [field(`name${index % 500}`, `body.name${index % 500}`, `What it is ${index}`), field('id', 'path.id')],
    }),
  );
  const whole = buildIndex(large, ['chat']);

  it('has the same bytes each time, whatever its folder', () => {
    expect([...buildIndex(large, ['chat']).files]).toEqual([...whole.files]);
    expect(buildIndex(large.slice(1), ['chat']).manifest.folder).not.toBe(whole.manifest.folder);
  });

  it('has small parts, of which a search reads few', async () => {
    const sizes = [...whole.files.values()].map(({ length }) => length);
    expect(Math.max(...sizes)).toBeLessThan(60_000);
    expect(JSON.stringify(whole.manifest).length).toBeLessThan(4_000);
    const asked: string[] = [];
    const index = open(whole, asked);
    expect((await results('thing 2b', {}, index))[0]).toBe(large[83]?.path);
    const read = asked.reduce((sum, name) => sum + (whole.files.get(name)?.length ?? 0), 0);
    expect(read).toBeLessThan(whole.manifest.size / 4);
    const before = asked.length;
    await results('thing 2b', {}, index);
    expect(asked).toHaveLength(before);
  });

  /** What is asked for until all is answered, each time without waiting for an answer. */
  async function rounds(work: (index: OpenIndex) => Promise<unknown>, from: BuiltIndex): Promise<string[][]> {
    const asked: string[][] = [];
    let round: { name: string; answer: () => void }[] = [];
    const manifest = { ...from.manifest, locale: 'en', name: '', root: '/', apis: [], examples: {}, others: [] };
    const index = new OpenIndex({ ...manifest, text: {} as never }, (name) => {
      return new Promise((resolve) => {
        round.push({ name, answer: () => resolve(JSON.parse(from.files.get(name) ?? 'null')) });
      });
    });
    let isDone = false;
    const working = work(index).then(() => {
      isDone = true;
    });
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (isDone) break;
      const answered = round;
      round = [];
      asked.push(answered.map(({ name }) => name));
      for (const { answer } of answered) answer();
    }
    await working;
    return asked;
  }

  it('is asked for all words of a query at once, and then for the pages', async () => {
    for (const query of ['thing 2b name499', 'MakeThing2b', 'make thing of']) {
      const asked = await rounds((index) => results(query, {}, index), whole);
      expect(asked, query).toHaveLength(2);
      expect(asked[0]?.length, query).toBeGreaterThan(1);
      expect(
        asked[0]?.every((name) => /^t\d+\.json$/.test(name)),
        query,
      ).toBe(true);
      expect(
        asked[1]?.every((name) => /^p\d+\.json$/.test(name)),
        query,
      ).toBe(true);
    }
  });

  it('is read ahead as far as its first pages, a few files at a time, so that a search waits once only', async () => {
    const asked = await rounds(async (index) => {
      await index.readAhead();
      await results('make thing of', {}, index);
    }, whole);
    expect(asked.at(-1)?.every((name) => name.startsWith('t'))).toBe(true);
    const ahead = asked.slice(0, -1);
    expect(Math.max(...ahead.map(({ length }) => length))).toBeLessThanOrEqual(3);
    const names = [...whole.files.keys()].filter((name) => /^w|^p[0-7]\./.test(name));
    expect(ahead.flat().sort()).toEqual(names.sort());
  });

  it('is read no further ahead once it is asked for something', async () => {
    const asked = await rounds(
      (index) => Promise.all([index.readAhead(), results('thing 2b name499', {}, index)]),
      whole,
    );
    const other = [...whole.files.keys()].filter((name) => !name.startsWith('t'));
    const ahead = asked.flat().filter((name) => other.includes(name));
    expect(other.length).toBeGreaterThan(4);
    // Those on their way already, and what the search needs itself.
    expect(new Set(ahead).size).toBeLessThanOrEqual(4);
  });

  it('is read whole ahead where it is small', async () => {
    const asked = await rounds((index) => index.readAhead(), built);
    expect(asked.flat().sort()).toEqual([...built.files.keys()].sort());
  });

  it('asks again for a part that could not be read', async () => {
    let isDown = true;
    const manifest = { ...whole.manifest, locale: 'en', name: '', root: '/', apis: [], examples: {}, others: [] };
    const index = new OpenIndex({ ...manifest, text: {} as never }, async (name) => {
      if (isDown) throw new Error('offline');
      return JSON.parse(whole.files.get(name) ?? '');
    });
    await expect(results('thing', {}, index)).rejects.toThrow('offline');
    isDown = false;
    expect(await results('thing', {}, index)).toHaveLength(5);
  });
});
