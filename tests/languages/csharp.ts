import { grammars, type Parsed } from './parsed.ts';

interface Parser {
  setLanguage(language: unknown): void;
  parse(text: string): { rootNode: { hasError: boolean } } | null;
}
interface WebTreeSitter {
  readonly Parser: { new (): Parser; init(): Promise<void> };
  readonly Language: { load(path: string): Promise<unknown> };
}

/** Debian and npm have no .NET that knows C# 12. */
export const parsed: Parsed = {
  language: 'csharp',
  library: 'HttpClient',
  packages: ['web-tree-sitter@0.25.10', 'tree-sitter-c-sharp@0.23.5'],
  async load() {
    const { Parser, Language } = grammars('web-tree-sitter') as WebTreeSitter;
    await Parser.init();
    const parser = new Parser();
    parser.setLanguage(await Language.load(grammars.resolve('tree-sitter-c-sharp/tree-sitter-c_sharp.wasm')));
    return (sample) => parser.parse(sample)?.rootNode.hasError ?? true;
  },
};
