import type { Credential, HttpBody, HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { bodyPieces } from '../request/multipart.ts';
import { encodesAlike } from './form-fields.ts';
import { type LiteralSyntax, printLiteral } from './literal.ts';
import { headerPieces, joinPieces, urlPieces } from './pieces.ts';
import { quoteJavaScript, quoteJavaScriptText } from './quote.ts';

/** How JavaScript writes JSON values. */
export const JAVASCRIPT: LiteralSyntax = {
  string: quoteJavaScript,
  key: propertyName,
  words: { true: 'true', false: 'false', null: 'null' },
  padding: ' ',
  indent: '  ',
  keepsNumber: (text) => String(Number(text)) === text,
  // Objects put keys that look like indices first, and `__proto__: …` would set the prototype.
  keepsKey: (name) => name !== '__proto__' && !/^(?:0|[1-9]\d*)$/.test(name),
  keepsString: () => true,
};

/** A name as an object literal takes it, quoted where it must be. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoteJavaScript(name);
}

function environment(credential: Credential): string {
  return `process.env.${credential.variable}`;
}

/**
 * The address as an expression.
 *
 * @param sure - `!` in TypeScript, which can't know that a variable is set
 */
export function javascriptUrl(request: HttpRequest, sure = ''): string {
  return joinPieces(urlPieces(request), {
    quote: quoteJavaScript,
    secret: (credential) => `encodeURIComponent(${environment(credential)}${sure})`,
  });
}

/** An entry of an object of headers. @param sure - as for the address */
export function javascriptHeader(header: HttpHeader, sure = ''): string {
  const name = propertyName(header.name);
  if ('value' in header) return `${name}: ${quoteJavaScript(header.value)}`;
  const secret = environment(header.credential);
  const isBasic = header.credential.form === 'basic';
  const value = isBasic ? `Buffer.from(${secret}${sure}).toString('base64')` : secret;
  return /^[\w .:=;-]+$/.test(header.prefix)
    ? `${name}: \`${header.prefix}\${${value}}\``
    : `${name}: ${joinPieces(headerPieces(header), { quote: quoteJavaScript, secret: () => value + (isBasic ? '' : sure) })}`;
}

/** The property of a call's options that has these headers, and what else is to be among them; nothing for none. */
export function headersProperty(headers: readonly HttpHeader[], more?: string, sure = ''): string[] {
  const entries = [...headers.map((header) => javascriptHeader(header, sure)), ...(more ? [more] : [])];
  const rows = entries.map((entry) => `    ${entry},\n`);
  return rows.length > 0 ? [`headers: {\n${rows.join('')}  }`] : [];
}

/** An object of these properties: on one line where there is one only. */
export function objectOf(properties: readonly string[]): string {
  return properties.length === 1 && !properties[0]?.includes('\n')
    ? `{ ${properties[0]} }`
    : `{\n${properties.map((property) => `  ${property},\n`).join('')}}`;
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

const READ = "import { readFile } from 'node:fs/promises';\n";

/** @param writesForms - the library takes `FormData` and `Blob`, as `fetch` does; otherwise strings and bytes */
export function javascriptBody(body: HttpBody | undefined, writesForms: boolean): JavaScriptBody | undefined {
  if (!body) return undefined;
  const plain = (before: string, expression: string, imports = ''): JavaScriptBody => ({
    imports,
    before: before && `${before}\n\n`,
    expression,
    isForm: false,
  });
  if (body.kind === 'file') return plain('', `await readFile(${quoteJavaScript(body.file.name)})`, READ);
  if (body.kind === 'multipart') {
    const rows = writesForms && body.mediaType === 'multipart/form-data' ? body.parts.map(formRow) : [undefined];
    const imports = body.parts.some(({ content }) => typeof content !== 'string') ? READ : '';
    if (rows.length > 0 && rows.every((row) => row !== undefined)) {
      return { imports, before: `const form = new FormData();\n${rows.join('')}\n`, expression: 'form', isForm: true };
    }
    const pieces = bodyPieces(body).map((piece) =>
      typeof piece === 'string'
        ? `Buffer.from(${quoteJavaScript(piece)})`
        : `await readFile(${quoteJavaScript(piece.name)})`,
    );
    return plain(
      `const body = Buffer.concat([\n${pieces.map((piece) => `  ${piece},\n`).join('')}]);`,
      'body',
      imports,
    );
  }
  const literal = isJsonType(body.mediaType) ? printLiteral(body.text, JAVASCRIPT) : undefined;
  if (literal !== undefined) return plain(`const payload = ${literal};`, 'JSON.stringify(payload, null, 2)');
  if (body.fields && encodesAlike(body.fields, /(?!)/)) {
    const rows = body.fields.map(([name, value]) => `  [${quoteJavaScript(name)}, ${quoteJavaScript(value)}],\n`);
    return plain(`const form = new URLSearchParams([\n${rows.join('')}]);`, 'form.toString()');
  }
  return plain(`const body = ${quoteJavaScriptText(body.text)};`, 'body');
}

/** A line that appends a part; nothing where `FormData` would write it in another way. */
function formRow({ name = '', filename, contentType, headers, content }: Part): string | undefined {
  if (headers.length > 0 || name === '') return undefined;
  // Line breaks of names and values become CR LF (HTML standard, "multipart/form-data encoding algorithm").
  if (/[\r\n]/.test(name) || (typeof content === 'string' && /[\r\n]/.test(content))) return undefined;
  const start = `form.append(${quoteJavaScript(name)}, `;
  if (typeof content === 'string') {
    return filename === undefined && contentType === undefined ? `${start}${quoteJavaScript(content)});\n` : undefined;
  }
  // A Blob writes its type in small letters, and leaves out one with characters beyond ASCII.
  if (!filename || /[\r\n]/.test(filename) || !/^[a-z\d./+;= -]+$/.test(contentType ?? '')) return undefined;
  const bytes = `await readFile(${quoteJavaScript(content.name)})`;
  return `${start}new Blob([${bytes}], { type: ${quoteJavaScript(contentType ?? '')} }), ${quoteJavaScript(filename)});\n`;
}
