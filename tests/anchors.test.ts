import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildFiles } from './builder/build.ts';

/** Puts `first` before what `list` or object holds: a neighbour that an author adds above the others. */
type Grow = <Value extends object>(value: Value, first: Value) => Value;
const asIs: Grow = (value) => value;
const grown: Grow = (value, first) =>
  (Array.isArray(value) ? [...(first as unknown[]), ...value] : { ...first, ...value }) as typeof value;

const text = { type: 'string' };
const object = (properties: object): object => ({ type: 'object', properties });

/** A description with a thing of each kind that has a name. */
function description(grow: Grow): object {
  const schema = object(
    grow<object>(
      {
        model: { type: 'string', enum: grow(['gpt-4', '对话'], ['gpt-5']) },
        size: { oneOf: grow([text, { type: 'integer' }, { $ref: '#/components/schemas/Box' }], [{ type: 'null' }]) },
        tags: { type: 'array', items: { type: 'string', enum: grow(['a'], ['0']) } },
        messages: { type: 'array', items: object(grow<object>({ role: text }, { added: text })) },
      },
      { added: text },
    ),
  );
  const examples = grow<object>({ short: { value: { model: 'gpt-4' } } }, { added: { value: {} } });
  const json = { schema, examples };
  const form = {
    schema: object({ file: text }),
    encoding: grow<object>({ file: { contentType: 'image/png' } }, { added: {} }),
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Named', version: '1', description: '# 速率限制\n\nWords.' },
    servers: grow(
      [{ url: 'https://{region}.example.com/v1', variables: { region: { default: 'eu' } } }],
      [{ url: 'https://added.example.com' }],
    ),
    tags: grow([{ name: 'Chat', description: '## Limits' }], [{ name: 'Added', description: 'Words.' }]),
    paths: {
      '/chat/{id}': {
        post: {
          operationId: 'chat',
          tags: ['Chat'],
          description: '# 如何计费\n\nWords.',
          security: grow([{ key: [] }, { key: [], login: ['read:all'] }], [{ added: [] }]),
          parameters: grow(
            [
              { name: 'id', in: 'path', required: true, schema: text },
              { name: 'filter[from]', in: 'query', schema: text },
              { name: 'X-Trace', in: 'header', schema: text },
            ],
            [{ name: 'added', in: 'query', schema: text }],
          ),
          requestBody: {
            content: grow<object>(
              { 'application/json': json, 'multipart/form-data': form },
              { 'text/plain': { schema: text } },
            ),
          },
          responses: grow<object>(
            {
              200: {
                description: 'Fine\n\n# 字段',
                headers: grow<object>({ 'X-Left': { schema: text } }, { 'X-Added': { schema: text } }),
                content: { 'application/json': json },
                links: grow<object>({ again: { operationId: 'chat' } }, { added: { operationId: 'chat' } }),
              },
              default: { description: 'Else' },
            },
            { 100: { description: 'Added' } },
          ),
          callbacks: grow<object>(
            {
              done: {
                '{$request.body#/url}': {
                  post: {
                    requestBody: { content: { 'application/json': { schema } } },
                    responses: { 204: { description: 'Fine' } },
                  },
                },
              },
            },
            { added: { '{$request.body#/url}': { post: { responses: {} } } } },
          ),
        },
      },
    },
    webhooks: { paid: { post: { requestBody: { content: { 'application/json': { schema } } }, responses: {} } } },
    components: {
      schemas: { Box: object(grow<object>({ width: { ...text, enum: grow(['1'], ['0']) } }, { added: text })) },
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'key' },
        login: {
          type: 'oauth2',
          flows: {
            implicit: {
              authorizationUrl: 'https://a.example/',
              scopes: grow<object>({ 'read:all': 'All' }, { added: '' }),
            },
          },
        },
        added: { type: 'http', scheme: 'basic' },
      },
    },
  };
}

let root = '';
beforeAll(async () => {
  root = await buildFiles({
    'openapi/before.json': JSON.stringify(description(asIs)),
    'openapi/after.json': JSON.stringify(description(grown)),
  });
});

function idsOf(api: string, page: string): string[] {
  const html = readFileSync(join(root, 'dist/reference', api, page, 'index.html'), 'utf8');
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return [...main.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');
}

const named: { page: string; ids: string[] }[] = [
  {
    page: 'chat',
    ids: [
      ...[
        'text-如何计费',
        'authorization',
        'authorization.key',
        'authorization.key+login',
        'authorization.key+login.login',
      ],
      'authorization.key+login.login=read:all',
      ...['parameters-path', 'path.id', 'query.filter[from]', 'header.X-Trace'],
      ...['request-body', 'body-application-json', 'body-multipart-form-data', 'body-multipart-form-data.file'],
      'body-multipart-form-data-part-file',
      ...[
        'body.model',
        'body.model=gpt-4',
        'body.model=对话',
        'body.size.string',
        'body.size.integer',
        'body.size.Box',
      ],
      ...['body.size.Box.width=1', 'body.tags.items=a', 'body.messages.role'],
      ...[
        'responses',
        'response-200',
        'response-200==字段',
        'response-200-header.X-Left',
        'response-200-application-json',
      ],
      ...['response-200.model', 'response-200-link.again', 'response-default'],
      ...['callback-done', 'callback-done-body.model=gpt-4', 'callback-done-response-204'],
      ...['servers', 'servers.region-example-com-v1', 'servers.region-example-com-v1.region'],
      ...['response-examples', 'response-examples.200.short', 'request', 'request-python'],
    ],
  },
  { page: 'webhooks/paid', ids: ['body.model', 'body.messages.role', 'request-examples'] },
  { page: 'schemas/box', ids: ['example', 'schema.width', 'schema.width=1', 'used-by'] },
  {
    page: '',
    ids: [
      ...['text-速率限制', 'tag-chat', 'tag-chat==limits', 'security-key', 'security-login=read:all'],
      ...['servers.region-example-com-v1', 'authorization', 'webhooks', 'schemas'],
    ],
  },
];

describe('what has a name has an id', () => {
  it.each(named)('on $page', ({ page, ids }) => {
    const all = idsOf('before', page);
    expect(ids.filter((id) => !all.includes(id))).toEqual([]);
  });

  it('and every heading and row', () => {
    const folder = join(root, 'dist/reference/after');
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.html')) continue;
      const html = readFileSync(join(folder, file), 'utf8');
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
      expect(
        main.match(/<(?:h[2-6]|li class="field|details class="(?:response|code))(?![^>]* id=)[^>]*>/g),
        file,
      ).toBeNull();
    }
  });
});

it('an id stays when neighbours are added before it', () => {
  for (const { page } of named) {
    const after = idsOf('after', page);
    const lost = idsOf('before', page).filter((id) => !after.includes(id));
    expect([page, lost]).toEqual([page, []]);
    expect(after.length).toBeGreaterThan(idsOf('before', page).length);
  }
});
