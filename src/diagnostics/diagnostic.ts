export type Severity = 'error' | 'warning' | 'info';

/** A place in a file. Lines and columns count from 1; a column counts characters as editors do. */
export interface Place {
  /** Relative to the project, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many columns to underline; at least 1. */
  readonly length: number;
}

/** A mistake in an author's file: collected and returned beside the result, never thrown. */
export interface Diagnostic {
  /** Stable, in kebab case: `path-parameter-missing`. */
  readonly code: string;
  readonly severity: Severity;
  /** A whole sentence with the value found. */
  readonly message: string;
  readonly place?: Place;
  /** The JSON pointer of the node, where there is one. */
  readonly pointer?: string;
  /** The source line that `place` names. */
  readonly source?: string;
  /** Where a `$ref` led here from. */
  readonly referencedFrom?: Place;
  /** How to mend it, a sentence. */
  readonly fix?: string;
}
