import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { runMain } from '../../tests/run-main.ts';

const GALLERY = resolve(import.meta.dirname, '../../tests/fixtures/sample/gallery.yaml');

function sample(operation: string, ...options: string[]) {
  return runMain(['sample', GALLERY, operation, '--lang', 'shell', ...options], import.meta.dirname);
}

describe('an operation is named by', () => {
  for (const name of ['getWork', 'GET /rooms/{room}/works/{number}', 'get  /rooms/{room}/works/{number}']) {
    it(name, async () => {
      expect((await sample(name)).out).toContain("'https://gallery.example/v1/rooms/blue/works/7'");
    });
  }

  it('its key, where it has no id', async () => {
    expect((await sample('GET /nameless')).out).toContain('/v1/nameless');
  });
});

describe('a parameter', () => {
  const table: { name: string; given: string; want: string }[] = [
    { name: 'a text as it is', given: 'title=12', want: '?title=12' },
    { name: 'a text that looks like JSON', given: 'title="a"', want: '?title=%22a%22' },
    { name: 'a text that looks like an object', given: 'title={"a":1}', want: '?title=%7B%22a%22%3A1%7D' },
    { name: 'an empty text', given: 'title=', want: '?title=' },
    { name: 'a text with equals signs', given: 'title=a=b', want: '?title=a%3Db' },
    { name: 'an integer', given: 'year=1888', want: '?year=1888' },
    { name: 'a number as it is spelt', given: 'price=1.10', want: '?price=1.10' },
    { name: 'a boolean', given: 'onLoan=false', want: '?onLoan=false' },
    { name: 'an array', given: 'artists=["Ada","Bo & Co"]', want: '?artists=Ada&artists=Bo%20%26%20Co' },
    { name: 'an array in one piece', given: 'tags=["x","y z"]', want: '?tags=x%7Cy%20z' },
    { name: 'an object', given: 'size={"width":1,"height":2.50}', want: 'size%5Bwidth%5D=1&size%5Bheight%5D=2.50' },
    { name: 'a text among other types', given: 'shelf=3b', want: '?shelf=3b' },
    { name: 'an array among other types', given: 'shelf=["a","b"]', want: '?shelf=a&shelf=b' },
    { name: 'an object where only a text is allowed', given: 'shelf={"a":1}', want: '?shelf=%7B%22a%22%3A1%7D' },
    { name: 'a listed text', given: 'medium=oil', want: '?medium=oil' },
    { name: 'a listed number', given: 'wall=2', want: '?wall=2' },
    { name: 'one of several', given: 'either=true', want: '?either=true' },
    { name: 'anything', given: 'free=x', want: '?free=x' },
    { name: 'JSON in a query', given: 'filter={"a": 1.10}', want: '?filter=%7B%22a%22%3A1.10%7D' },
    { name: 'a name with an equals sign', given: 'a=b=c', want: '?a%3Db=c' },
    { name: 'a name that two have: the path', given: 'path:number=5', want: '/works/5' },
    { name: 'a name that two have: the header', given: 'header:number=5', want: "'number: 5'" },
    { name: 'a header in another case', given: 'x-tour=short', want: "'X-Tour: short'" },
    { name: 'a list in a header', given: 'X-Floors=[1,2]', want: "'X-Floors: 1,2'" },
    { name: 'an object in a header', given: 'X-Light={"from":"north","lux":5}', want: "'X-Light: from,north,lux,5'" },
    { name: 'a cookie', given: 'visitor=me', want: "'Cookie: visitor=me'" },
  ];
  for (const { name, given, want } of table) {
    it(`takes ${name}`, async () => {
      const { code, out, err } = await sample('getWork', '--param', given);
      expect(out, err).toContain(want);
      expect(code).toBe(0);
    });
  }

  it('takes the place of an example, and keeps the others', async () => {
    const { out } = await sample('getWork', '--param', 'room=red', '--param=title=a');
    expect(out).toContain('/rooms/red/works/7?title=a');
  });
});

