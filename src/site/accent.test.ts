import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accentNames, accentSheet, contrast, deriveAccent } from './accent.ts';

const TOKENS = readFileSync(join(import.meta.dirname, '../styles/tokens.css'), 'utf8');

/** A token's colour in both themes, as the page has it. */
function token(name: string): { light: string; dark: string } {
  const match = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(TOKENS);
  if (!match?.[1] || !match[2]) throw new Error(`tokens.css has no --${name} of two colours.`);
  return { light: match[1], dark: match[2] };
}

describe('contrast', () => {
  // The first two are the ends of the scale in WCAG 2.2; #767676 is known as the lightest gray of level AA.
  const table: { given: [string, string]; want: string }[] = [
    { given: ['#000000', '#ffffff'], want: '21.00' },
    { given: ['#ffffff', '#ffffff'], want: '1.00' },
    { given: ['#767676', '#ffffff'], want: '4.54' },
  ];
  for (const { given, want } of table) {
    it(given.join(' on '), () => expect(contrast(...given).toFixed(2)).toBe(want));
  }
});

describe('deriveAccent', () => {
  const colours = ['#000', '#ffffff', '#f00', '#00ff00', '#0000ff', '#ffff00', '#0ea5e9', '#808080', ...accentNames];
  for (const colour of colours) {
    it(`${colour} can be read in both themes`, () => {
      const derived = deriveAccent(colour);
      for (const theme of ['light', 'dark'] as const) {
        const { accent = '', soft = '' } = derived?.[theme] ?? {};
        const grounds = ['color-bg', 'color-surface', 'color-surface-raised', 'color-accent-text'].map(
          (name) => token(name)[theme],
        );
        const lowest = Math.min(...[...grounds, soft].map((ground) => contrast(accent, ground)));
        expect(lowest, theme).toBeGreaterThanOrEqual(4.5);
        expect(contrast(token('color-text')[theme], soft), `${theme}, text on soft`).toBeGreaterThanOrEqual(4.5);
      }
    });
  }

  it('keeps a colour that can be read as it is', () => {
    expect(deriveAccent('#1d4ed8')?.light.accent).toBe('#1d4ed8');
    expect(deriveAccent('#1763b8')?.light.accent).toBe('#1763b8');
  });

  it('knows no other notation', () => {
    for (const colour of ['1d4ed8', '#12345', 'rgb(0 0 0)', 'constructor', '']) {
      expect(deriveAccent(colour), colour).toBeUndefined();
    }
  });
});

it('the style sheet sets tokens that tokens.css has', () => {
  const names = [...accentSheet('teal').matchAll(/(--[\w-]+):/g)].map((match) => match[1] ?? '');
  expect(names).toHaveLength(3);
  for (const name of names) expect(TOKENS).toContain(`${name}:`);
});
