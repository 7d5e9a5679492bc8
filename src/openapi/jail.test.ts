import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { LIMITS } from './limits.ts';
import { loadApi } from './load.ts';
import { readSourceFile } from './read.ts';

const SCHEMA = 'Secret: { type: string }\n';

function description(reference: string): string {
  return `openapi: 3.2.0
info: { title: T, version: "1" }
components:
  schemas:
    A: { $ref: ${JSON.stringify(reference)} }
`;
}

/** A project with a secret file beside it and links that lead there. */
function makeProject(reference: string): string {
  const folder = writeProject({
    'secret.yaml': SCHEMA,
    'outside/secret.yaml': SCHEMA,
    'project/openapi/api.yaml': description(reference),
    'project/openapi/inside.yaml': SCHEMA,
    'project/inside.yaml': SCHEMA,
    'project/openapi/with space/in&side.yaml': SCHEMA,
  });
  const root = join(folder, 'project');
  symlinkSync(join(folder, 'secret.yaml'), join(root, 'openapi/link.yaml'));
  symlinkSync(join(folder, 'outside'), join(root, 'openapi/folder'));
  symlinkSync(join(root, 'inside.yaml'), join(root, 'openapi/link-inside.yaml'));
  mkdirSync(join(root, 'openapi/list.yaml'));
  return root;
}

describe('a reference never leads out of the project', () => {
  const refused = [
    { name: 'to the folder above', given: '../../secret.yaml#/Secret', want: 'ref-outside-root' },
    { name: 'there and back', given: '../../project/../secret.yaml#/Secret', want: 'ref-outside-root' },
    { name: 'absolute', given: '/etc/passwd', want: 'ref-outside-root' },
    { name: 'drive', given: 'C:\\secret.yaml', want: 'ref-outside-root' },
    { name: 'drive with slashes', given: 'C:/secret.yaml', want: 'ref-outside-root' },
    { name: 'UNC', given: '\\\\host\\share\\secret.yaml', want: 'ref-outside-root' },
    { name: 'backslashes', given: '..\\..\\secret.yaml', want: 'ref-outside-root' },
    { name: 'encoded dots', given: '%2e%2e/%2e%2e/secret.yaml#/Secret', want: 'ref-outside-root' },
    { name: 'half encoded dots', given: '.%2E/.%2e/secret.yaml#/Secret', want: 'ref-outside-root' },
    { name: 'encoded slashes', given: '..%2f..%2Fsecret.yaml#/Secret', want: 'ref-outside-root' },
    { name: 'encoded backslashes', given: '..%5c..%5csecret.yaml', want: 'ref-outside-root' },
    { name: 'encoded NUL', given: 'inside.yaml%00.json', want: 'ref-outside-root' },
    { name: 'broken encoding', given: 'inside%ff.yaml', want: 'ref-outside-root' },
    { name: 'linked file', given: 'link.yaml#/Secret', want: 'ref-outside-root' },
    { name: 'file in a linked folder', given: 'folder/secret.yaml#/Secret', want: 'ref-outside-root' },
    { name: 'https', given: 'https://example.com/secret.yaml', want: 'ref-remote' },
    { name: 'file', given: 'file:///etc/passwd', want: 'ref-remote' },
    { name: 'data', given: 'data:application/json,{}', want: 'ref-remote' },
    { name: 'host of the same protocol', given: '//example.com/secret.yaml', want: 'ref-remote' },
  ];
  for (const { name, given, want } of refused) {
    it(name, async () => {
      const { api, diagnostics, files } = await loadApi('openapi/api.yaml', { root: makeProject(given) });
      expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([`error ${want}`]);
      expect(diagnostics[0]?.place).toMatchObject({ file: 'openapi/api.yaml', line: 5, column: 16 });
      expect(diagnostics[0]?.pointer).toBe('/components/schemas/A/$ref');
      expect(diagnostics[0]?.message).toContain(JSON.stringify(given));
      expect(files).toEqual(['openapi/api.yaml']);
      expect(api).toBeUndefined();
    });
  }

  it('and is mended by the project, where only a file is built', async () => {
    const root = makeProject('../../secret.yaml#/Secret');
    const fixOf = async (file: string, folder: string) =>
      (await loadApi(file, { root: folder })).diagnostics.map(({ fix }) => fix);
    expect(await fixOf('openapi/api.yaml', root)).toEqual([
      'Keep the file inside the project and refer to it by a relative path.',
    ]);
    expect(await fixOf('api.yaml', join(root, 'openapi'))).toEqual([
      expect.stringMatching(/^Build the project that holds both files\. Where there is none, put all files below/),
    ]);
  });

  const followed = [
    { name: 'beside', given: 'inside.yaml#/Secret', want: 'inside.yaml#/Secret' },
    { name: 'above, in the project', given: '../inside.yaml#/Secret', want: '../inside.yaml#/Secret' },
    { name: 'a link that stays', given: 'link-inside.yaml#/Secret', want: '../inside.yaml#/Secret' },
    {
      name: 'encoded as URLs are',
      given: 'with%20space/in%26side.yaml#/Secret',
      want: 'with space/in&side.yaml#/Secret',
    },
  ];
  for (const { name, given, want } of followed) {
    it(`but inside it: ${name}`, async () => {
      const { api, diagnostics } = await loadApi('openapi/api.yaml', { root: makeProject(given) });
      expect(diagnostics).toEqual([]);
      expect(api?.schemas['#/components/schemas/A']).toMatchObject({ ref: want });
      expect(api?.schemas[want]).toMatchObject({ types: ['string'] });
    });
  }

  const nothing = ['gone.yaml#/Secret', 'inside.yaml#/Gone', 'list.yaml', '#/components/schemas/Gone', 'api.yaml/x'];
  for (const given of nothing) {
    it(`and to nothing it is a warning that leaves a mark: ${given}`, async () => {
      const { api, diagnostics } = await loadApi('openapi/api.yaml', { root: makeProject(given) });
      expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning ref-not-found']);
      const schema = api?.schemas['#/components/schemas/A'];
      const id = typeof schema === 'object' ? schema.ref : undefined;
      expect(id).toContain('#');
      expect(Object.keys(api?.schemas ?? {})).not.toContain(id);
    });
  }

  it('nor is a description outside it read', async () => {
    const root = makeProject('inside.yaml#/Secret');
    const codes = async (file: string) => (await loadApi(file, { root })).diagnostics.map(({ code }) => code);
    expect(await codes('../secret.yaml')).toEqual(['file-outside-root']);
    expect(await codes('openapi/link.yaml')).toEqual(['file-outside-root']);
    expect(await codes('openapi/gone.yaml')).toEqual(['file-missing']);
    expect(await codes('openapi')).toEqual(['file-missing']);
  });
});

