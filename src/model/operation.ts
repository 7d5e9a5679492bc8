import type { JsonText } from './json-text.ts';
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

/** What a request of another operation takes from this answer. OpenAPI 3.2, "Link Object". */
export interface Link {
  readonly name: string;
  readonly description?: string;
  /** The operation it leads to; none when the description has none by that id or reference. */
  readonly operation?: OperationKey;
  /** As written, when `operation` is not there. */
  readonly target?: string;
  /** A value is JSON; a string may be a runtime expression such as `$response.body#/id`. */
  readonly parameters: readonly { readonly name: string; readonly value: JsonText }[];
  readonly requestBody?: JsonText;
  readonly server?: Server;
  /** The reference that stands for it and leads nowhere, as written; then nothing else is known of it. */
  readonly missing?: string;
}

export interface Response {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly summary?: string;
  readonly description?: string;
  readonly headers: readonly Header[];
  readonly content: readonly MediaType[];
  readonly links?: readonly Link[];
  /** The reference that stands for it and leads nowhere, as written. */
  readonly missing?: string;
  readonly source?: string;
}

/** A request that the API sends to where an expression leads. OpenAPI 3.2, "Callback Object". */
export interface Callback {
  readonly name: string;
  /** The runtime expression that gives the URL: `{$request.body#/callbackUrl}`. Empty where all of it is missing. */
  readonly expression: string;
  /** One for each method; without callbacks of its own where it is inside itself. */
  readonly operations: readonly Operation[];
  /** A reference that leads nowhere, as written: for the callback, its path item or an operation of that. */
  readonly missing?: string;
}

/** A parameter whose reference leads nowhere. */
export interface MissingParameter {
  /** What the reference calls it, which is most often its name. */
  readonly name: string;
  /** The reference as written. */
  readonly missing: string;
}

/** A code sample that the author wrote (`x-codeSamples`). */
export interface CodeSample {
  readonly lang: string;
  readonly label?: string;
  readonly source: string;
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
  /** What its path item says of all operations there. */
  readonly pathSummary?: string;
  readonly pathDescription?: string;
  readonly deprecated: boolean;
  /** Why it is deprecated, and what to use in its place (`x-deprecated-message` and its like). */
  readonly deprecation?: string;
  /** When it goes, as written (`x-sunset`). */
  readonly sunset?: string;
  /** How far it is, `beta`, and whatever words its author puts beside it (`x-badges`, `x-stability` and their like). */
  readonly badges?: readonly string[];
  /** A call to a real server costs something: what, as the author says it, or only that it does (`x-curlew-costs`). */
  readonly costs?: string | true;
  readonly tags: readonly string[];
  readonly externalDocs?: ExternalDocs;
  /** The operation's own, else the path's, else the API's. Never empty but for webhooks and callbacks. */
  readonly servers: readonly Server[];
  /** Alternatives, each enough; empty when no credential is asked for. */
  readonly security: readonly SecurityRequirement[];
  /** The path's and the operation's, merged. */
  readonly parameters: readonly Parameter[];
  /** Headers `Accept`, `Content-Type` and `Authorization`, which are told by other means: to be read, not sent. */
  readonly ignoredParameters?: readonly Parameter[];
  /** Those of which only a reference that leads nowhere is there: to be read, not sent. */
  readonly missingParameters?: readonly MissingParameter[];
  readonly requestBody?: RequestBody;
  /** The reference for a request body that leads nowhere, as written. */
  readonly missingRequestBody?: string;
  readonly responses: readonly Response[];
  readonly callbacks?: readonly Callback[];
  readonly codeSamples?: readonly CodeSample[];
  readonly source?: string;
}

/** A request that the API sends on its own, to a URL agreed on elsewhere. */
export interface Webhook {
  /** The key in `webhooks`. */
  readonly name: string;
  /** Its `path` is the webhook's name, its key `operationId`, or `webhook METHOD NAME`. */
  readonly operation: Operation;
}
