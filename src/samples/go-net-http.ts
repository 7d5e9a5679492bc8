import type { HttpBody, HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { partHeaders } from '../request/multipart.ts';
import { acceptsEvents } from './events.ts';
import { encodesAlike } from './form-fields.ts';
import { headerPieces, headersBut, joinPieces, urlPieces } from './pieces.ts';
import { isVisible, makeImports, quoteDouble, quoteLines } from './quote-double.ts';

type Use = (path: string) => string;

const FAIL = '\tif err != nil {\n\t\tlog.Fatal(err)\n\t}\n';

/** A Go program with `net/http`; secrets come from the environment, an error status ends it. */
export function print(request: HttpRequest): string {
  const { method, stream } = request;
  const { paths, use } = makeImports();
  const send = `${use('net/http')}.${stream ? 'DefaultClient' : `Client{Timeout: 60 * ${use('time')}.Second}`}`;
  const body = request.body && goBody(request.body, use);
  const address = joinPieces(urlPieces(request), {
    quote: quoteGo,
    secret: ({ variable }) =>
      `${use('strings')}.ReplaceAll(${use('net/url')}.QueryEscape(${use('os')}.Getenv("${variable}")), "+", "%20")`,
  });
  const isLong = request.queryCredentials !== undefined;
  const headers = body?.isForm ? headersBut(request.headers, 'Content-Type') : request.headers;
  const main = [
    body?.before ? `${body.before}\n` : '',
    isLong ? `\taddress := ${address}\n` : '',
    `\treq, err := http.NewRequest(${quoteGo(method)}, ${isLong ? 'address' : address}, ${body?.reader ?? 'nil'})\n`,
    FAIL,
    ...headers.map((header, at) => goHeader(header, headers.findIndex(({ name }) => name === header.name) < at, use)),
    body?.isForm ? '\treq.Header.Set("Content-Type", form.FormDataContentType())\n' : '',
    stream ? '' : `\n\tclient := &${send}`,
    `\n\tresp, err := ${stream ? send : 'client'}.Do(req)\n${FAIL}\tdefer resp.Body.Close()\n\n`,
    stream ? readStream(request, use) : showAnswer(method, use),
  ].join('');
  use('log');
  const imports = [...paths].sort().map((path) => `\t"${path}"\n`);
  return `package main\n\nimport (\n${imports.join('')})\n\nfunc main() {\n${main}}`;
}

/** A Go string: UTF-8, which is what bodies are. */
function quoteGo(text: string): string {
  if (/["\\]/.test(text) && !/[`\n]/.test(text) && isVisible(text)) return `\`${text}\``;
  return quoteDouble(text, (char) => {
    const hex = (char.codePointAt(0) ?? 0).toString(16);
    return char.length > 1 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
  });
}

/** A text of several lines as a raw string, where that can hold it. */
function quoteText(text: string, plus = '+'): string {
  if (!text.includes('\n')) return quoteGo(text);
  if (!text.includes('`') && isVisible(text)) return `\`${text.toWellFormed()}\``;
  return quoteLines(text, quoteGo).join(`${plus}\n\t\t`);
}

/** A header has one byte for each character (Latin-1). */
function quoteBytes(text: string): string {
  const byte = (char: string): string => `\\x${char.charCodeAt(0).toString(16)}`;
  return /[\x7f-\xff]/.test(text) ? quoteDouble(text, byte).replace(/[\x80-\xff]/g, byte) : quoteGo(text);
}

function goHeader(header: HttpHeader, isMore: boolean, use: Use): string {
  const value = joinPieces(headerPieces(header), {
    quote: quoteBytes,
    secret({ form, variable }) {
      const secret = `${use('os')}.Getenv("${variable}")`;
      return form === 'raw' ? secret : `${use('encoding/base64')}.StdEncoding.EncodeToString([]byte(${secret}))`;
    },
    plus: '+',
  });
  if (header.name.toLowerCase() === 'host') return `\treq.Host = ${value}\n`;
  return `\treq.Header.${isMore ? 'Add' : 'Set'}(${quoteGo(header.name)}, ${value})\n`;
}

interface GoBody {
  readonly before: string;
  /** An `io.Reader` whose length `net/http` knows. */
  readonly reader: string;
  /** Whether a variable `form` has the boundary and the media type. */
  readonly isForm?: boolean;
}

function goBody(body: HttpBody, use: Use): GoBody {
  if (body.kind === 'multipart') return multipartBody(body, use);
  if (body.kind === 'file') {
    const before = `\tbody, err := ${use('os')}.ReadFile(${quoteGo(body.file.name)})\n${FAIL}`;
    return { before, reader: `${use('bytes')}.NewReader(body)` };
  }
  const reader = (text: string): string => `${use('strings')}.NewReader(${text})`;
  const { fields, text } = body;
  // Its encoder sorts by name, and has its own mind of `*` and `~`.
  const names = fields?.map(([name]) => name) ?? [];
  if (fields && encodesAlike(fields, /[*~]/) && names.every((name, at) => !at || (names[at - 1] ?? '') <= name)) {
    const rows = fields.map(([name, value]) => `\tform.Add(${quoteGo(name)}, ${quoteGo(value)})\n`);
    return { before: `\tform := ${use('net/url')}.Values{}\n${rows.join('')}`, reader: reader('form.Encode()') };
  }
  return { before: `\tbody := ${quoteText(text, ' +')}\n`, reader: reader('body') };
}

function multipartBody({ mediaType, boundary, parts }: HttpBody & { kind: 'multipart' }, use: Use): GoBody {
  const isForm = mediaType === 'multipart/form-data';
  const known = new Set<string>();
  const assign = (name: string): string => (known.size < known.add(name).size ? ':=' : '=');
  const write = (part: Part): string => {
    const { name = '"', filename, contentType, headers, content } = part;
    if (typeof content === 'string' && !/["\\\r\n]/.test(name) && !filename && !contentType && !headers[0]) {
      return `\tform.WriteField(${quoteGo(name)}, ${quoteText(content)})\n`;
    }
    const rows = partHeaders(part).map(([key, value]) => [`${quoteGo(key)}:`, quoteGo(value)] as const);
    const width = Math.max(...rows.map(([key]) => key.length));
    const lines = rows.map(([key, value]) => `\t\t${key.padEnd(width)} {${value}},\n`).join('');
    const header = `${use('net/textproto')}.MIMEHeader{${lines && `\n${lines}\t`}}`;
    const opened =
      typeof content === 'string'
        ? ''
        : `\tfile, err ${assign('file')} ${use('os')}.ReadFile(${quoteGo(content.name)})\n${FAIL}`;
    const done =
      typeof content === 'string' ? `${use('io')}.WriteString(part, ${quoteText(content)})` : 'part.Write(file)';
    return `${opened}\tpart, _ ${assign('part')} form.CreatePart(${header})\n\t${done}\n`;
  };
  const written = parts.map(write).join('');
  const before = [
    `\tvar body ${use('bytes')}.Buffer\n\tform := ${use('mime/multipart')}.NewWriter(&body)\n`,
    isForm ? '' : `\tform.SetBoundary(${quoteGo(boundary)})\n`,
    `${written}\tform.Close()\n`,
  ];
  return { before: before.join(''), reader: '&body', isForm };
}

function check(message: string): string {
  return `\tif resp.StatusCode >= 400 {\n\t\t${message}\n\t}\n`;
}

function showAnswer(method: string, use: Use): string {
  if (method === 'HEAD') return `${check('log.Fatal(resp.Status)')}\tresp.Header.Write(${use('os')}.Stdout)\n`;
  return `\tanswer, err := ${use('io')}.ReadAll(resp.Body)\n${FAIL}${check(
    'log.Fatalf("%s\\n%s", resp.Status, answer)',
  )}\t${use('fmt')}.Println(string(answer))\n`;
}

/** Reads lines as they arrive: the data of events, or each line of another stream as it is. */
function readStream(request: HttpRequest, use: Use): string {
  const each = acceptsEvents(request)
    ? `\t\tline := scanner.Text()
\t\tif !${use('strings')}.HasPrefix(line, "data:") {
\t\t\tcontinue
\t\t}
\t\tdata := strings.TrimSpace(line[5:])
\t\tif data == "[DONE]" {
\t\t\tbreak
\t\t}
\t\t${use('fmt')}.Println(data)
`
    : `\t\tif line := scanner.Text(); line != "" {\n\t\t\t${use('fmt')}.Println(line)\n\t\t}\n`;
  return `${check(`answer, _ := ${use('io')}.ReadAll(resp.Body)\n\t\tlog.Fatalf("%s\\n%s", resp.Status, answer)`)}
\tscanner := ${use('bufio')}.NewScanner(resp.Body)
\tscanner.Buffer(nil, 1<<24) // longer lines than its 64 kB
\tfor scanner.Scan() {
${each}\t}
\tif err := scanner.Err(); err != nil {
\t\tlog.Fatal(err)
\t}
`;
}
