import { expect, it } from 'vitest';
import { resolveOptions } from './options.ts';
import { stylesModule } from './owner-modules.ts';

it('the styles are the accent, then the style sheets in their order', () => {
  const options = resolveOptions({ css: ['b.css', './styles/a.css'] }, undefined);
  expect(stylesModule({ options }, { root: '/project', accentFile: '/work/accent.css' })).toBe(
    'import "/work/accent.css";\nimport "/project/b.css";\nimport "/project/styles/a.css";\n',
  );
});
