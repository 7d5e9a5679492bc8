/**
 * Stands where a secret goes. The value is put in by `fillCredentials`, as a request is sent or where a reader
 * asked for a sample with the key in it; everything else that shows, prints or stores a request sees only this.
 */
export interface Credential {
  /** The id of the security scheme. */
  readonly scheme: string;
  /** `basic` is `user:password`, sent as base64 (RFC 7617). */
  readonly form: 'raw' | 'basic';
  /** The environment variable that samples read it from: `APIGPT_API_KEY`. */
  readonly variable: string;
}

/** One header, in sending order. A secret one has its value as `prefix` + credential: `Bearer ` + token. */
export type HttpHeader =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly prefix: string; readonly credential: Credential };

/** A secret in the query. It is appended to the URL, percent-encoded, when the request is sent. */
export interface QueryCredential {
  /** Not yet percent-encoded. */
  readonly name: string;
  readonly credential: Credential;
}

/** What is sent after the headers. The text goes out as UTF-8, unchanged. */
export type HttpBody = { readonly kind: 'text'; readonly mediaType: string; readonly text: string };

/**
 * What goes over the wire: samples, the preview, the sender and the sandbox all start from this, and none
 * changes it.
 */
export interface HttpRequest {
  readonly method: string;
  /** Absolute and percent-encoded, without any secret. */
  readonly url: string;
  readonly queryCredentials?: readonly QueryCredential[];
  /** `Content-Type` and `Accept` are among them where they are sent. */
  readonly headers: readonly HttpHeader[];
  readonly body?: HttpBody;
  /** The answer is expected in pieces: print and read it as it arrives. */
  readonly stream: boolean;
  /** The answer is JSON where it succeeds: samples read it so, otherwise as text. */
  readonly answersJson?: boolean;
}
