import type { HttpBody, HttpRequest } from '../request/http-request.ts';
import {
  acceptsEvents,
  address,
  basicVariable,
  type Dialect,
  fieldsOf,
  formParts,
  headersBut,
  headerValue,
  isJson,
  lines,
  type PartWriter,
  piecesOf,
  secretsOf,
} from './dialect.ts';
import { printLiteral } from './literal.ts';
import { PYTHON, quotePython, quotePythonText } from './literal-syntax.ts';

const DIALECT: Dialect = {
  quote: quotePython,
  // Some libraries take a text past ASCII for UTF-8, or refuse it; bytes are sent as they are.
  quoteHeader: (text) => `${quotePython(text)}${/^[ -~\t]*$/.test(text) ? '' : '.encode("latin-1")'}`,
  secret: (variable) => `os.environ["${variable}"]`,
  base64: (secret) => `base64.b64encode(${secret}.encode()).decode()`,
  encode: (secret) => `urllib.parse.quote(${secret}, safe="")`,
  // Before Python 3.12 the quotes inside an f-string must be others than those around it.
  within: (text, secret) => `f"${text}{${secret.replaceAll('"', "'")}}"`,
};

/** What a script does with a request, whatever its library. */
export interface PythonParts {
  /** The modules of the standard library that address, headers and body need. */
  readonly modules: readonly string[];
  /** What stands before the call, empty for nothing. */
  readonly before: string;
  /** The address as an expression; its secrets need `urllib.parse`. */
  readonly url: string;
  /** The argument that has the headers; nothing for none. */
  readonly headers: readonly string[];
  /** Bytes, an open file, or for `files` a list of parts. */
  readonly body?: PythonBody;
}

export function pythonParts(request: HttpRequest, writesParts: boolean): PythonParts {
  const body = request.body && pythonBody(request.body, writesParts);
  // With `files`, the library chooses the boundary and writes the header.
  const headers = body?.kind === 'files' ? headersBut(request.headers, 'Content-Type') : request.headers;
  const rows = headers.map((header) => `${quotePython(header.name)}: ${headerValue(header, DIALECT)}`);
  return {
    modules: [
      ...(headers.some(basicVariable) ? ['base64'] : []),
      ...(secretsOf(request).length > 0 ? ['os'] : []),
      ...(request.queryCredentials ? ['urllib.parse'] : []),
      ...(body?.modules ?? []),
    ],
    before: body?.before ?? '',
    url: address(request, DIALECT),
    headers: rows.length > 0 ? [`headers={\n${lines(rows)}}`] : [],
    body,
  };
}

/** A call, on one line where it fits. */
export function pythonCall(callee: string, options: readonly string[]): string {
  const flat = `${callee}(${options.join(', ')})`;
  return flat.includes('\n') || flat.length > 76 ? `${callee}(\n${lines(options.map(indent), '')})` : flat;
}

/** Statements as a block inside another. */
export function indent(statements: string): string {
  return statements.replace(/^/gm, '    ');
}

/** Statements in which the file of the body is open, where there is one. */
export function opened(body: PythonBody | undefined, statements: string): string {
  return body?.opened ? `with ${body.opened}:\n${indent(statements)}` : statements;
}

/** The import lines of these modules, each once. */
export function importLines(modules: readonly string[]): string {
  return lines([...new Set(modules)].sort(), 'import ', '');
}

/** The property or method of a response that shows it. */
export function shown({ method, answersJson }: HttpRequest): string {
  if (method === 'HEAD') return 'headers';
  return answersJson ? 'json()' : 'text';
}

/**
 * A loop that prints lines as they arrive: the data of events, or each line of another stream as it is.
 *
 * @param rows - an expression for them, with their ends or without
 * @param isBytes - they are bytes, not text
 */
export function pythonLines(request: HttpRequest, rows: string, isBytes: boolean): string {
  const b = isBytes ? 'b' : '';
  const decode = isBytes ? '.decode()' : '';
  return `for line in ${rows}:
${
  acceptsEvents(request)
    ? `    if not line.startswith(${b}"data:"):
        continue
    data = line[5:].strip()
    if data == ${b}"[DONE]":
        break
    print(data${decode}, flush=True)`
    : `    line = line.rstrip(${b}"\\r\\n")
    if line:
        print(line${decode}, flush=True)`
}`;
}

export interface PythonBody {
  readonly modules?: readonly string[];
  /** What stands before the call, empty for nothing. */
  readonly before?: string;
  /** Bytes, an open file, or for `files` a list of parts. */
  readonly expression: string;
  readonly kind: 'data' | 'files';
  /** A file that must be open during the call: `open("a.png", "rb") as body`. */
  readonly opened?: string;
}

/** @param writesParts - the library writes a multipart form from a list of parts, as `requests` does */
function pythonBody(body: HttpBody, writesParts: boolean): PythonBody {
  const data = (before: string, expression: string, ...modules: string[]): PythonBody => ({
    modules,
    before: `${before}\n\n`,
    expression,
    kind: 'data',
  });
  if (body.kind === 'file') return { expression: 'body', kind: 'data', opened: `${open(body.file.name)} as body` };
  if (body.kind === 'multipart') {
    const parts = writesParts && formParts(body, PARTS, true);
    if (parts) return { ...data(`form = [\n${lines(parts)}]`, 'form'), kind: 'files' };
    const pieces = piecesOf(
      body,
      (text) => `${quotePython(text)}.encode()`,
      (path) => `${open(path)}.read()`,
    );
    return data(`body = b"".join([\n${lines(pieces)}])`, 'body');
  }
  const literal = isJson(body) ? printLiteral(body.text, PYTHON) : undefined;
  // As the request has it: the layout of `formatJson`, in UTF-8.
  if (literal)
    return data(`payload = ${literal}`, 'json.dumps(payload, indent=2, ensure_ascii=False).encode()', 'json');
  // The characters that its encoder leaves as they are, and forms encode, or the other way round.
  const fields = fieldsOf(body, /[*~]/)?.map((field) => `(${field.map(quotePython).join(', ')})`);
  if (fields) return data(`form = [\n${lines(fields)}]`, 'urllib.parse.urlencode(form).encode()', 'urllib.parse');
  return data(`payload = ${quotePythonText(body.text)}`, 'payload.encode()');
}

function open(path: string): string {
  return `open(${quotePython(path)}, "rb")`;
}

const PARTS: PartWriter = {
  text: (name, text, type) => part(name, 'None', `${quotePython(text)}.encode()`, type),
  file: (name, path, type, filename) => part(name, quotePython(filename), open(path), type),
};

function part(name: string, filename: string, content: string, type?: string): string {
  return `(${quotePython(name)}, (${filename}, ${content}${type === undefined ? '' : `, ${quotePython(type)}`}))`;
}
