import type { HttpBody, HttpHeader, HttpRequest } from '../request/http-request.ts';
import {
  acceptsEvents,
  address,
  basicVariable,
  type Dialect,
  fieldsOf,
  formParts,
  headerValue,
  isJson,
  lines,
  type PartWriter,
  piecesOf,
} from './dialect.ts';
import { printLiteral } from './literal.ts';
import { JAVASCRIPT, propertyName, quoteJavaScript, quoteJavaScriptText } from './literal-syntax.ts';

/** @param sure - `!` in TypeScript, which can't know that a variable is set */
function dialect(sure: string): Dialect {
  return {
    quote: quoteJavaScript,
    secret: (variable) => `process.env.${variable}`,
    base64: (secret) => `Buffer.from(${secret}${sure}).toString('base64')`,
    encode: (secret) => `encodeURIComponent(${secret}${sure})`,
    within: (text, secret) => `\`${text}\${${secret}}\``,
  };
}

/** The address as an expression. @param sure - as for the dialect */
export function javascriptUrl(request: HttpRequest, sure = ''): string {
  return address(request, dialect(sure));
}

/** The property of a call's options that has these headers, and what else is to be among them; nothing for none. */
export function headersProperty(headers: readonly HttpHeader[], more?: string | false, sure = ''): string[] {
  const entries = headers.map((header) => {
    // A text can be joined with what may be missing; alone, that is no value.
    const isAlone = 'prefix' in header && header.prefix === '' && !basicVariable(header);
    return `${propertyName(header.name)}: ${headerValue(header, dialect(sure))}${isAlone ? sure : ''}`;
  });
  const rows = lines(more ? [...entries, more] : entries);
  return rows === '' ? [] : [`headers: {\n${rows}  }`];
}

/** An object of these properties: on one line where there is one only. */
export function objectOf(properties: readonly string[]): string {
  return properties.length === 1 && !properties[0]?.includes('\n')
    ? `{ ${properties[0]} }`
    : `{\n${lines(properties, '  ')}}`;
}

/** The options of a call as its last argument; nothing for none. */
export function lastArgument(options: readonly string[]): string {
  return options.length === 0 ? '' : `, ${objectOf(options)}`;
}

/** How a module has its body. */
export interface JavaScriptBody {
  /** The import lines that it needs, with their newlines. */
  readonly imports: string;
  /** What stands before the call, empty for nothing. */
  readonly before: string;
  /** A string, a Buffer, or what `writesForms` allows. */
  readonly expression: string;
  /** The library writes the boundary and its header. */
  readonly isForm: boolean;
}

/** @param writesForms - the library takes `FormData` and `Blob`, as `fetch` does; otherwise strings and bytes */
export function javascriptBody(body: HttpBody | undefined, writesForms: boolean): JavaScriptBody | undefined {
  if (!body) return undefined;
  const plain = (before: string, expression: string, isForm = false): JavaScriptBody => ({
    imports: hasFiles(body) ? "import { readFile } from 'node:fs/promises';\n" : '',
    before: before && `${before}\n\n`,
    expression,
    isForm,
  });
  if (body.kind === 'file') return plain('', readFile(body.file.name));
  if (body.kind === 'multipart') {
    const parts = writesForms && formParts(body, PARTS);
    if (parts)
      return plain(`const form = new FormData();\n${lines(parts, 'form.append(', ');').trimEnd()}`, 'form', true);
    const pieces = piecesOf(body, (text) => `Buffer.from(${quoteJavaScript(text)})`, readFile);
    return plain(`const body = Buffer.concat([\n${lines(pieces, '  ')}]);`, 'body');
  }
  const literal = isJson(body) ? printLiteral(body.text, JAVASCRIPT) : undefined;
  if (literal) return plain(`const payload = ${literal};`, 'JSON.stringify(payload, null, 2)');
  const fields = fieldsOf(body)?.map((field) => `[${field.map(quoteJavaScript).join(', ')}]`);
  if (fields) return plain(`const form = new URLSearchParams([\n${lines(fields, '  ')}]);`, 'form.toString()');
  return plain(`const body = ${quoteJavaScriptText(body.text)};`, 'body');
}

function hasFiles(body: HttpBody): boolean {
  return (
    body.kind === 'file' || (body.kind === 'multipart' && body.parts.some(({ content }) => typeof content !== 'string'))
  );
}

function readFile(path: string): string {
  return `await readFile(${quoteJavaScript(path)})`;
}

/** The arguments of `append`. */
const PARTS: PartWriter = {
  // Line breaks become CR LF in it (HTML standard, "multipart/form-data encoding algorithm").
  text: (name, text) => (/[\r\n]/.test(text) ? undefined : [name, text].map(quoteJavaScript).join(', ')),
  // A Blob writes its type in small letters, and leaves out one with characters beyond ASCII.
  file: (name, path, type, filename) =>
    /^[a-z\d./+;= -]+$/.test(type)
      ? `${quoteJavaScript(name)}, new Blob([${readFile(path)}], { type: ${quoteJavaScript(type)} }), ${quoteJavaScript(filename)}`
      : undefined,
};

/**
 * Reads lines as they arrive: the data of events, or each line of another stream as it is.
 *
 * @param source - an expression for what gives pieces of text
 * @param last - takes the line that isn't whole yet: TypeScript can't know that there is one
 */
export function readStream(request: HttpRequest, source: string, last = 'lines.pop()'): string {
  const isEvents = acceptsEvents(request);
  return `let rest = '';
${isEvents ? 'reading: ' : ''}for await (const chunk of ${source}) {
  const lines = (rest + chunk).split('\\n');
  rest = ${last};
  for (const line of lines) {
${
  isEvents
    ? `    if (!line.startsWith('data:')) continue;
    const data = line.slice(5).trim();
    if (data === '[DONE]') break reading;
    console.log(data);`
    : '    if (line) console.log(line);'
}
  }
}`;
}
