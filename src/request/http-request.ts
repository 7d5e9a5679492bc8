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

/** A secret in the value of a header, and the text before it: `Bearer ` + token. */
export interface HeaderSecret {
  readonly prefix: string;
  readonly credential: Credential;
}

/** One header, in sending order. `Cookie` may hold several secrets: those after the first are `more`. */
export type HttpHeader =
  | { readonly name: string; readonly value: string }
  | (HeaderSecret & { readonly name: string; readonly more?: readonly HeaderSecret[] });

/** A secret in the query. It is appended to the URL, percent-encoded, when the request is sent. */
export interface QueryCredential {
  /** Not yet percent-encoded. */
  readonly name: string;
  readonly credential: Credential;
}

/**
 * Stands where the bytes of a file go. Samples open the file by its name, the console has its bytes; whatever
 * shows, prints or stores a request sees only this.
 */
export interface FileReference {
  /** Where in the body it stands: the pointer of its value, empty for the whole body. */
  readonly at: string;
  /** A name or a path, as samples open it. */
  readonly name: string;
}

/** One part of a multipart body. */
export interface Part {
  /** Left out for a part without a name, which has no `Content-Disposition` then. */
  readonly name?: string;
  readonly filename?: string;
  /** Left out where `text/plain` goes without saying (RFC 7578, section 4.4). */
  readonly contentType?: string;
  /** The others, in their order. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly content: string | FileReference;
}

/** What is sent after the headers. Text goes out as UTF-8, unchanged. */
export type HttpBody =
  | {
      readonly kind: 'text';
      readonly mediaType: string;
      readonly text: string;
      /** Of a form: the names and values that `text` was encoded from (WHATWG URL, section 5.2). */
      readonly fields?: readonly (readonly [name: string, value: string])[];
    }
  | { readonly kind: 'file'; readonly mediaType: string; readonly file: FileReference }
  | {
      readonly kind: 'multipart';
      /** Without the boundary, which its header has. */
      readonly mediaType: string;
      /** In no part's text. */
      readonly boundary: string;
      readonly parts: readonly Part[];
    };

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