describe('the server', () => {
  for (const [given, want] of [
    ['http://127.0.0.1:4010', "'http://127.0.0.1:4010/free'"],
    ['https://other.example/v2/', "'https://other.example/v2/free'"],
    ['https://[::1]:8080', "'https://[::1]:8080/free'"],
    ['https://b.example/{x}', "'https://b.example/%7Bx%7D/free'"],
    [`https://b.example/'$(id)`, `'https://b.example/'\\''$(id)/free'`],
  ] as const) {
    it(given, async () => {
      expect((await sample('free', '--server', given)).out).toContain(want);
    });
  }
});

describe('the body', () => {
  const body = async (...options: string[]) => {
    const { out, err } = await sample('askGuide', ...options);
    return /--data-raw '([\s\S]*)'$/.exec(out)?.[1] ?? err;
  };

  it('is the first example', async () => {
    expect(await body()).toBe('{\n  "question": "Who painted this?"\n}');
  });

  it('is the named example', async () => {
    expect(await body('--example', 'polite')).toContain('"exact": 1.10');
  });

  it('is what is given, to the letter', async () => {
    const text = ' {"question":"a\\u00e9" , "exact":1.10}\n';
    expect(await body('--body', text)).toBe(text);
  });

  it('is a file, to the letter', async () => {
    const folder = writeProject({ 'a/body.json': '\n{"exact": 1e400}\n' });
    const { out } = await runMain(['sample', GALLERY, 'askGuide', '--lang', 'shell', '--body', '@a/body.json'], folder);
    expect(out).toContain(`--data-raw '\n{"exact": 1e400}\n'`);
  });

  it('is a text where that is taken', async () => {
    expect((await sample('writeLabel', '--body', '{not json')).out).toContain("--data-raw '{not json'");
  });

  it.each([
    {
      name: 'is added in the usual layout',
      given: [],
      want: '{\n  "question": "Who painted this?",\n  "stream": true\n}',
    },
    {
      name: 'is added to another layout',
      given: ['--body', '{ "exact":1.10 }'],
      want: '{ "exact":1.10 , "stream": true}',
    },
    { name: 'is added to nothing', given: ['--body', '{}'], want: '{\n  "stream": true\n}' },
    { name: 'is changed', given: ['--body', '{"stream" :false,"exact":1.10}'], want: '{"stream" :true,"exact":1.10}' },
    { name: 'stays', given: ['--body', '{"stream": true}'], want: '{"stream": true}' },
  ])('"stream" $name', async ({ given, want }) => {
    expect(await body('--stream', ...given)).toBe(want);
    expect((await sample('askGuide', '--stream', ...given)).out).toContain("'Accept: text/event-stream'");
  });

  it('need not ask for a stream that always comes', async () => {
    expect((await sample('listen', '--stream')).out).toContain('--no-buffer');
  });
});

describe('the key', () => {
  const KEY = `k"'$(id)\`id\`\\`;
  const quoted = `k"'\\''$(id)\`id\`\\`;
  const table: { operation: string; want: string }[] = [
    { operation: 'getWork', want: `'X-Key: ${quoted}'` },
    { operation: 'bearer', want: `'Authorization: Bearer ${quoted}'` },
    { operation: 'query', want: `/query?the%20key=k%22%27%24%28id%29%60id%60%5C'` },
    { operation: 'cookie', want: `'Cookie: session=${quoted}'` },
    // The second alternative asks for nothing, the third for one.
    { operation: 'either', want: `'Authorization: Bearer ${quoted}'` },
  ];
  for (const { operation, want } of table) {
    it(`stands in the sample of ${operation}, and only when it is given`, async () => {
      const { out } = await sample(operation, '--key', KEY);
      expect(out).toContain(want);
      expect(out).not.toContain('GALLERY_');
      expect((await sample(operation)).out).toContain('$GALLERY_');
    });
  }

  it('is a user and a password where these are asked for', async () => {
    expect((await sample('basic', '--key', 'Aladdin:open sesame')).out).toContain(
      "'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='",
    );
  });

  it('goes to a client library too', async () => {
    const file = resolve(import.meta.dirname, '../../openapi/apigpt.yaml');
    const { out } = await runMain(
      ['sample', file, 'createChatCompletion', '--lang', 'python', '--client', 'openai', '--key', KEY],
      '.',
    );
    expect(out).toContain(String.raw`api_key="k\"'$(id)${'`id`'}\\",`);
    expect(out).not.toContain('environ');
  });
});

