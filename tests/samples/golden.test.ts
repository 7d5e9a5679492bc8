import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/model/operation.ts';
import type { HttpHeader, HttpRequest } from '../../src/request/http-request.ts';
import { targets } from '../../src/samples/targets.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/samples');
const CHAT = 'https://openai.pgpt.cloud/openai/deployments/gpt-35-turbo/chat/completions';
const key: HttpHeader = {
  name: 'api-key',
  prefix: '',
  credential: { scheme: 'apiKey', form: 'raw', variable: 'APIGPT_API_KEY' },
};

function chat(accept: string, text: string, stream = false): HttpRequest {
  return {
    method: 'POST',
    url: CHAT,
    headers: [{ name: 'Accept', value: accept }, { name: 'Content-Type', value: 'application/json' }, key],
    body: { kind: 'text', mediaType: 'application/json', text },
    stream,
    ...(stream ? {} : { answersJson: true }),
  };
}

/** Read these files as a user of the language would; `vitest -u` writes them anew. */
const REQUESTS: { readonly [name: string]: HttpRequest } = {
  chat: chat(
    'application/json',
    JSON.stringify(
      {
        messages: [{ role: 'user', content: "Say it's from apigpt.cloud!" }],
        temperature: 0.7,
        stop: ['\n', '。'],
        user: null,
      },
      null,
      2,
    ),
  ),
  stream: chat(
    'text/event-stream',
    JSON.stringify({ messages: [{ role: 'user', content: '用一句话说明流式响应的好处。' }], stream: true }, null, 2),
    true,
  ),
  exact: chat(
    'application/json',
    `{\n  "seed": 12345678901234567890,\n  "top_p": 1.10,\n  "note": "\`$(id)\` \${x} \\"quoted\\""\n}`,
  ),
  search: {
    method: 'GET',
    url: 'https://api.example.com/pets?tag=a%20b&tag=c%26d&limit=20',
    headers: [
      {
        name: 'Authorization',
        prefix: 'Bearer ',
        credential: { scheme: 'oauth', form: 'raw', variable: 'PETS_TOKEN' },
      },
      { name: 'X-Trace', value: 'a "b" $c' },
    ],
    stream: false,
    answersJson: true,
  },
  remove: {
    method: 'DELETE',
    url: 'https://api.example.com/pets/7',
    queryCredentials: [{ name: 'key', credential: { scheme: 'key', form: 'raw', variable: 'PETS_API_KEY' } }],
    headers: [
      {
        name: 'Authorization',
        prefix: 'Basic ',
        credential: { scheme: 'basic', form: 'basic', variable: 'PETS_BASIC_AUTH' },
      },
    ],
    stream: false,
  },
  form: {
    method: 'POST',
    url: 'https://api.example.com/token',
    headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
    body: {
      kind: 'text',
      mediaType: 'application/x-www-form-urlencoded',
      text: 'grant_type=client_credentials&scope=read+%E4%BD%A0%E5%A5%BD',
      fields: [
        ['grant_type', 'client_credentials'],
        ['scope', 'read 你好'],
      ],
    },
    stream: false,
    answersJson: true,
  },
  upload: {
    method: 'POST',
    url: 'https://api.example.com/photos',
    headers: [{ name: 'Content-Type', value: 'multipart/form-data; boundary=form-boundary' }, key],
    body: {
      kind: 'multipart',
      mediaType: 'multipart/form-data',
      boundary: 'form-boundary',
      parts: [
        { name: 'title', headers: [], content: 'At the lake' },
        {
          name: 'photo',
          filename: 'photo.png',
          contentType: 'image/png',
          headers: [],
          content: { at: 'photo/0', name: 'photo.png' },
        },
      ],
    },
    stream: false,
    answersJson: true,
  },
  typed: {
    method: 'POST',
    url: 'https://api.example.com/photos',
    headers: [{ name: 'Content-Type', value: 'multipart/form-data; boundary=form-boundary' }, key],
    body: {
      kind: 'multipart',
      mediaType: 'multipart/form-data',
      boundary: 'form-boundary',
      parts: [{ name: 'meta', contentType: 'application/json', headers: [], content: '{"tags":["a"]}' }],
    },
    stream: false,
    answersJson: true,
  },
  file: {
    method: 'PUT',
    url: 'https://api.example.com/photos/7',
    headers: [{ name: 'Content-Type', value: 'image/png' }],
    body: { kind: 'file', mediaType: 'image/png', file: { at: '', name: 'photo.png' } },
    stream: false,
  },
  plain: { method: 'GET', url: 'https://api.example.com/health', headers: [], stream: false, answersJson: true },
};

const CLIENTS: { readonly [name: string]: readonly [path: string, body: object] } = {
  'openai-chat': [
    'gpt-35-turbo/chat/completions',
    { messages: [ask('Say it\'s from "apigpt.cloud"!')], temperature: 0.7 },
  ],
  'openai-stream': ['gpt-35-turbo/chat/completions', { messages: [ask('用一句话说明流式响应的好处。')], stream: true }],
  'openai-choices': [
    'gpt-35-turbo/chat/completions',
    { messages: [ask('给一家社区书店想一句标语。')], n: 2, logit_bias: { '21043': -100 }, cache_level: 1 },
  ],
  'openai-stream-choices': [
    'gpt-35-turbo/chat/completions',
    { messages: [ask('用一个四字词语形容大海。')], n: 2, stream: true },
  ],
  'openai-completion': [
    'gpt-35-turbo-instruct/completions',
    {
      prompt: 'Positive: I love it.\nNegative:',
      stop: ['\n'],
      max_tokens: 20,
      cache_level: 0,
      completion_config: 'a text that makes the line too long for one',
    },
  ],
  'openai-completion-stream': ['gpt-35-turbo-instruct/completions', { prompt: '从前', stream: true }],
  'openai-embedding': ['text-embedding-ada-002/embeddings', { input: '春天的早晨适合跑步。', input_type: 'query' }],
  'openai-embedding-batch': ['text-embedding-ada-002/embeddings', { input: ['春天', '秋天'], user: null }],
  'openai-embedding-base64': ['text-embedding-ada-002/embeddings', { input: '春天', encoding_format: 'base64' }],
};

function ask(content: string): object {
  return { role: 'user', content };
}

const lists = { tags: [], servers: [], security: [], parameters: [], responses: [] };
const operation: Operation = { key: 'any', method: 'POST', path: '/', deprecated: false, ...lists };

describe.each(Object.entries(CLIENTS))('the sample %s', (name, [path, body]) => {
  it.each(targets.filter(({ isClient }) => isClient))('in $language', async ({ language, library, load }) => {
    const { print } = await load();
    const url = `https://openai.pgpt.cloud/openai/deployments/${path}?api-version=2023-05-15`;
    const sample = print({ ...chat('application/json', JSON.stringify(body)), url }, operation);
    await expect(`${sample}\n`).toMatchFileSnapshot(join(FOLDER, `${name}.${language}-${library}.txt`));
  });
});

describe.each(Object.entries(REQUESTS))('the sample %s', (name, request) => {
  it.each(targets.filter(({ isClient }) => !isClient))(
    'for $library in $language',
    async ({ language, library, load }) => {
      const { print } = await load();
      const file = `${name}.${language}-${library.replace(/\W+/g, '-')}.txt`;
      await expect(`${print(request, operation)}\n`).toMatchFileSnapshot(join(FOLDER, file));
    },
  );
});
