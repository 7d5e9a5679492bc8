import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A language whose samples can't be run here: a grammar of tree-sitter reads them. */
export interface Parsed {
  readonly language: string;
  readonly library: string;
  /** npm packages, with their versions. */
  readonly packages: readonly string[];
  /** Gives what tells whether a sample has a syntax error. */
  load(): Promise<(sample: string) => boolean>;
}

/** Takes a package from the folder `CURLEW_GRAMMARS` or from this project. */
export const grammars = createRequire(join(process.env.CURLEW_GRAMMARS ?? import.meta.dirname, 'any.js'));

interface Parser {
  setLanguage(language: unknown): void;
  parse(text: string): { rootNode: { hasError: boolean } } | null;
}
interface WebTreeSitter {
  readonly Parser: { new (): Parser; init(): Promise<void> };
  readonly Language: { load(path: string): Promise<unknown> };
}

/** What `readWith` needs. */
export const WEB_TREE_SITTER = 'web-tree-sitter@0.25.10';

/** @param wasm - a grammar that was built for the web, as a path in its package */
export async function readWith(wasm: string): Promise<(sample: string) => boolean> {
  const { Parser, Language } = grammars('web-tree-sitter') as WebTreeSitter;
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammars.resolve(wasm)));
  return (sample) => parser.parse(sample)?.rootNode.hasError ?? true;
}