describe('wrong usage', () => {
  const table: { name: string; given: string[]; want: string }[] = [
    { name: 'operation', given: ['getWorks'], want: 'There is no operation "getWorks". Did you mean "getWork"?' },
    {
      name: 'path',
      given: ['GET /rooms/{rom}/works/{number}'],
      want: 'Did you mean "GET /rooms/{room}/works/{number}"?',
    },
    { name: 'operation from nowhere', given: ['zzz'], want: 'The operations are getWork, askGuide, listen,' },
    {
      name: 'hidden characters',
      given: ['\u001b[2J\u202e'],
      want: 'There is no operation "␛[2J\\u{202E}".',
    },
    {
      name: 'parameter',
      given: ['getWork', '--param', 'titel=x'],
      want: 'The operation has no parameter "titel". Did you mean "title"?',
    },
    {
      name: 'parameter of two places',
      given: ['getWork', '--param', 'number=1'],
      want: 'The operation has 2 parameters "number": write path:number or header:number.',
    },
    { name: 'parameter without a value', given: ['getWork', '--param', 'title'], want: '--param takes name=value' },
    {
      name: 'parameter twice',
      given: ['getWork', '--param', 'title=a', '--param', 'query:title=b'],
      want: '--param title is given twice.',
    },
    {
      name: 'no parameters at all',
      given: ['free', '--param', 'a=b'],
      want: 'The operation has no parameter "a". There are no parameters.',
    },
    {
      name: 'no JSON',
      given: ['getWork', '--param', 'year=old'],
      want: '--param year takes JSON of type integer, such as 1, found "old".',
    },
    {
      name: 'no JSON for a list',
      given: ['getWork', '--param', 'artists=Ada'],
      want: '--param artists takes JSON of type array, such as ["Ada"], found "Ada".',
    },
    { name: 'empty path', given: ['getWork', '--param', 'room='], want: "so it can't be empty." },
    { name: 'dots in the path', given: ['getWork', '--param', 'room=..'], want: 'take "." and ".." away' },
    { name: 'line break in a header', given: ['getWork', '--param', 'X-Tour=a\nb'], want: `can't hold "a␊b"` },
    {
      name: 'semicolon in a cookie',
      given: ['getWork', '--param', 'visitor=a; b=c'],
      want: 'a semicolon would begin another one',
    },
    {
      name: 'a value without a form',
      given: ['getWork', '--param', 'tags=[[1]]'],
      want: `The parameter "tags" can't hold "[[1]]"`,
    },
    { name: 'example', given: ['askGuide', '--example', 'polit'], want: 'Did you mean "polite"?' },
    { name: 'body that is not taken', given: ['free', '--body', '{}'], want: 'The operation takes no body' },
    {
      name: 'body that is no JSON',
      given: ['askGuide', '--body', '{\n "a": }'],
      want: 'The body is no valid JSON (line 2, column 7).',
    },
    { name: 'body of no file', given: ['askGuide', '--body', '@gone.json'], want: 'There is no file gone.json.' },
    { name: 'body of a folder', given: ['askGuide', '--body', '@.'], want: "The file . can't be read (EISDIR)." },
    { name: 'stream of no body', given: ['free', '--stream'], want: 'The operation has no stream to ask for.' },
    { name: 'stream of a text', given: ['writeLabel', '--stream'], want: 'The operation has no stream to ask for.' },
    { name: 'stream of a list', given: ['askGuide', '--stream', '--body', '[]'], want: 'has no stream to ask for.' },
    { name: 'key without a password', given: ['basic', '--key', 'k'], want: '--key takes user:password here' },
    { name: 'key with a line break', given: ['bearer', '--key', 'k\r\nX: y'], want: "--key doesn't fit the header" },
    { name: 'key in Chinese', given: ['bearer', '--key', '密钥'], want: "--key doesn't fit the header Authorization" },
    { name: 'key with a space', given: ['getWork', '--key', ' k'], want: "--key doesn't fit the header X-Key" },
    { name: 'client', given: ['free', '--client', 'opanai'], want: 'found "opanai". Did you mean "openai"?' },
    {
      name: 'client of another language',
      given: ['free', '--client', 'openai'],
      want: 'The library openai is there for python and javascript, not for shell.',
    },
    ...[
      'example.com',
      'ftp://a.example',
      'https://u:p@a.example',
      'https://a.example?q=1',
      'https://a.example/#f',
      'https:a.example',
      '/v1',
      'https://a.example/a b',
    ].map((server) => ({
      name: `server ${server}`,
      given: ['free', '--server', server],
      want: '--server takes an address of http or https',
    })),
  ];
  for (const { name, given, want } of table) {
    it(name, async () => {
      const [operation = '', ...options] = given;
      const { code, out, err } = await sample(operation, ...options);
      expect(err).toContain(want);
      expect([code, out]).toEqual([2, '']);
    });
  }

  it('a client library that has no such call', async () => {
    const args = ['sample', GALLERY, 'free', '--lang', 'python', '--client', 'openai'];
    const { code, err } = await runMain(args, '.');
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'The library openai has no call that sends this request. Leave out --client.',
    ]);
  });

  it('a body that fetch refuses, for a library that sends it', async () => {
    const args = (lang: string) => ['sample', GALLERY, 'searchByBody', '--lang', lang];
    expect((await runMain(args('shell'), '.')).code).toBe(0);
    const { code, out } = await runMain(args('javascript'), '.');
    expect([code, out]).toEqual([0, expect.stringContaining('node:http')]);
    const fetched = await runMain([...args('javascript'), '--client', 'fetch'], '.');
    expect([fetched.code, fetched.err.split('\n')[0]]).toEqual([
      2,
      'The library fetch has no call that sends this request. Leave out --client.',
    ]);
  });

  it('a key that is not all that is asked for is told of', async () => {
    const free = await sample('free', '--key', 'k');
    expect([free.code, free.err]).toEqual([
      0,
      'The operation asks for no credential, so the key is not in the sample.',
    ]);
    const two = await sample('two', '--key', 'k');
    expect([two.code, two.err]).toEqual([
      0,
      'The operation asks for 2 credentials, and the key went into each. Without --key, the sample reads GALLERY_API_KEY and GALLERY_TOKEN.',
    ]);
    expect(two.out.match(/: (Bearer )?k'/g)).toHaveLength(2);
  });

  it('a file that is no text', async () => {
    const folder = writeProject({});
    writeFileSync(join(folder, 'a.bin'), Uint8Array.of(0xff, 0xfe));
    const args = ['sample', GALLERY, 'askGuide', '--lang', 'shell', '--body', '@a.bin'];
    expect((await runMain(args, folder)).err).toContain('The file a.bin is no text in UTF-8.');
  });

  it('a server that the description leaves open', async () => {
    const folder = writeProject({
      'a.yaml':
        'openapi: 3.2.0\ninfo: { title: A, version: "1" }\npaths: { /a: { get: { operationId: a, responses: { "200": { description: Ok } } } } }\n',
    });
    const { code, err } = await runMain(['sample', 'a.yaml', 'a', '--lang', 'shell'], folder);
    expect(err).toContain('The server "/" is no whole address of http or https. Give one with --server.');
    expect(code).toBe(2);
  });

  it('a folder, and what is no description', async () => {
    const folder = writeProject({ 'openapi/a.yaml': 'openapi: 3.2.0\n', 'b.md': '# B\n', 'empty/c.txt': '' });
    const run = (file: string) => runMain(['sample', file, 'a', '--lang', 'shell'], folder);
    expect((await run('.')).err).toContain('. is a folder. Name a description in it, such as openapi/a.yaml.');
    expect((await run('empty')).err).toContain('empty is a folder.\n');
    expect((await run('gone.yaml')).err).toContain('There is no file gone.yaml.');
    expect((await run('b.md')).code).toBe(1);
  });
});

