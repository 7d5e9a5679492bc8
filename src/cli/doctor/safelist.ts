interface Sent {
  readonly name: string;
  /** `undefined` for a secret, and for what a reader may type. */
  readonly value: string | undefined;
}

/** The types that forms can send; every other one is asked for first. */
const FORM_TYPES = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)$/;
/** Fetch, "CORS-unsafe request-header byte". */
const UNSAFE = /[\u0000-\u0008\u000a-\u001f"():<>?@[\\\]{}\u007f]/;
const LANGUAGES = /^[\dA-Za-z *,\-.;=]*$/;
const MOST = 128;

/**
 * The headers that a browser asks a server about before it sends them.
 *
 * @returns in lower case, sorted, each once, as `Access-Control-Request-Headers` has them
 * @see Fetch standard, "CORS-unsafe request-header names"
 */
export function unsafeNames(headers: readonly Sent[]): string[] {
  return [...new Set(headers.flatMap((one) => (isSafe(one) ? [] : one.name.toLowerCase())))].sort();
}

function isSafe({ name, value }: Sent): boolean {
  if (value === undefined || value.length > MOST) return false;
  switch (name.toLowerCase()) {
    case 'accept':
      return !UNSAFE.test(value);
    case 'accept-language':
    case 'content-language':
      return LANGUAGES.test(value);
    case 'content-type':
      return !UNSAFE.test(value) && FORM_TYPES.test(value.split(';')[0]?.trim().toLowerCase() ?? '');
    case 'range':
      return /^bytes=\d+-\d*$/.test(value);
    default:
      return false;
  }
}

/** Whether a browser sends no preflight for the method alone. */
export function isSimpleMethod(method: string): boolean {
  return /^(?:get|head|post)$/i.test(method);
}
