import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { loadApi } from './load.ts';

const DESCRIPTION = `openapi: 3.2.0
info: { title: 宠物, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      summary: 列表
      responses: { '200': { description: 好, content: { application/json: { schema: { $ref: part.yaml } } } } }
`;
const HEAD = 'overlay: 1.1.0\ninfo: { title: T, version: "1" }\nactions:\n';
const ENGLISH = `${HEAD}
  - { target: $.info, update: { title: Pets } }
  - { target: $.paths.*.get, update: { summary: List, responses: { '200': { description: Fine } } } }
`;

function load(overlays: { readonly [name: string]: string }, limits = {}): ReturnType<typeof loadApi> {
  const root = writeProject({ 'a.yaml': DESCRIPTION, 'part.yaml': 'type: string\n', ...overlays });
  return loadApi('a.yaml', { root, overlays: Object.keys(overlays), limits });
}

describe('a description with overlays', () => {
  it('has their texts', async () => {
    const { api, diagnostics, files } = await load({ 'a.en.overlay.yaml': ENGLISH });
    expect(diagnostics).toEqual([]);
    expect(api?.title).toBe('Pets');
    expect(api?.operations[0]).toMatchObject({ key: 'listPets', summary: 'List' });
    expect(files).toEqual(['a.yaml', 'part.yaml', 'a.en.overlay.yaml']);
  });

  it('has those of the last where two change the same', async () => {
    const more = `${HEAD}  - { target: $.info, update: { title: Animals } }\n`;
    const { api } = await load({ 'a.en.overlay.yaml': ENGLISH, 'b.overlay.yaml': more });
    expect(api?.title).toBe('Animals');
  });

  it('may take JSON', async () => {
    const overlay = {
      overlay: '1.1.0',
      info: { title: 'T', version: '1' },
      actions: [{ target: '$', update: { info: { title: 'Pets' } } }],
    };
    const { api } = await load({ 'a.en.overlay.json': JSON.stringify(overlay) });
    expect(api?.title).toBe('Pets');
  });

  it('may refer to what an overlay brings, and the overlay to what it has', async () => {
    const overlay = `${HEAD}  - target: $
    update:
      components: { schemas: { Pet: { $ref: part.yaml }, Cat: { $ref: '#/components/schemas/Pet' } } }
`;
    const { diagnostics } = await load({ 'a.overlay.yaml': overlay });
    expect(diagnostics.filter(({ code }) => code !== 'translation-missing' && code !== 'component-unused')).toEqual([]);
  });
});

describe('what is wrong is told at its place', () => {
  const table: { name: string; overlay: string; want: string[] }[] = [
    {
      name: 'a target that is gone',
      overlay: ENGLISH.replace('$.info', '$.imfo'),
      want: ['error overlay-target-unmatched a.en.overlay.yaml:5:17', 'warning translation-missing a.yaml:2:16'],
    },
    {
      name: 'a text that is forgotten',
      overlay: ENGLISH.replace('summary: List, ', ''),
      want: ['warning translation-missing a.yaml:7:16'],
    },
    {
      name: 'a value that the standard forbids, where the overlay has it',
      overlay: `${ENGLISH}  - { target: $.paths.*.get, update: { deprecated: [1], parametres: [{}] } }\n`,
      want: [
        'warning wrong-type a.en.overlay.yaml:7:40',
        'error key-unknown a.en.overlay.yaml:7:57',
        'error field-missing a.en.overlay.yaml:7:70',
        'error field-missing a.en.overlay.yaml:7:70',
      ],
    },
    {
      name: 'a reference to nothing',
      overlay: `${ENGLISH}  - { target: $, update: { components: { schemas: { A: { $ref: gone.yaml } } } } }\n`,
      want: ['info component-unused a.en.overlay.yaml:7:53', 'warning ref-not-found a.en.overlay.yaml:7:64'],
    },
    { name: 'broken YAML', overlay: `${HEAD}  - a: b: c\n`, want: ['error yaml-syntax a.en.overlay.yaml:4:8'] },
    { name: 'nothing in it', overlay: '', want: ['error yaml-syntax a.en.overlay.yaml:1:1'] },
  ];
  it.each(table)('$name', async ({ overlay, want }) => {
    const { api, diagnostics, files } = await load({ 'a.en.overlay.yaml': overlay });
    expect(files).toContain('a.en.overlay.yaml');
    const print = ({ severity, code, place }: (typeof diagnostics)[number]): string =>
      `${severity} ${code} ${place?.file}:${place?.line}:${place?.column}`;
    expect(diagnostics.map(print)).toEqual(want);
    expect(api === undefined).toBe(want.some((one) => one.startsWith('error')));
  });

  it('an overlay that is not there, or not in the project', async () => {
    const root = writeProject({ 'a.yaml': DESCRIPTION, 'part.yaml': 'type: string\n' });
    const overlays = ['gone.overlay.yaml', '../b.overlay.yaml'];
    const { api, diagnostics } = await loadApi('a.yaml', { root, overlays });
    expect(diagnostics.map(({ code }) => code)).toEqual(['file-missing', 'file-outside-root']);
    expect(api).toBeUndefined();
  });

  it('an overlay that is too large', async () => {
    const { diagnostics } = await load({ 'a.en.overlay.yaml': `${ENGLISH}#${'a'.repeat(2000)}\n` }, { bytes: 2000 });
    expect(diagnostics.map(({ code, place }) => `${code} ${place?.file}`)).toEqual([
      'file-too-large a.en.overlay.yaml',
    ]);
  });
});