describe('bodies of other types than JSON', () => {
  const FORMS = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Forms', version: '1' },
    servers: [{ url: 'https://forms.example' }],
    paths: {
      '/upload': {
        post: {
          operationId: 'upload',
          requestBody: {
            content: {
              'multipart/form-data': {
                schema: {
                  type: 'object',
                  properties: { title: { type: 'string' }, photo: { type: 'string', format: 'binary' } },
                },
                encoding: { photo: { contentType: 'image/*' } },
              },
              'application/x-www-form-urlencoded': { schema: { type: 'object' } },
              'application/xml': { schema: { type: 'object', xml: { name: 'pet' } } },
              'application/x-ndjson': { schema: { type: 'array' } },
              'image/png': { schema: { type: 'string', format: 'binary' } },
            },
          },
          responses: { 200: { description: 'Fine' } },
        },
      },
    },
  });
  const rows = [
    { name: 'the first type, built', given: [], want: `--form 'photo=@"photo.png";type=image/png'` },
    {
      name: 'a file by its path',
      given: ['--body', '{"photo": "@a/b.jpg"}'],
      want: `'photo=@"a/b.jpg";type=image/jpeg'`,
    },
    { name: 'bytes as text', given: ['--body', '{"photo": "abc"}'], want: 'filename="photo"' },
    { name: 'text that begins with @', given: ['--body', '{"title": "@b"}'], want: "--form-string 'title=@b'" },
    {
      name: 'a form from JSON',
      given: ['--content-type', 'application/x-www-form-urlencoded', '--body', '{"a": ["b c", 1.10]}'],
      want: "--data-raw 'a=b+c&a=1.10'",
    },
    {
      name: 'a form as it is',
      given: ['--content-type', 'application/x-www-form-urlencoded', '--body', 'a=b%20c'],
      want: "--data-raw 'a=b%20c'",
    },
    {
      name: 'XML from JSON',
      given: ['--content-type', 'application/xml', '--body', '{"a": 1}'],
      want: '<pet>\n  <a>1</a>',
    },
    { name: 'XML as it is', given: ['--content-type', 'application/xml', '--body', '<a/>'], want: "--data-raw '<a/>'" },
    {
      name: 'lines from a list',
      given: ['--content-type', 'application/x-ndjson', '--body', '[{"a": 1}, 2]'],
      want: `'{"a":1}\n2\n'`,
    },
    {
      name: 'a file that is the body',
      given: ['--content-type', 'image/png', '--body', '@a/b.png'],
      want: "--data-binary '@a/b.png'",
    },
    {
      name: 'an unknown type',
      given: ['--content-type', 'image/pgn'],
      error: 'takes no body of "image/pgn". Did you mean "image/png"?',
    },
    { name: 'no object for multipart', given: ['--body', '"x"'], error: 'The body takes a JSON object' },
  ];
  for (const { name, given, want, error } of rows) {
    it(name, async () => {
      const folder = writeProject({ 'forms.json': FORMS });
      const { code, out, err } = await runMain(['sample', 'forms.json', 'upload', '--lang', 'shell', ...given], folder);
      if (error === undefined) expect(err).toBe('');
      expect(error === undefined ? out : err).toContain(want ?? error);
      expect(code).toBe(error === undefined ? 0 : 2);
    });
  }
});
