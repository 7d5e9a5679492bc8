import type { MediaType } from './media-type.ts';
import type { Header, Parameter } from './parameter.ts';
import type { ExternalDocs } from './schema-object.ts';
import type { SecurityRequirement } from './security-scheme.ts';
import type { Server } from './server.ts';

/** `operationId`, or `METHOD /path` where there is none. Unique in its API and stable across languages. */
export type OperationKey = string;

export interface RequestBody {
  readonly description?: string;
  readonly required: boolean;
  readonly content: readonly MediaType[];
}

export interface Response {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly summary?: string;
  readonly description?: string;
  readonly headers: readonly Header[];
  readonly content: readonly MediaType[];
  readonly source?: string;
}

export interface Operation {
  readonly key: OperationKey;
  readonly operationId?: string;
  /** As it goes over the wire, `POST` or `QUERY`; since OpenAPI 3.2 it may be any token. */
  readonly method: string;
  /** The template, with `{name}` where a path parameter stands. */
  readonly path: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  readonly externalDocs?: ExternalDocs;
  /** The operation's own, else the path's, else the API's. Never empty. */
  readonly servers: readonly Server[];
  /** Alternatives, each enough; empty when no credential is asked for. */
  readonly security: readonly SecurityRequirement[];
  /** The path's and the operation's, merged. */
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  readonly responses: readonly Response[];
  readonly source?: string;
}
