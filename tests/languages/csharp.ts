import { type Parsed, readWith, WEB_TREE_SITTER } from './parsed.ts';

/** Debian and npm have no .NET that knows C# 12. */
export const parsed: Parsed = {
  language: 'csharp',
  library: 'HttpClient',
  packages: [WEB_TREE_SITTER, 'tree-sitter-c-sharp@0.23.5'],
  load: () => readWith('tree-sitter-c-sharp/tree-sitter-c_sharp.wasm'),
};
