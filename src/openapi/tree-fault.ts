import type { Severity } from '../diagnostics/diagnostic.ts';
import type { JsonNode } from '../model/json-text.ts';
import type { Span } from './source-file.ts';

/** What is wrong with a text, before it has a file name. */
export interface TreeFault {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix?: string;
  readonly span: Span;
}

/** The root is there when the text can be read, though a fault may say that a part of it can't. */
export interface ParsedTree {
  readonly root?: JsonNode;
  readonly faults: readonly TreeFault[];
}
