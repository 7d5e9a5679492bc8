import type { Api } from '../model/api.ts';
import type { JsonNode } from '../model/json-text.ts';
import type { Operation } from '../model/operation.ts';
import type { ParameterIn } from '../model/parameter.ts';

/** One request that found its operation. */
export interface Call {
  readonly api: Api;
  readonly operation: Operation;
  /** By name, still percent-encoded. */
  readonly pathValues: ReadonlyMap<string, string>;
  readonly url: URL;
  readonly headers: Headers;
  /** As text in UTF-8; what isn't text reads as replacement characters. */
  readonly body: string;
  /** As sent, where it matters: parts of a body may be in no encoding at all. */
  readonly bytes?: Uint8Array;
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
  readonly body: string | Uint8Array<ArrayBuffer> | readonly Piece[];
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
  /** Every single thing that is wrong with parameters and body, for descriptions that have a list of them. */
  readonly faults?: readonly Fault[];
}

/** One thing that is wrong with a request. */
export interface Fault {
  /** Where the value was sent. */
  readonly place: ParameterIn | 'body';
  /** A JSON pointer: into the body, or to a parameter by its name. */
  readonly pointer: string;
  /** The same as programmers write it. */
  readonly param: string;
  /** What is broken, as a word for programs: `required`, `too-short`. */
  readonly code: string;
  readonly message: string;
}
