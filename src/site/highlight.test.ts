import { describe, expect, it } from 'vitest';
import { highlightCode } from './highlight.ts';

describe('highlightCode', () => {
  it('tells kinds apart and keeps every character', async () => {
    const code = 'import os\nx = {"a": 1}  # 注释\n';
    const tokens = await highlightCode(code, 'py');
    expect(tokens.map((token) => token.text).join('')).toBe(code);
    const kinds = new Map(tokens.map((token) => [token.text.trim(), token.kind]));
    expect(kinds.get('import')).toBe('keyword');
    expect(kinds.get('"a"')).toBe('string');
    expect(kinds.get('1')).toBe('number');
    expect(kinds.get('# 注释')).toBe('comment');
  });

  it('prints a language it does not know, or none, plain', async () => {
    expect(await highlightCode('a < b', '__proto__')).toEqual([{ kind: 'plain', text: 'a < b' }]);
    expect(await highlightCode('x', '')).toEqual([{ kind: 'plain', text: 'x' }]);
  });
});
