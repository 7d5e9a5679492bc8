import type { Credential, HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { bodyPieces } from '../request/multipart.ts';
import { acceptsEvents } from './events.ts';
import { encodesAlike } from './form-fields.ts';
import { headerPieces, headersBut, type Piece, urlPieces } from './pieces.ts';
import { quoteBraced, quoteLatin } from './quote-braced.ts';
import { isVisible } from './quote-double.ts';

/** A Rust program with blocking `reqwest`; secrets come from the environment, an error status is an error. */
export function print(request: HttpRequest): string {
  const { method, stream } = request;
  const body = rustBody(request);
  const headers = (body.hasType ? headersBut(request.headers, 'Content-Type') : request.headers).map(header);
  if (!request.body && /^P(OST|UT|ATCH)$/.test(method)) headers.push('.header("Content-Length", "0")');
  const calls = [verb(request), ...headers, body.call ?? [], stream ? [] : '.timeout(Duration::from_secs(60))'].flat();
  const main = [
    ...request.headers.map(credentials),
    body.before ?? '',
    `    let response = Client::new()\n${calls.map((call) => `        ${call}\n`).join('')}        .send()?;\n`,
    '    if !response.status().is_success() {\n',
    '        return Err(format!("{}: {}", response.status(), response.text()?).into());\n    }\n',
    stream
      ? streamed(request)
      : `    println!(${method === 'HEAD' ? '"{:#?}", response.headers()' : '"{}", response.text()?'});\n`,
  ].join('');
  const uses = USES.flatMap(([path, used]) => (used.test(main) ? `use ${path};\n` : []));
  const isForm = main.includes(' Form::');
  return `// cargo add reqwest --features blocking${isForm ? ',multipart' : ''}
${request.queryCredentials?.length ? '// cargo add urlencoding\n' : ''}${uses.join('').replace('use reqwest', '\nuse reqwest')}${body.before === undefined && body.constant ? `\nconst BODY: &str = ${body.constant};\n` : ''}
fn main() -> Result<(), Box<dyn Error>> {
${main}    Ok(())
}`;
}

/** No longer arguments in a line. */
const WIDTH = 60;

/** In the order of `rustfmt`, each with what needs it. */
const USES: readonly (readonly [path: string, used: RegExp])[] = [
  ['std::env', /\benv::var/],
  ['std::error::Error', /^/],
  ['std::fs', /\bfs::read/],
  ['std::fs::File', /\bFile::open/],
  ['std::io::{BufRead, BufReader}', /BufReader/],
  ['std::time::Duration', /Duration::/],
  ['reqwest::blocking::multipart::{Form, Part}', / Form::[^;]*Part::/],
  ['reqwest::blocking::multipart::Form', / Form::(?![^;]*Part::)/],
  ['reqwest::blocking::Client', /^/],
  ['reqwest::Method', /\(Method::/],
];

function streamed(request: HttpRequest): string {
  const each = acceptsEvents(request)
    ? `        if let Some(data) = line?.strip_prefix("data:") {
            match data.trim() {
                "[DONE]" => break,
                data => println!("{data}"),
            }
        }`
    : `        let line = line?;
        if !line.is_empty() {
            println!("{line}");
        }`;
  return `\n    for line in BufReader::new(response).lines() {\n${each}\n    }\n`;
}

/** A raw literal where others would need escapes, one over several lines where the text has several. */
function quoteRust(text: string): string {
  if (!isVisible(text)) return quoteBraced(text);
  if (!/[\\"]/.test(text)) return `"${text}"`;
  let hashes = '';
  while (text.includes(`"${hashes}`)) hashes += '#';
  return `r${hashes}"${text}"${hashes}`;
}

/** Headers have one byte a character: bytes where it isn't ASCII. */
function quoteRustHeader(text: string): string {
  const literal = quoteLatin(text, quoteRust);
  return /^[ -~]*$/.test(text) ? literal : `b${literal}.as_slice()`;
}

function environment({ variable }: Credential): string {
  return `env::var("${variable}")?`;
}

/** A literal, or what formats one with secrets in it. */
function joined(pieces: readonly Piece[], secret: (credential: Credential) => string): string {
  const secrets = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : secret(piece)));
  const format = pieces.map((piece) => (typeof piece === 'string' ? piece.replace(/[{}]/g, '$&$&') : '{}')).join('');
  const args = [quoteRust(format), ...secrets];
  return args.join(', ').length > WIDTH
    ? `format!(\n            ${args.join(',\n            ')}\n        )`
    : `format!(${args.join(', ')})`;
}

/** A call as `rustfmt` lays it out, in a chain. */
function call(name: string, ...args: readonly string[]): string {
  return args.join(', ').length > WIDTH
    ? `.${name}(\n${args.map((arg) => `            ${arg},\n`).join('')}        )`
    : `.${name}(${args.join(', ')})`;
}

function verb(request: HttpRequest): string {
  const { method, queryCredentials = [] } = request;
  const url =
    queryCredentials.length > 0
      ? joined(urlPieces(request), (credential) => `urlencoding::encode(&${environment(credential)})`)
      : quoteRust(request.url);
  if (/^(GET|POST|PUT|PATCH|DELETE|HEAD)$/.test(method)) return `.${method.toLowerCase()}(${url})`;
  const named = method === 'OPTIONS' ? 'Method::OPTIONS' : `Method::from_bytes(b${quoteRust(method)})?`;
  return `.request(${named}, ${url})`;
}

function isBasic(header: HttpHeader): header is HttpHeader & { credential: Credential } {
  return 'credential' in header && header.credential.form === 'basic';
}

function credentials(header: HttpHeader): string {
  if (!isBasic(header)) return '';
  const { variable } = header.credential;
  return `    let credentials = ${environment(header.credential)};
    let (user, password) = credentials
        .split_once(':')
        .ok_or("${variable} has no colon")?;
`;
}

function header(header: HttpHeader): string {
  if (isBasic(header)) return '.basic_auth(user, Some(password))';
  const name = quoteRust(header.name);
  if ('value' in header) return call('header', name, quoteRustHeader(header.value));
  const value = header.prefix === '' ? environment(header.credential) : joined(headerPieces(header), environment);
  return call('header', name, value);
}

interface RustBody {
  /** The text of a constant. */
  readonly constant?: string;
  /** Statements, which end with a newline. */
  readonly before?: string;
  readonly call?: string;
  /** The library writes the Content-Type. */
  readonly hasType?: boolean;
}

function rustBody({ body, headers }: HttpRequest): RustBody {
  if (!body) return {};
  if (body.kind === 'file') return { call: `.body(File::open(${quoteRust(body.file.name)})?)` };
  if (body.kind === 'multipart') {
    const rows = body.mediaType === 'multipart/form-data' ? body.parts.map(partCall) : [];
    if (rows.length > 0 && rows.every((row) => row !== undefined)) {
      const before = `    let form = Form::new()${rows.map((row) => `\n        ${row}`).join('')};\n`;
      return { before, call: '.multipart(form)', hasType: true };
    }
    const pieces = bodyPieces(body);
    if (pieces.some((piece) => typeof piece !== 'string')) {
      const items = pieces.map((piece) =>
        typeof piece === 'string' ? `${quoteRust(piece)}.as_bytes()` : `&fs::read(${quoteRust(piece.name)})?`,
      );
      const before = `    let body = [\n${items.map((item) => `        ${item},\n`).join('')}    ]\n    .concat();\n`;
      return { before, call: '.body(body)' };
    }
    return { constant: quoteRust(pieces.join('')), call: '.body(BODY)' };
  }
  const isForm = headers.some((one) => 'value' in one && one.value === 'application/x-www-form-urlencoded');
  if (isForm && body.fields && encodesAlike(body.fields, /(?!)/)) {
    const rows = body.fields.map(([name, value]) => `(${quoteRust(name)}, ${quoteRust(value)})`);
    const list = call('form', ...rows);
    return { call: list.replace('(', '(&[').replace(/\)$/, '])'), hasType: true };
  }
  return { constant: quoteRust(body.text), call: '.body(BODY)' };
}

/** A part as the library writes it; nothing where that isn't the same. */
function partCall({ name = '', filename, contentType, headers, content }: Part): string | undefined {
  if (!/^[\w.-]+$/.test(name) || !/^[\w.-]*$/.test(filename ?? '') || headers.length > 0) return undefined;
  if (!/^[a-z\d./+-]*$/.test(contentType ?? '')) return undefined;
  const type = contentType === undefined ? '' : `.mime_str(${quoteRust(contentType)})?`;
  if (typeof content === 'string') {
    if (filename !== undefined) return undefined;
    const text = quoteRust(content);
    return type ? call('part', `"${name}"`, `Part::text(${text})${type}`) : call('text', `"${name}"`, text);
  }
  if (!filename || !type) return undefined;
  const named = content.name.split('/').at(-1) === filename ? '' : `.file_name("${filename}")`;
  return call('part', `"${name}"`, `Part::file(${quoteRust(content.name)})?${named}${type}`);
}
