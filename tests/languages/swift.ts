import { grammars, type Parsed } from './parsed.ts';

interface Parser {
  setLanguage(language: unknown): void;
  parse(text: string, old: undefined, options: { bufferSize: number }): { rootNode: { hasError: boolean } };
}

/** Debian and npm have no Swift. The builds of this grammar for the web are too old for raw strings. */
export const parsed: Parsed = {
  language: 'swift',
  library: 'URLSession',
  // Installed with `--ignore-scripts --legacy-peer-deps`: both hold their native builds.
  packages: ['tree-sitter@0.22.4', 'tree-sitter-swift@0.7.1'],
  load() {
    const parser = new (grammars('tree-sitter') as new () => Parser)();
    parser.setLanguage(grammars('tree-sitter-swift'));
    // With a small buffer it would cut surrogate pairs.
    return Promise.resolve((sample) => parser.parse(sample, undefined, { bufferSize: 1 << 22 }).rootNode.hasError);
  },
};
