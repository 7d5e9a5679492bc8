import { type Parsed, readWith, WEB_TREE_SITTER } from './parsed.ts';

/** Debian and npm have no PowerShell. */
export const parsed: Parsed = {
  language: 'powershell',
  library: 'HttpClient',
  packages: [WEB_TREE_SITTER, 'tree-sitter-powershell@0.26.4'],
  async load() {
    const hasError = await readWith('tree-sitter-powershell/tree-sitter-powershell.wasm');
    // This grammar takes `#` for a comment where it follows an escape in a string.
    return (sample) => hasError(sample.replace(/(`u\{\w+\}|`.)#/gu, '$1_'));
  },
};
