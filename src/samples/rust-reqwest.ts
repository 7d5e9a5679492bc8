import { secretsIn } from '../request/header-secrets.ts';
import type { Credential, HttpHeader, HttpRequest } from '../request/http-request.ts';
import {
  acceptsEvents,
  basicVariable,
  fieldsOf,
  formParts,
  headersBut,
  lines,
  type PartWriter,
  type Piece,
  piecesOf,
  takesBody,
  urlPieces,
} from './dialect.ts';
import { braced, isVisible, quoteDouble, quoteLatin } from './quote.ts';

/** A Rust program with blocking `reqwest`; secrets come from the environment, an error status is an error. */
export function print(request: HttpRequest): string {
  const { method, stream, queryCredentials } = request;
  const body = rustBody(request);
  const headers = (body.hasType ? headersBut(request.headers, 'Content-Type') : request.headers).map(header);
  if (!request.body && takesBody(method)) headers.push('.header("Content-Length", "0")');
  const calls = [verb(request), ...headers, body.call ?? [], stream ? [] : '.timeout(Duration::from_secs(60))'].flat();
  return `// cargo add reqwest --features blocking${body.isForm ? ',multipart' : ''}
${queryCredentials ? '// cargo add urlencoding\n' : ''}${
  stream ? 'use std::io::{BufRead, BufReader};\n\n' : 'use std::time::Duration;\n\n'
}${body.isForm ? 'use reqwest::blocking::multipart;\n' : ''}use reqwest::blocking::Client;
${body.constant ? `\nconst BODY: &str = ${body.constant};\n` : ''}
fn main() -> Result<(), Box<dyn std::error::Error>> {
${request.headers.map(credentials).join('')}${body.before ?? ''}    let response = Client::new()
${lines(calls, '        ', '')}        .send()?;
    if !response.status().is_success() {
        return Err(format!("{}: {}", response.status(), response.text()?).into());
    }
${stream ? streamed(request) : `    println!(${method === 'HEAD' ? '"{:#?}", response.headers()' : '"{}", response.text()?'});\n`}    Ok(())
}`;
}

/** No longer arguments in a line. */
const WIDTH = 60;

function streamed(request: HttpRequest): string {
  return `
    for line in BufReader::new(response).lines() {
${
  acceptsEvents(request)
    ? `        if let Some(data) = line?.strip_prefix("data:") {
            match data.trim() {
                "[DONE]" => break,
                data => println!("{data}"),
            }
        }`
    : `        let line = line?;
        if !line.is_empty() {
            println!("{line}");
        }`
}
    }
`;
}

/** A raw literal where others would need escapes, one over several lines where the text has several. */
function quote(text: string): string {
  if (!isVisible(text)) return quoteDouble(text, braced);
  if (!/[\\"]/.test(text)) return `"${text}"`;
  let hashes = '';
  while (text.includes(`"${hashes}`)) hashes += '#';
  return `r${hashes}"${text}"${hashes}`;
}

/** Headers have one byte a character: bytes where it isn't ASCII. */
function quoteHeader(text: string): string {
  const literal = quoteLatin(text, quote);
  return /^[ -~]*$/.test(text) ? literal : `b${literal}.as_slice()`;
}

function secret({ variable }: Credential): string {
  return `std::env::var("${variable}")?`;
}

/** Arguments as `rustfmt` lays them out in a chain. */
function call(name: string, args: readonly string[], end = ','): string {
  const line = args.join(', ');
  return `${name}(${line.length > WIDTH ? `\n${lines(args, '            ').replace(/,\n$/, `${end}\n`)}        ` : line})`;
}

/** What formats a text with secrets in it. */
function format(pieces: readonly Piece[], code: (credential: Credential) => string): string {
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece.replace(/[{}]/g, '$&$&') : '{}')).join('');
  return call(
    'format!',
    [quote(text), ...pieces.flatMap((piece) => (typeof piece === 'string' ? [] : code(piece)))],
    '',
  );
}

function verb(request: HttpRequest): string {
  const { method, url, queryCredentials } = request;
  const address = queryCredentials
    ? format(urlPieces(request), (credential) => `urlencoding::encode(&${secret(credential)})`)
    : quote(url);
  if (/^(GET|HEAD|DELETE|POST|PUT|PATCH)$/.test(method)) return `.${method.toLowerCase()}(${address})`;
  return `.request(reqwest::Method::${method === 'OPTIONS' ? method : `from_bytes(b${quote(method)})?`}, ${address})`;
}

function credentials(header: HttpHeader): string {
  const variable = basicVariable(header);
  return variable
    ? `    let credentials = std::env::var("${variable}")?;
    let (user, password) = credentials
        .split_once(':')
        .ok_or("${variable} has no colon")?;
`
    : '';
}

function header(header: HttpHeader): string {
  if (basicVariable(header)) return '.basic_auth(user, Some(password))';
  if ('value' in header) return call('.header', [quote(header.name), quoteHeader(header.value)]);
  const { name, prefix, credential } = header;
  const pieces = secretsIn(header).flatMap((one) => [one.prefix, one.credential]);
  // Where it is spread over lines, so is the call around it; no text of a header has any.
  const value = prefix ? format(pieces, secret).replaceAll('\n', '\n    ') : secret(credential);
  return call('.header', [quote(name), value]);
}

interface RustBody {
  /** The text of a constant. */
  readonly constant?: string;
  /** Statements, which end with a newline. */
  readonly before?: string;
  readonly call?: string;
  /** The library writes the Content-Type. */
  readonly hasType?: boolean;
  readonly isForm?: boolean;
}

function rustBody({ body, headers }: HttpRequest): RustBody {
  if (!body) return {};
  if (body.kind === 'file') return { call: `.body(std::fs::File::open(${quote(body.file.name)})?)` };
  const parts = formParts(body, PARTS, true);
  if (parts) {
    const before = `    let form = multipart::Form::new()\n${lines(parts, '        ', '').trimEnd()};\n`;
    return { before, call: '.multipart(form)', hasType: true, isForm: true };
  }
  const isForm = headers.some((one) => 'value' in one && one.value === 'application/x-www-form-urlencoded');
  const fields = isForm && fieldsOf(body)?.map((field) => `(${field.map(quote).join(', ')})`);
  if (fields) return { call: call('.form', fields).replace('(', '(&[').replace(/\)$/, '])'), hasType: true };
  if (body.kind === 'text') return { constant: quote(body.text), call: '.body(BODY)' };
  const pieces = piecesOf(
    body,
    (text) => `${quote(text)}.as_bytes()`,
    (path) => `&std::fs::read(${quote(path)})?`,
  );
  return { before: `    let body = [\n${lines(pieces, '        ')}    ]\n    .concat();\n`, call: '.body(body)' };
}

/** What the library writes as it is. */
const PARTS: PartWriter = {
  text(name, text, type) {
    if (!isSimple(name, type)) return undefined;
    return type
      ? call('.part', [quote(name), `multipart::Part::text(${quote(text)}).mime_str("${type}")?`])
      : call('.text', [quote(name), quote(text)]);
  },
  file(name, path, type, filename, isNamed) {
    if (!isSimple(name + filename, type)) return undefined;
    const part = `multipart::Part::file(${quote(path)})?${isNamed ? `.file_name("${filename}")` : ''}.mime_str("${type}")?`;
    return call('.part', [quote(name), part]);
  },
};

function isSimple(names: string, type = ''): boolean {
  return /^[\w.-]+$/.test(names) && /^[a-z\d./+-]*$/.test(type);
}