describe('a file that costs too much or is none of ours', () => {
  const head = 'openapi: 3.2.0\ninfo: { title: T, version: "1" }\npaths: {}\n';
  const load = async (content: string | Uint8Array, limits = {}, name = 'a.yaml') => {
    const { diagnostics } = await loadApi(name, { root: writeProject({ [name]: content }), limits });
    return diagnostics.map(({ code }) => code);
  };

  it('is refused by its size before it is read', async () => {
    expect(await load(head, { bytes: head.length })).toEqual([]);
    expect(await load(head, { bytes: head.length - 1 })).toEqual(['file-too-large']);
  });

  it('is refused by its nesting, in JSON too', async () => {
    expect(await load('{"a":'.repeat(100_000), {}, 'a.json')).toEqual(['too-deep']);
    expect(await load('{"a":'.repeat(100_000))).toEqual(['too-deep']);
    expect(await load(`${head}x-a: [[[]]]\n`, { depth: 3 })).toEqual([]);
    expect(await load(`${head}x-a: [[[[]]]]\n`, { depth: 3 })).toEqual(['too-deep']);
  });

  it('is refused by the names in it, one below the other, in JSON too', async () => {
    const nested = `x-a: { ${'n'.repeat(20)}: [{ ${'/'.repeat(10)}: 1 }] }\n`;
    expect(await load(head + nested, { pointer: 4 + 21 + 2 + 21 })).toEqual([]);
    expect(await load(head + nested, { pointer: 4 + 21 + 2 + 20 })).toEqual(['names-too-long']);
    const json = JSON.stringify({
      openapi: '3.2.0',
      info: { title: 'T', version: '1' },
      paths: {},
      ['x-'.repeat(2500)]: 1,
    });
    expect(await load(json, {}, 'a.json')).toEqual(['names-too-long']);
  });

  it('is UTF-8, with a byte order mark or without', async () => {
    expect(await load(`\ufeff${head}`)).toEqual([]);
    expect(await load(`\ufeff{"openapi":"3.2.0","info":{"title":"T","version":"1"},"paths":{}}`, {}, 'a.json')).toEqual(
      [],
    );
    expect(await load(Buffer.from(`\ufeff${head}`, 'utf16le'))).toEqual(['file-encoding']);
    expect(await load(Buffer.from(head, 'utf16le'))).toEqual(['file-encoding']);
    expect(await load(Buffer.from([0x61, 0x3a, 0x20, 0xff]))).toEqual(['file-encoding']);
  });

  it('is one that the system lets us read', () => {
    const root = writeProject({ 'a.yaml': head });
    const { file, diagnostics } = readSourceFile(root, { root, limits: LIMITS });
    expect([file, diagnostics.map(({ code, message }) => [code, message])]).toEqual([
      undefined,
      [['file-unreadable', "The file can't be read: the system says EISDIR."]],
    ]);
  });

  it('does not overflow the stack by a chain of references', async () => {
    const chain = Array.from(
      { length: 20_000 },
      (_, index) => `S${index}: { allOf: [{ $ref: '#/components/schemas/S${index + 1}' }] }`,
    );
    const text = `${head}components:\n  schemas:\n    ${chain.join('\n    ')}\n    S20000: {}\n`;
    expect(await load(text)).toEqual([]);
  });
});
