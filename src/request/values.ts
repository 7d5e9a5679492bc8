import type { JsonText } from '../model/json-text.ts';
import type { ParameterIn } from '../model/parameter.ts';

/** What a reader filled in for one operation; plain data that survives JSON, with no secret in it. */
export interface RequestValues {
  /** Index into the operation's servers. */
  readonly server: number;
  readonly serverVariables: readonly { readonly name: string; readonly value: string }[];
  /** A parameter that isn't listed is left out. `value` is JSON text: `"gpt-35-turbo"`, `3`, `["a"]`. */
  readonly parameters: readonly ParameterValue[];
  /** Left out: no body is sent. */
  readonly body?: BodyValue;
  /** Index into the operation's security alternatives; -1 sends no credential. */
  readonly security: number;
}

export interface ParameterValue {
  readonly in: ParameterIn;
  readonly name: string;
  readonly value: JsonText;
}

export interface BodyValue {
  readonly mediaType: string;
  /** Exactly what is sent; for forms and multipart bodies a JSON value, whose members become fields and parts. */
  readonly text: string;
  /** What is read from files: the whole body, or parts of a multipart body. */
  readonly files?: readonly FileValue[];
}

/** A file in the place of a value. */
export interface FileValue {
  /** The property whose value it is, or the index in a list of parts; empty for the whole body. Several may share one. */
  readonly at: string;
  /** A name or a path, as samples open it. */
  readonly name: string;
  /** What the part says it is; left out, what the description says. */
  readonly contentType?: string;
}

/** Why a value can't be sent; the console shows it at the field, worded in the reader's language. */
export interface ValueProblem {
  readonly kind: 'problem';
  readonly code:
    | 'required-missing'
    | 'path-empty'
    | 'path-dots'
    | 'header-name'
    | 'header-value'
    | 'cookie-value'
    | 'header-forbidden'
    | 'method-forbidden'
    | 'body-on-get'
    | 'no-form-for-shape'
    | 'not-json'
    | 'body-shape'
    | 'file-missing'
    | 'server-variable'
    | 'server-invalid'
    | 'server-user-info'
    | 'insecure-server';
  /** What the problem is about. */
  readonly field:
    | { readonly kind: 'parameter'; readonly in: ParameterIn; readonly name: string }
    | { readonly kind: 'server-variable'; readonly name: string }
    | { readonly kind: 'server' | 'body' | 'method' };
  /** What was found, where that helps. */
  readonly found?: string;
}
