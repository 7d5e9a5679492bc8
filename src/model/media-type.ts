import type { JsonText } from './json-text.ts';
import type { Schema } from './schema-object.ts';

/** A named example. At most one of `value`, `text` and `externalUrl` is there. */
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
  readonly source?: string;
}

/** How one body looks in one media type. */
export interface MediaType {
  /** As written, such as `application/json` or `text/event-stream; charset=utf-8`. */
  readonly name: string;
  readonly schema?: Schema;
  /** The schema of each item of a sequential media type (OpenAPI 3.2): one event, one JSON line. */
  readonly itemSchema?: Schema;
  readonly examples: readonly Example[];
  readonly source?: string;
}
