import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { resolveOptions } from './options.ts';
import { componentsModule, stylesModule } from './owner-modules.ts';

it('the styles are the accent, then the style sheets in their order', () => {
  const options = resolveOptions({ css: ['b.css', './styles/a.css'] }, 'Pets');
  expect(stylesModule({ options }, { root: '/project', accentFile: '/hidden/accent.css' })).toBe(
    'import "/hidden/accent.css";\nimport "/project/b.css";\nimport "/project/styles/a.css";\n',
  );
});

it('a replaced component is the owner’s, the others are ours and there', () => {
  const lines = componentsModule({ pageTitle: './a "b"/Title.astro' }, { root: '/project' }).trimEnd().split('\n');
  const files = new Map(
    lines.map((line) => {
      const [, name, file = ''] = /^export { default as (\w+) } from (".*");$/.exec(line) ?? [];
      return [name, JSON.parse(file) as string];
    }),
  );
  expect([...files.keys()]).toEqual(['Header', 'Footer', 'PageTitle', 'Navigation', 'CodeSample']);
  expect(files.get('PageTitle')).toBe('/project/a "b"/Title.astro');
  files.delete('PageTitle');
  for (const file of files.values()) expect(existsSync(file), file).toBe(true);
});
