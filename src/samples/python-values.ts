import type { Credential, HttpBody, HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { bodyPieces } from '../request/multipart.ts';
import { encodesAlike } from './form-fields.ts';
import { type LiteralSyntax, printLiteral } from './literal.ts';
import { headerPieces, joinPieces, secretsOf, urlPieces } from './pieces.ts';
import { quotePython, quotePythonText } from './quote.ts';

/** How Python writes JSON values. */
export const PYTHON: LiteralSyntax = {
  string: quotePython,
  key: quotePython,
  words: { true: 'True', false: 'False', null: 'None' },
  padding: '',
  indent: '    ',
  keepsNumber,
  keepsKey: (name) => name.isWellFormed(),
  // `.encode()` refuses half a surrogate pair.
  keepsString: (text) => text.isWellFormed(),
};

/** Whether `json.dumps` writes a number back as it stands: `repr` of a float has its own rules for exponents. */
function keepsNumber(text: string): boolean {
  if (/^-?\d{1,300}$/.test(text)) return text !== '-0';
  if (!/^-?\d+\.\d+$/.test(text)) return false;
  const value = Math.abs(Number(text));
  const kept = String(Number(text)) === text || (text.endsWith('.0') && `${Number(text)}.0` === text);
  return kept && (value >= 1e-4 ? value < 1e16 : value === 0);
}

export function environment(credential: Credential): string {
  return `os.environ["${credential.variable}"]`;
}

/** The address as an expression; its secrets need `urllib.parse`. */
export function pythonUrl(request: HttpRequest): string {
  return joinPieces(urlPieces(request), {
    quote: quotePython,
    secret: (credential) => `urllib.parse.quote(${environment(credential)}, safe="")`,
  });
}

/** An entry of a dictionary of headers. */
export function pythonHeader(header: HttpHeader): string {
  const name = quotePython(header.name);
  // Some libraries take a text past ASCII for UTF-8, or refuse it; bytes are sent as they are.
  if ('value' in header)
    return `${name}: ${quotePython(header.value)}${/^[ -~\t]*$/.test(header.value) ? '' : '.encode("latin-1")'}`;
  const secret = environment(header.credential);
  const value = header.credential.form === 'basic' ? `base64.b64encode(${secret}.encode()).decode()` : secret;
  // Before Python 3.12 the quotes inside an f-string must be others than those around it.
  return /^[\w .:=;-]+$/.test(header.prefix)
    ? `${name}: f"${header.prefix}{${value.replaceAll('"', "'")}}"`
    : `${name}: ${joinPieces(headerPieces(header), { quote: quotePython, secret: () => value })}`;
}

/** The entries of a call that has these headers; nothing for none. */
export function pythonHeaders(headers: readonly HttpHeader[]): string[] {
  return headers.length > 0 ? [`headers={\n${headers.map((one) => `    ${pythonHeader(one)},\n`).join('')}}`] : [];
}

/** A call, on one line where it fits. */
export function pythonCall(callee: string, options: readonly string[]): string {
  const flat = `${callee}(${options.join(', ')})`;
  return flat.includes('\n') || flat.length > 76
    ? `${callee}(\n${options.map((option) => `${indent(option)},\n`).join('')})`
    : flat;
}

/** Statements as a block inside another. */
export function indent(statements: string): string {
  return statements.replace(/^/gm, '    ');
}

/** The modules of the standard library that the address and the headers need. */
export function standardModules(request: HttpRequest): string[] {
  const secrets = secretsOf(request);
  return [
    ...(secrets.some((secret) => secret.form === 'basic') ? ['base64'] : []),
    ...(secrets.length > 0 ? ['os'] : []),
    ...(request.queryCredentials?.length ? ['urllib.parse'] : []),
  ];
}

/** The import lines of these modules, each once. */
export function importLines(modules: readonly string[]): string {
  return [...new Set(modules)]
    .sort()
    .map((name) => `import ${name}\n`)
    .join('');
}

/** How a script has its body. */
export interface PythonBody {
  readonly modules: readonly string[];
  /** What stands before the call, empty for nothing. */
  readonly before: string;
  /** Bytes, an open file, or for `files` a list of parts. */
  readonly expression: string;
  readonly kind: 'data' | 'files';
  /** A file that must be open during the call: `open("a.png", "rb") as body`. */
  readonly opened?: string;
}

/** Writes a payload as the request has it: the layout of `formatJson`, in UTF-8. */
const DUMPS = 'json.dumps(payload, indent=2, ensure_ascii=False).encode()';

/**
 * @param writesParts - the library writes a multipart form from a list of parts, as `requests` does
 */
export function pythonBody(body: HttpBody | undefined, writesParts: boolean): PythonBody | undefined {
  if (!body) return undefined;
  if (body.kind === 'file') {
    const opened = `open(${quotePython(body.file.name)}, "rb") as body`;
    return { modules: [], before: '', expression: 'body', kind: 'data', opened };
  }
  if (body.kind === 'multipart') return multipartBody(body, writesParts);
  const literal = isJsonType(body.mediaType) ? printLiteral(body.text, PYTHON) : undefined;
  if (literal !== undefined) {
    return { modules: ['json'], before: `payload = ${literal}\n\n`, expression: DUMPS, kind: 'data' };
  }
  // The characters that its encoder leaves as they are, and forms encode, or the other way round.
  if (body.fields && encodesAlike(body.fields, /[*~]/)) {
    const rows = body.fields.map(([name, value]) => `    (${quotePython(name)}, ${quotePython(value)}),\n`);
    const expression = 'urllib.parse.urlencode(form).encode()';
    return { modules: ['urllib.parse'], before: `form = [\n${rows.join('')}]\n\n`, expression, kind: 'data' };
  }
  return {
    modules: [],
    before: `payload = ${quotePythonText(body.text)}\n\n`,
    expression: 'payload.encode()',
    kind: 'data',
  };
}

function multipartBody(body: HttpBody & { kind: 'multipart' }, writesParts: boolean): PythonBody {
  const rows = writesParts && body.mediaType === 'multipart/form-data' ? body.parts.map(partRow) : [undefined];
  if (rows.length > 0 && rows.every((row) => row !== undefined)) {
    return { modules: [], before: `form = [\n${rows.join('')}]\n\n`, expression: 'form', kind: 'files' };
  }
  const pieces = bodyPieces(body).map((piece) =>
    typeof piece === 'string' ? `${quotePython(piece)}.encode()` : `open(${quotePython(piece.name)}, "rb").read()`,
  );
  const before = `body = b"".join([\n${pieces.map((piece) => `    ${piece},\n`).join('')}])\n\n`;
  return { modules: [], before, expression: 'body', kind: 'data' };
}

/** A part as the libraries take it; nothing where they would write its name in another way. */
function partRow({ name = '', filename = '', contentType, headers, content }: Part): string | undefined {
  if (!/^[^"\\\p{Cc}]+$/u.test(name) || /["\\\p{Cc}]/u.test(filename) || headers.length > 0) return undefined;
  const value =
    typeof content === 'string' ? `${quotePython(content)}.encode()` : `open(${quotePython(content.name)}, "rb")`;
  const type = contentType === undefined ? '' : `, ${quotePython(contentType)}`;
  return `    (${quotePython(name)}, (${filename === '' ? 'None' : quotePython(filename)}, ${value}${type})),\n`;
}
