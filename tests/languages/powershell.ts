import { grammars, type Parsed } from './parsed.ts';

interface Parser {
  setLanguage(language: unknown): void;
  parse(text: string): { rootNode: { hasError: boolean } } | null;
}
interface WebTreeSitter {
  readonly Parser: { new (): Parser; init(): Promise<void> };
  readonly Language: { load(path: string): Promise<unknown> };
}

/** Debian and npm have no PowerShell. */
export const parsed: Parsed = {
  language: 'powershell',
  library: 'HttpClient',
  packages: ['web-tree-sitter@0.25.10', 'tree-sitter-powershell@0.26.4'],
  async load() {
    const { Parser, Language } = grammars('web-tree-sitter') as WebTreeSitter;
    await Parser.init();
    const parser = new Parser();
    parser.setLanguage(await Language.load(grammars.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')));
    // This grammar takes `#` for a comment where it follows an escape in a string.
    return (sample) => parser.parse(sample.replace(/(`u\{\w+\}|`.)#/gu, '$1_'))?.rootNode.hasError ?? true;
  },
};
