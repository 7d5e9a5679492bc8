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
