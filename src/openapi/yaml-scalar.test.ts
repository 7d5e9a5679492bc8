import { describe, expect, it } from 'vitest';
import { resolvePlain } from './yaml-scalar.ts';

const SPAN = { start: 0, end: 0 };

/** The JSON that a plain scalar stands for; a text as its JSON literal. */
function json(text: string): string {
  const node = resolvePlain(text, SPAN);
  if (node === 'not-finite') return node;
  if (node.kind === 'number') return node.text;
  return JSON.stringify(node.kind === 'string' || node.kind === 'boolean' ? node.value : null);
}

describe('a plain scalar of YAML 1.2', () => {
  // The first rows are the examples of YAML 1.2.2, section 10.3.2.
  const table = [
    { given: 'null', want: 'null' },
    { given: '', want: 'null' },
    { given: 'true', want: 'true' },
    { given: 'False', want: 'false' },
    { given: '0', want: '0' },
    { given: '0o7', want: '7' },
    { given: '0x3A', want: '58' },
    { given: '-19', want: '-19' },
    { given: '0.', want: '0.0' },
    { given: '-0.0', want: '-0.0' },
    { given: '.5', want: '0.5' },
    { given: '+12e03', want: '12e03' },
    { given: '-2E+05', want: '-2E+05' },
    { given: '.inf', want: 'not-finite' },
    { given: '-.Inf', want: 'not-finite' },
    { given: '+.INF', want: 'not-finite' },
    { given: '.NAN', want: 'not-finite' },
    { given: '1.10', want: '1.10' },
    { given: '12345678901234567890', want: '12345678901234567890' },
    { given: '0x1F', want: '31' },
    { given: '0xFFFFFFFFFFFFFFFFFF', want: '4722366482869645213695' },
    { given: '+1.10', want: '1.10' },
    { given: '007', want: '7' },
    { given: '-007.50', want: '-7.50' },
    { given: '1e400', want: '1e400' },
    { given: '~', want: 'null' },
    { given: 'nan', want: '"nan"' },
    { given: '-', want: '"-"' },
    { given: '.', want: '"."' },
    { given: '1_000', want: '"1_000"' },
    { given: '1e', want: '"1e"' },
    { given: '0b1', want: '"0b1"' },
    { given: '-0x1', want: '"-0x1"' },
    { given: 'yes', want: '"yes"' },
    { given: 'on', want: '"on"' },
    { given: '12:30:45', want: '"12:30:45"' },
    { given: '2001-12-14', want: '"2001-12-14"' },
    { given: '3.1.0', want: '"3.1.0"' },
  ];
  for (const { given, want } of table) it(JSON.stringify(given), () => expect(json(given)).toBe(want));

  it('leaves a hexadecimal number of a million digits alone', () => {
    const text = `0x${'f'.repeat(1_000_000)}`;
    expect(json(text)).toBe(JSON.stringify(text));
  });
});
