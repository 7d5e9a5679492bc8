import type { Example, MediaType } from './media-type.ts';
import type { Schema } from './schema-object.ts';

export type ParameterIn = 'path' | 'query' | 'querystring' | 'header' | 'cookie';

export type ParameterStyle =
  | 'matrix'
  | 'label'
  | 'simple'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject'
  /** Swagger 2.0's `tsv`, which later versions lack: items joined by a tab. */
  | 'tabDelimited'
  | 'cookie';

/**
 * What joins the items of lists within a list, the outermost of those first; left out where no list is within another,
 * and in all versions but Swagger 2.0, which have no form for that.
 */
export type ItemDelimiters = readonly string[];

export interface Parameter {
  readonly name: string;
  readonly in: ParameterIn;
  readonly description?: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** Filled in by place when the author leaves it out (OpenAPI 3.2, "Parameter Object"). */
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly allowEmptyValue: boolean;
  readonly itemDelimiters?: ItemDelimiters;
  readonly schema?: Schema;
  /** The one media type of a parameter described by `content` instead of `schema`. */
  readonly content?: MediaType;
  readonly examples: readonly Example[];
  /**
   * Readers set its value once for the whole API: what the author says (`x-curlew-shared`). In the slice of one
   * operation, what was decided (`markShared`).
   */
  readonly shared?: boolean;
  readonly source?: string;
}

/** A response header. */
export interface Header {
  readonly name: string;
  readonly description?: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** What joins its items in Swagger 2.0; left out where it is `simple`, as it always is in later versions. */
  readonly style?: ParameterStyle;
  readonly explode: boolean;
  readonly itemDelimiters?: ItemDelimiters;
  readonly schema?: Schema;
  readonly content?: MediaType;
  readonly examples: readonly Example[];
  /** The reference that stands for it and leads nowhere, as written. */
  readonly missing?: string;
  readonly source?: string;
}
