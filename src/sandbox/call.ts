import type { Api } from '../model/api.ts';
import type { JsonNode } from '../model/json-text.ts';
import type { Operation } from '../model/operation.ts';

/** One request that found its operation. */
export interface Call {
  readonly api: Api;
  readonly operation: Operation;
  /** By name, still percent-encoded. */
  readonly pathValues: ReadonlyMap<string, string>;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
  /** The body as JSON; left out when it isn't sent as JSON or can't be read. */
  readonly json?: JsonNode;
  readonly settings: Settings;
}

export interface Settings {
  /** The one key that is let in; any that isn't empty when left out. */
  readonly key?: string;
  /** Another seed gives other ids and other simulated numbers. */
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A part of a stream, sent `pause` milliseconds after the one before. */
export interface Piece {
  readonly text: string;
  readonly pause: number;
}

/** What goes back, before it is a Response. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Left out with an empty body. */
  readonly mediaType?: string;
  readonly body: string | readonly Piece[];
}

/** Why a request is refused; `error-answer.ts` writes it in the description's own shape. */
export interface Problem {
  readonly status: number;
  /** A word for programs; the status when left out. */
  readonly code?: string;
  /** A sentence in English, as APIs have it. */
  readonly message: string;
  /** What it is about: a parameter's name or a path into the body, `messages[0].role`. */
  readonly param?: string;
  readonly headers?: Answer['headers'];
}
