import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { locateOption, readConfigFile } from './config-file.ts';
import type { OptionPath } from './option-checks.ts';

const CONFIG = `import { defineConfig } from 'astro/config';
import docs from 'curlew';

const links = [{ label: 'a', href: '/b/' }];

export default defineConfig({
  base: '/x/',
  integrations: [
    other(),
    docs({
      title: 1,
      'footer': links,
      apis: { pets: { appUrl: 'c' } },
    }),
  ],
});
`;

function placeOf(text: string, owner: 'curlew' | 'astro', path: OptionPath, mark: 'key' | 'value'): string {
  const { config } = readConfigFile({ root: writeProject({ 'astro.config.mjs': text }) });
  if (!config) throw new Error('The config was not found.');
  const { place, source } = locateOption(config, owner, path, mark);
  return `${place.line}:${place.column} ${source.slice(place.column - 1, place.column - 1 + place.length)}`;
}

describe('locateOption', () => {
  const table: { name: string; given: Parameters<typeof placeOf>; want: string }[] = [
    { name: 'a value', given: [CONFIG, 'curlew', ['title'], 'value'], want: '11:14 1' },
    { name: 'a key', given: [CONFIG, 'curlew', ['title'], 'key'], want: '11:7 title' },
    { name: 'a key in quotes', given: [CONFIG, 'curlew', ['footer'], 'key'], want: "12:7 'footer'" },
    { name: 'inside', given: [CONFIG, 'curlew', ['apis', 'pets', 'appUrl'], 'value'], want: "13:31 'c'" },
    { name: 'behind a name', given: [CONFIG, 'curlew', ['footer', 0, 'href'], 'value'], want: "4:36 '/b/'" },
    {
      name: 'what is missing',
      given: [CONFIG, 'curlew', ['footer', 0, 'gone'], 'value'],
      want: "4:16 { label: 'a', href: '/b/' }",
    },
    { name: 'the options themselves', given: [CONFIG, 'curlew', [], 'value'], want: '10:10 {' },
    { name: "Astro's own", given: [CONFIG, 'astro', ['base'], 'value'], want: "7:9 '/x/'" },
    {
      name: 'a config of no call, with TypeScript and names in a circle',
      given: [
        "import curlew from '../src/site/integration.ts';\nconst a = b, b = a, i = [curlew(a)];\nexport default { integrations: i };\n",
        'curlew',
        ['title'],
        'value',
      ],
      want: '2:11 b',
    },
    {
      name: 'no options',
      given: ["import curlew from 'curlew';\nexport default { integrations: [curlew()] };", 'curlew', ['title'], 'key'],
      want: '2:33 curlew()',
    },
    { name: 'nothing to be found', given: ['export default [];\n', 'curlew', ['title'], 'key'], want: '1:1 e' },
  ];
  for (const { name, given, want } of table) it(name, () => expect(placeOf(...given)).toBe(want));
});

describe('readConfigFile', () => {
  it('tells every syntax error at its place', () => {
    const root = writeProject({ 'astro.config.mjs': 'export default {\n  integrations: [curlew(],\n};\n' });
    const { diagnostics } = readConfigFile({ root: root });
    expect(diagnostics.map(({ code, place }) => `${code} ${place?.file}:${place?.line}:${place?.column}`)).toEqual([
      'config-syntax astro.config.mjs:2:25',
    ]);
  });

  it('reads TypeScript where the file is', () => {
    const root = writeProject({
      'astro.config.ts': 'const a: number = 1;\nexport default { base: a } satisfies object;\n',
    });
    const { config, diagnostics } = readConfigFile({ root: root });
    expect(diagnostics).toEqual([]);
    expect(config && locateOption(config, 'astro', ['base'], 'value').place).toMatchObject({ line: 2, column: 24 });
  });

  it('a project needs none', () => expect(readConfigFile({ root: writeProject({}) })).toEqual({ diagnostics: [] }));
});
