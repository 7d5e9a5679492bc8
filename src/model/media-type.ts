import type { JsonText } from './json-text.ts';
import type { Header, ItemDelimiters, ParameterStyle } from './parameter.ts';
import type { Schema } from './schema-object.ts';

/** A named example. At most one of data and `externalUrl` is there; data may be there as `value`, as `text` or both. */
export interface Example {
  /** The key in `examples`; `default` for a lone `example`. */
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  /** A JSON value, as JSON text with the author's numbers and key order. */
  readonly value?: JsonText;
  /** The example exactly as it goes over the wire: an event stream, XML, plain text. */
  readonly text?: string;
  readonly externalUrl?: string;
  /** The reference that stands for it and leads nowhere, as written. */
  readonly missing?: string;
  readonly source?: string;
}

/**
 * How one part of a multipart or form body is written. What the author leaves out stays out, since the default
 * follows from the schema of the part. OpenAPI 3.2, "Encoding Object".
 */
export interface Encoding {
  /** The property it is for; none for the encoding of items by their place. */
  readonly name?: string;
  readonly contentType?: string;
  readonly headers: readonly Header[];
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly itemDelimiters?: ItemDelimiters;
  readonly encoding?: readonly Encoding[];
  readonly prefixEncoding?: readonly Encoding[];
  readonly itemEncoding?: Encoding;
}

/** How one body looks in one media type. */
export interface MediaType {
  /** As written, such as `application/json` or `text/event-stream; charset=utf-8`. */
  readonly name: string;
  readonly description?: string;
  readonly schema?: Schema;
  /** The schema of each item of a sequential media type (OpenAPI 3.2): one event, one JSON line. */
  readonly itemSchema?: Schema;
  readonly examples: readonly Example[];
  /** By property. */
  readonly encoding?: readonly Encoding[];
  /** Of the first items of a multipart body without names, by their place (OpenAPI 3.2). */
  readonly prefixEncoding?: readonly Encoding[];
  /** Of all items after those (OpenAPI 3.2). */
  readonly itemEncoding?: Encoding;
  /** The reference that stands for it and leads nowhere, as written. */
  readonly missing?: string;
  readonly source?: string;
}
