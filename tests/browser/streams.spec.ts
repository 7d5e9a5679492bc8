import { expect, type Locator, type Page } from '@playwright/test';
import type { Script } from '../recorder.ts';
import { axeFaults } from './access.ts';
import { type Service, test } from './service.ts';

const KEY = 'key-51d8-very-secret';
const LANGUAGES = ['zh-CN', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

const WORDS = {
  'zh-CN': { text: '文本', events: /^事件/, raw: '原文', copy: '复制', newest: '跳到最新', stop: '停止' },
  en: { text: 'Text', events: /^Events/, raw: 'Raw', copy: 'Copy', newest: 'Jump to the newest', stop: 'Stop' },
};

/** Opens the console of the chat operation with the real server chosen and a key typed. */
async function ready(page: Page, language: Language = 'zh-CN'): Promise<void> {
  if (language === 'en') await page.goto(`${process.env.SITE_URL}en/reference/create-chat-completion/`);
  await page.locator('[data-try]').click();
  await page.locator('.console select').first().selectOption('server-0');
  await page.locator('[data-secret]').fill(KEY);
}

const answer = (page: Page): Locator => page.locator('.console-answer');
const tab = (page: Page, name: string | RegExp): Locator =>
  answer(page).getByRole('tab', typeof name === 'string' ? { name, exact: true } : { name });
const send = (page: Page): Promise<void> => page.locator('[data-send]').click();
const feeds = (page: Page): Locator => answer(page).locator('.console-feed');
const options = (page: Page): Locator => answer(page).getByRole('option');

/** Has the real server's address answer so, and sends. */
async function play(page: Page, service: Service, script: Script, language?: Language): Promise<void> {
  service.recorder.play = 'script';
  service.recorder.script = script;
  await ready(page, language);
  await send(page);
}

/** A wait of the script, and what ends it. */
function gate(): { readonly wait: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { wait: promise, open: resolve };
}

const event = (data: unknown, type?: string): string =>
  `${type ? `event: ${type}\n` : ''}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
const named = (data: { readonly type: string; readonly [name: string]: unknown }): string => event(data, data.type);
const delta = (piece: object, rest: object = {}): object => ({ index: 0, delta: piece, finish_reason: null, ...rest });
const chunk = (...choices: object[]): string =>
  event({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'gpt-35-turbo', choices });
const says = (content: string): string => chunk(delta({ content }));
const DONE = 'data: [DONE]\n\n';
const SSE = 'text/event-stream';

/** Bytes one by one, so that every character is split. */
const bytewise = (text: string): Uint8Array[] => [...new TextEncoder().encode(text)].map((one) => Uint8Array.of(one));

test.afterEach(({ service }) => {
  expect(service.thief.requests).toEqual([]);
  expect(service.thief.preflights).toEqual([]);
});

test.beforeEach(({ page }) => {
  page.on('pageerror', (error) => {
    throw error;
  });
});

test.describe('a chat stream', () => {
  for (const language of LANGUAGES) {
    test(`shows text as it comes, then the reason, the usage and the facts (${language})`, async ({
      consolePage: page,
      service,
    }) => {
      const words = WORDS[language];
      const { wait, open } = gate();
      const usage = { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 };
      const script = {
        type: SSE,
        pieces: [
          chunk(delta({ role: 'assistant', content: '' })),
          ...bytewise(says('你好，')),
          wait,
          says('世界 😀'),
          chunk(delta({}, { finish_reason: 'stop' })),
          event({ object: 'chat.completion.chunk', choices: [], usage }),
          DONE,
        ],
      };
      await play(page, service, script, language);
      await expect(feeds(page)).toHaveText('你好，');
      await expect(answer(page)).toHaveAttribute('aria-busy', 'true');
      open();
      await expect(feeds(page)).toHaveText('你好，世界 😀');
      await expect(answer(page)).toContainText(language === 'en' ? 'Ended: stop' : '结束原因：stop');
      await expect(answer(page).locator('.console-usage')).toContainText('completion_tokens2');
      const facts = answer(page).locator('.console-facts');
      await expect(facts.locator('dd').filter({ hasText: '–' })).toHaveCount(0);
      await expect(facts).toContainText(language === 'en' ? /Rate.+pieces of text\/s/ : /速率每秒.+段文本/);
      await tab(page, words.events).click();
      await expect(options(page)).toHaveCount(6);
      await expect(options(page).last()).toContainText('[DONE]');
      await tab(page, words.raw).click();
      await expect(feeds(page)).toContainText('data: [DONE]');
    });
  }

  test('keeps three choices apart', async ({ consolePage: page, service }) => {
    const pieces = [2, 0, 1, 0, 1, 2].map((index, at) => chunk(delta({ content: `${index}-${at} ` }, { index })));
    await play(page, service, { type: SSE, pieces: [...pieces, DONE] });
    await expect(feeds(page)).toHaveText(['0-1 0-3', '1-2 1-4', '2-0 2-5']);
    await expect(answer(page)).toContainText('回复0');
    await expect(answer(page)).toContainText('回复2');
  });

  test('assembles tool calls, and folds reasoning', async ({ consolePage: page, service }) => {
    const call = (index: number, more: object): string => chunk(delta({ tool_calls: [{ index, ...more }] }));
    const { wait, open } = gate();
    const pieces = [
      chunk(delta({ reasoning_content: 'The user wants the weather.' })),
      call(0, { id: 'call_a', type: 'function', function: { name: 'get_weather', arguments: '{"city":' } }),
      call(1, { id: 'call_b', type: 'function', function: { name: 'get_time', arguments: '{}' } }),
      wait,
      call(0, { function: { arguments: '"上海","days":1.10}' } }),
      chunk(delta({}, { finish_reason: 'tool_calls' })),
      DONE,
    ];
    await play(page, service, { type: SSE, pieces });
    const calls = answer(page).locator('.console-call');
    await expect(calls.first()).toContainText('{"city":');
    open();
    await expect(calls).toHaveCount(2);
    await expect(calls.first().locator('pre')).toHaveText('{ "city": "上海", "days": 1.10 }');
    await expect(calls.first()).toContainText('get_weather');
    await expect(calls.first()).toContainText('call_a');
    await expect(calls.last()).toContainText('get_time');
    await expect(answer(page)).toContainText('tool_calls');
    const reasoning = answer(page).getByText('The user wants the weather.');
    await expect(reasoning).toBeHidden();
    await answer(page)
      .getByText(/思考过程/)
      .click();
    await expect(reasoning).toBeVisible();
  });

  for (const language of LANGUAGES) {
    test(`tells an error that comes in the middle, in Text too (${language})`, async ({
      consolePage: page,
      service,
    }) => {
      const error = { error: { message: 'The server is overloaded', type: 'server_error', code: null } };
      await play(page, service, { type: SSE, pieces: [says('half'), event(error), DONE] }, language);
      await expect(feeds(page)).toHaveText('half');
      await expect(answer(page)).toContainText('The server is overloaded');
      await expect(answer(page)).toContainText('server_error');
      const said = page.locator('.console [role="status"]').last();
      await expect(answer(page).locator('.console-stream-error')).toContainText(
        language === 'en' ? 'The service reported an error' : '服务在流的中途报告了错误',
      );
      await expect(said).not.toBeEmpty();
    });
  }
});

test('Text says that an event was too long to be kept whole', async ({ consolePage: page, service }) => {
  const { wait, open } = gate();
  await play(page, service, { type: SSE, pieces: [says('a'), wait, says('b'.repeat(4_100_000)), says('c'), DONE] });
  const note = answer(page).getByText('有事件超过4,000,000个字符');
  await expect(feeds(page)).toHaveText('a');
  await expect(note).toHaveCount(0);
  open();
  await expect(feeds(page)).toHaveText('ac');
  await expect(note).toBeVisible();
});

test('JSON that says it is a stream tells its error, and where the rest is', async ({ consolePage: page, service }) => {
  await play(page, service, { type: SSE, pieces: ['{"error": {"message": "no such model", "code": "E1"}}'] });
  await expect(answer(page).locator('.console-stream-error')).toContainText('E1 no such model');
  await tab(page, '事件（0）').click();
  await expect(answer(page)).toContainText('收到的内容里没有事件，请看“原文”。');
  await tab(page, '原文').click();
  await expect(feeds(page)).toContainText('"E1"');
});

test('responses show as text, with their calls and their end', async ({ consolePage: page, service }) => {
  const pieces = [
    named({ type: 'response.created', response: { id: 'resp_1', status: 'in_progress' } }),
    named({ type: 'response.output_item.added', output_index: 0, item: { type: 'message', content: [] } }),
    named({ type: 'response.output_text.delta', output_index: 0, content_index: 0, delta: 'It is ' }),
    named({ type: 'response.output_text.delta', output_index: 0, content_index: 0, delta: 'sunny.' }),
    named({ type: 'response.output_text.done', output_index: 0, content_index: 0, text: 'It is sunny.' }),
    named({
      type: 'response.output_item.added',
      output_index: 1,
      item: { type: 'function_call', call_id: 'call_1', name: 'note', arguments: '' },
    }),
    named({ type: 'response.function_call_arguments.delta', output_index: 1, delta: '{"ok":true}' }),
    named({
      type: 'response.completed',
      response: { status: 'completed', usage: { input_tokens: 3, output_tokens: 5 } },
    }),
  ];
  await play(page, service, { type: SSE, pieces });
  await expect(feeds(page)).toHaveText('It is sunny.');
  await expect(answer(page).locator('.console-call')).toContainText('note');
  await expect(answer(page).locator('.console-call pre')).toContainText('"ok": true');
  await expect(answer(page)).toContainText('结束原因：completed');
  await expect(answer(page).locator('.console-usage')).toContainText('output_tokens5');
  await tab(page, '事件（8）').click();
  await expect(options(page).nth(2)).toContainText('response.output_text.delta');
});

test('messages show as text, with thinking folded and an error told', async ({ consolePage: page, service }) => {
  const pieces = [
    named({ type: 'message_start', message: { id: 'm', role: 'assistant', content: [], usage: { input_tokens: 25 } } }),
    named({ type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '' } }),
    named({ type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'Hm.' } }),
    named({ type: 'content_block_start', index: 1, content_block: { type: 'text', text: '' } }),
    named({ type: 'ping' }),
    named({ type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'Hello' } }),
    named({
      type: 'content_block_start',
      index: 2,
      content_block: { type: 'tool_use', id: 'toolu_1', name: 'look', input: {} },
    }),
    named({ type: 'content_block_delta', index: 2, delta: { type: 'input_json_delta', partial_json: '{"at":' } }),
    named({ type: 'content_block_delta', index: 2, delta: { type: 'input_json_delta', partial_json: '[1]}' } }),
    named({ type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 15 } }),
    named({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }),
  ];
  await play(page, service, { type: SSE, pieces });
  await expect(answer(page).locator('.console-choice > .console-feed')).toHaveText('Hello');
  await expect(answer(page).getByText('Hm.')).toBeHidden();
  await expect(answer(page).locator('.console-call')).toContainText('look');
  await expect(answer(page).locator('.console-call pre')).toHaveText('{ "at": [ 1 ] }');
  await expect(answer(page)).toContainText('结束原因：tool_use');
  await expect(answer(page).locator('.console-usage')).toContainText('input_tokens25');
  await expect(answer(page).locator('.console-usage')).toContainText('output_tokens15');
  await expect(answer(page).locator('.console-stream-error')).toContainText('overloaded_error Overloaded');
});

const formats: readonly { readonly name: string; readonly script: Script; readonly want: readonly RegExp[] }[] = [
  {
    name: 'JSON lines',
    script: { type: 'application/x-ndjson', pieces: bytewise('{"n":1}\r\n\n{"名":"二"}\n{"n":3}') },
    want: [/1\{"n":1\}/, /2\{"名":"二"\}/, /3\{"n":3\}/],
  },
  {
    name: 'JSON text sequences',
    script: { type: 'application/geo+json-seq', pieces: bytewise('\u001e{"n":1}\n\u001e{"half":\u001e{"n":3}\n') },
    want: [/1\{"n":1\}/, /2不完整\{"half":/, /3\{"n":3\}/],
  },
  {
    name: 'parts of a multipart body',
    script: {
      type: 'multipart/mixed; boundary="-"',
      pieces: bytewise(
        '\r\n---\r\nContent-Type: application/json\r\n\r\n{"n":1}\r\n---\r\n\r\nplain text\r\n-----\r\n',
      ),
    },
    want: [/1application\/json\{"n":1\}/, /2text\/plainplain text/],
  },
  {
    name: 'events of an unknown shape',
    script: { type: SSE, pieces: [event('tick', 'clock'), 'id: 7\ndata: {"level":3}\n\n'] },
    // The description knows no such events.
    want: [/^1clock不符tick$/, /^2message7不符\{"level":3\}$/],
  },
];
for (const { name, script, want } of formats) {
  test(`${name} are listed, and claim no text`, async ({ consolePage: page, service }) => {
    await play(page, service, script);
    await expect(options(page)).toHaveText([...want]);
    await expect(tab(page, '文本')).toHaveCount(0);
    await expect(tab(page, WORDS['zh-CN'].events)).toHaveAttribute('aria-selected', 'true');
    await expect(answer(page).locator('.console-facts')).toContainText(/速率(–|每秒[\d,.]+个事件)/);
  });
}

test('plain text grows as it comes', async ({ consolePage: page, service }) => {
  const { wait, open } = gate();
  await play(page, service, { type: 'text/plain; charset=utf-8', pieces: [...bytewise('第一行\n第二'), wait, '行\n'] });
  await expect(feeds(page)).toHaveText('第一行 第二');
  await expect(answer(page)).toHaveAttribute('aria-busy', 'true');
  open();
  await expect(answer(page)).toHaveAttribute('aria-busy', 'false');
  await expect(answer(page).getByRole('tabpanel')).toContainText('第二行');
});

test.describe('a stream that ends badly', () => {
  test('keeps what came before the connection was reset', async ({ consolePage: page, service }) => {
    const { wait, open } = gate();
    await play(page, service, { type: SSE, pieces: [says('one '), says('two'), wait], end: 'reset' });
    await expect(feeds(page)).toHaveText('one two');
    open();
    await expect(answer(page)).toContainText('连接中断');
    await expect(feeds(page)).toHaveText('one two');
    expect(service.recorder.requests).toHaveLength(1);
  });

  for (const language of LANGUAGES) {
    test(`tells of an event without its end (${language})`, async ({ consolePage: page, service }) => {
      await play(page, service, { type: SSE, pieces: [says('one'), says('lost').trimEnd()] }, language);
      await expect(feeds(page)).toHaveText('one');
      await expect(answer(page)).toContainText(
        language === 'en' ? 'The stream ended inside an event.' : '流在一个事件中途结束。',
      );
      await tab(page, WORDS[language].raw).click();
      await expect(feeds(page)).toContainText('lost');
    });
  }

  test('tells of a line that broke off', async ({ consolePage: page, service }) => {
    await play(page, service, { type: 'application/jsonl', pieces: ['{"a":1}\n{"b":'] });
    await expect(options(page)).toHaveText([/1\{"a":1\}/, /2不完整\{"b":/]);
    await expect(answer(page)).toContainText('流结束时，最后一个事件还不完整');
  });
});

for (const language of LANGUAGES) {
  test(`a silence is told and waited for, and the note goes with the next piece (${language})`, async ({
    consolePage: page,
    service,
  }) => {
    const { wait, open } = gate();
    await page.clock.install();
    await play(page, service, { type: SSE, pieces: [says('one '), wait, says('two'), DONE] }, language);
    await expect(feeds(page)).toHaveText('one');
    const note = answer(page).getByText(
      language === 'en' ? /Nothing has come for \d+ sec/ : /已有\d+秒没有收到任何内容/,
    );
    await page.clock.fastForward(10_000);
    await expect(feeds(page)).toHaveText('one');
    await expect(note).toBeHidden();
    await page.clock.fastForward(10_000);
    await expect(note).toBeVisible();
    await expect(page.locator('.console [role="status"]').last()).toContainText(
      language === 'en' ? 'Still waiting' : '仍在等待',
    );
    open();
    await expect(feeds(page)).toHaveText('one two');
    await expect(note).toBeHidden();
    expect(service.recorder.requests).toHaveLength(1);
  });
}

test('Stop ends a stream within a second, and nothing connects again', async ({ consolePage: page, service }) => {
  await play(page, service, { type: SSE, pieces: [says('one')], end: 'open' });
  await expect(feeds(page)).toHaveText('one');
  await page.getByRole('button', { name: '停止' }).click();
  const request = await service.recorder.request(0);
  await expect.poll(() => request.aborted, { timeout: 1000 }).toBe(true);
  await expect(answer(page)).toContainText('已停止', { timeout: 1000 });
  await expect(answer(page)).toHaveAttribute('aria-busy', 'false');
  expect(service.recorder.requests).toHaveLength(1);
});

test.describe('the list of events', () => {
  const many = (count: number, from = 0): string =>
    Array.from({ length: count }, (_, at) => says(`t${from + at} `)).join('');

  test('shows 20,000 events at once in a bounded document, and every one can be reached', async ({
    consolePage: page,
    service,
  }) => {
    await play(page, service, { type: SSE, pieces: [many(20_000), DONE] });
    await expect(feeds(page)).toContainText('t19999');
    await expect(answer(page)).toHaveAttribute('aria-busy', 'false');
    // One paragraph, laid out in pieces.
    const lengths = await feeds(page).evaluate((feed) => [...feed.children].map((one) => one.textContent?.length ?? 0));
    expect(Math.max(...lengths)).toBeLessThan(10_000);
    await tab(page, '事件（20,001）').click();
    await expect(options(page).last()).toContainText('[DONE]');
    expect(await page.locator('.console *').count()).toBeLessThan(600);
    const list = answer(page).getByRole('listbox');
    await list.press('Home');
    await expect(options(page).first()).toContainText('t0 ');
    await expect(options(page).first()).toHaveAttribute('aria-posinset', '1');
    await expect(options(page).first()).toHaveAttribute('aria-setsize', '20001');
    await list.evaluate((box) => {
      box.scrollTop = box.scrollHeight / 2;
    });
    await expect(options(page).filter({ hasText: '"t10000 "' })).toBeVisible();
    expect(await options(page).count()).toBeLessThan(40);
  });

  test('follows the end until the reader scrolls away, and leads back', async ({ consolePage: page, service }) => {
    const gates = [gate(), gate(), gate()];
    const pieces = [many(200), ...gates.flatMap(({ wait }, at) => [wait, many(200, 200 * (at + 1))])];
    await play(page, service, { type: SSE, pieces, end: 'open' });
    await tab(page, WORDS['zh-CN'].events).click();
    const list = answer(page).getByRole('listbox');
    const newest = answer(page).getByRole('button', { name: '跳到最新' });
    await list.scrollIntoViewIfNeeded();
    await expect(options(page).filter({ hasText: '"t199 "' })).toBeInViewport();
    gates[0]?.open();
    await expect(options(page).filter({ hasText: '"t399 "' })).toBeInViewport();
    await expect(newest).toBeHidden();
    await list.evaluate((box) => {
      box.scrollTop = 0;
    });
    await expect(options(page).filter({ hasText: '"t0 "' })).toBeInViewport();
    gates[1]?.open();
    await expect(tab(page, '事件（600）')).toBeVisible();
    await expect(options(page).filter({ hasText: '"t0 "' })).toBeInViewport();
    await newest.click();
    await expect(options(page).filter({ hasText: '"t599 "' })).toBeInViewport();
    await expect(list).toBeFocused();
    gates[2]?.open();
    await expect(options(page).filter({ hasText: '"t799 "' })).toBeInViewport();
    await page.getByRole('button', { name: '停止' }).click();
  });

  test('lets the oldest go beyond what it keeps, says so, and keeps the reader’s place', async ({
    consolePage: page,
    service,
  }) => {
    const { wait, open } = gate();
    await play(page, service, {
      type: 'application/jsonl',
      pieces: [
        Array.from({ length: 25_000 }, (_, at) => `${at + 1}\n`).join(''),
        wait,
        Array.from({ length: 5000 }, (_, at) => `${at + 25_001}\n`).join(''),
      ],
    });
    const list = answer(page).getByRole('listbox');
    await expect(tab(page, '事件（25,000）')).toBeVisible();
    await list.evaluate((box) => {
      box.scrollTop = 10_000 * 28;
    });
    const reading = options(page).filter({ hasText: /^1000110001$/ });
    await expect(reading).toBeInViewport();
    open();
    await expect(answer(page)).toContainText('最早的5,000个事件已不再保留');
    await expect(reading).toBeInViewport();
    await expect(reading).toHaveAttribute('aria-posinset', '5001');
  });

  test('opens an event by keyboard, whole and laid out, and copies it', async ({
    consolePage: page,
    service,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const long = `{"text":"${'x'.repeat(9000)}","n":1.10}`;
    await play(page, service, { type: SSE, pieces: [says('one'), event(long, 'big'), DONE] });
    await tab(page, WORDS['zh-CN'].events).press('ArrowRight');
    await tab(page, WORDS['zh-CN'].events).focus();
    await tab(page, WORDS['zh-CN'].events).click();
    await page.keyboard.press('Tab');
    const list = answer(page).getByRole('listbox');
    await expect(list).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    const detail = answer(page).getByRole('region', { name: '事件2', exact: true }).first();
    await expect(detail).toContainText('"n": 1.10');
    await expect(detail.locator('pre')).toContainText('x'.repeat(9000));
    const active = await list.getAttribute('aria-activedescendant');
    await expect(options(page).nth(1)).toHaveAttribute('id', active ?? '');
    await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
    await detail.getByRole('button', { name: '复制' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(long);
    await list.press('Escape');
    await expect(detail).toBeHidden();
  });

  for (const language of LANGUAGES) {
    test(`counts the events that differ from the description, and shows how (${language})`, async ({
      consolePage: page,
      service,
    }) => {
      const wrong = event({ id: 5, object: 'chat.completion.chunk', created: 1, model: 'm', choices: [] });
      const pieces = [says('one'), wrong, says('two'), event('{"not": json'), DONE];
      await play(page, service, { type: SSE, pieces }, language);
      await tab(page, WORDS[language].events).click();
      await expect(answer(page)).toContainText(
        language === 'en' ? '2 of 5 events are not as described.' : '5个事件中有2个与描述不符。',
      );
      await expect(options(page).nth(1)).toContainText(language === 'en' ? 'differs' : '不符');
      await expect(options(page).nth(0)).not.toContainText(language === 'en' ? 'differs' : '不符');
      await answer(page)
        .getByRole('button', { name: language === 'en' ? 'Show the next one' : '查看下一个' })
        .click();
      const detail = answer(page).locator('.console-event-detail');
      await expect(detail).toContainText('/data/id');
      await expect(detail).toContainText(language === 'en' ? 'This should be string' : '/data/id');
    });
  }
});

test('the text follows its end until the reader scrolls away, and leads back', async ({
  consolePage: page,
  service,
}) => {
  const { wait, open } = gate();
  const lines = (name: string): string => says(Array.from({ length: 60 }, (_, at) => `${name}${at}\n`).join(''));
  await play(page, service, { type: SSE, pieces: [lines('one'), wait, lines('two'), DONE] });
  const box = answer(page).getByRole('region', { name: '文本' });
  const below = (): Promise<number> =>
    box.evaluate(({ scrollHeight, scrollTop, clientHeight }) => Math.round(scrollHeight - scrollTop - clientHeight));
  await expect(feeds(page)).toContainText('one59');
  await expect.poll(below).toBe(0);
  await box.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => box.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  open();
  await expect(feeds(page)).toContainText('two59');
  expect(await box.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await answer(page).getByRole('button', { name: '跳到最新' }).click();
  await expect.poll(below).toBe(0);
  await expect(box).toBeFocused();
});

test('what came can be copied and saved whole after the end', async ({ consolePage: page, service, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const stream = `\ufeff: hello\r\n\r\n${says('你好')}${says(' 😀')}${DONE}`;
  await play(page, service, { type: SSE, pieces: bytewise(stream) });
  await expect(answer(page)).toHaveAttribute('aria-busy', 'false');
  const copied = async (): Promise<string> => {
    await answer(page).getByRole('button', { name: '复制' }).first().click();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied()).toBe('你好 😀');
  await tab(page, '原文').click();
  expect(await copied()).toBe(stream);
  const saving = page.waitForEvent('download');
  await answer(page).getByRole('button', { name: '保存为文件' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('stream.txt');
  const chunks: Buffer[] = [];
  for await (const piece of await download.createReadStream()) chunks.push(piece as Buffer);
  expect(Buffer.concat(chunks).toString('utf8')).toBe(stream);
});

for (const view of ['文本', WORDS['zh-CN'].events, '原文']) {
  test(`the view ${view} has no fault that axe finds, nor scrolls sideways`, async ({ consolePage: page, service }) => {
    const call = { index: 0, id: 'call_a', function: { name: 'get_weather', arguments: '{"city":"上海"}' } };
    const pieces = [
      chunk(delta({ reasoning_content: 'Hm.' })),
      says('one '.repeat(300)),
      chunk(delta({ tool_calls: [call] })),
      event({ error: { message: 'The server is overloaded', code: 'server_error' } }),
      event({ object: 'chat.completion.chunk', choices: [], usage: { prompt_tokens: 9, completion_tokens: 2 } }),
    ];
    await play(page, service, { type: SSE, pieces });
    await expect(answer(page)).toHaveAttribute('aria-busy', 'false');
    await tab(page, view).click();
    if (typeof view !== 'string') {
      await options(page).last().click();
      await expect(answer(page).locator('.console-event-detail')).toBeVisible();
    }
    for (const [colorScheme, width] of [
      ['light', 320],
      ['dark', 1440],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await axeFaults(page, undefined, '.console-answer')).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}

test('JSON that never ends shows what came of it, and an error in the place of an answer is told', async ({
  consolePage: page,
  service,
}) => {
  const never = new Promise(() => {});
  await play(page, service, { type: 'application/json', pieces: ['{"kind":"added"}\n', never] }, 'en');
  await expect(answer(page).locator('.console-feed')).toHaveText('{"kind":"added"}');
  await page.locator('[data-stop]').click();
  await expect(answer(page)).toContainText('Stopped');
  await expect(answer(page)).toContainText('"kind": "added"');
  const failure = event({ error: { message: 'The model is not loaded.', code: 'E1' } });
  service.recorder.script = { type: 'text/event-stream', pieces: [failure, event('[DONE]')] };
  await send(page);
  await expect(tab(page, 'Text')).toHaveAttribute('aria-selected', 'true');
  await expect(answer(page).locator('.console-stream-error')).toContainText('E1 The model is not loaded.');
});
