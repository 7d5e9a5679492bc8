import type { HttpBody, HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { partHeaders } from '../request/multipart.ts';
import {
  acceptsEvents,
  address,
  type Dialect,
  fieldsOf,
  headersBut,
  headerValue,
  lines,
  makeImports,
} from './dialect.ts';
import { isBlock, isVisible, quoteDouble, quoteLatin, quoteLines, wide } from './quote.ts';

type Use = (path: string) => string;

const FAIL = `	if err != nil {
		log.Fatal(err)
	}
`;

/**
 * A Go program with `net/http`; secrets come from the environment, an error status ends it.
 *
 * @returns nothing for `Trailer`, which the client writes itself, and only where it doesn't know how long a body is
 */
export function print(request: HttpRequest): string | undefined {
  const { method, stream, queryCredentials } = request;
  if (request.headers.some(({ name }) => /^trailer$/i.test(name))) return undefined;
  const { paths, use } = makeImports();
  const go: Dialect = {
    quote,
    quoteHeader: (text) => quoteLatin(text, quote),
    secret: (variable) => `${use('os')}.Getenv("${variable}")`,
    base64: (secret) => `${use('encoding/base64')}.StdEncoding.EncodeToString([]byte(${secret}))`,
    encode: (secret) => `${use('strings')}.ReplaceAll(${use('net/url')}.QueryEscape(${secret}), "+", "%20")`,
  };
  const body: GoBody = request.body ? goBody(request.body, use) : { before: '', reader: 'nil' };
  const url = address(request, go);
  const headers = body.isForm ? headersBut(request.headers, 'Content-Type') : request.headers;
  const main = `${body.before}${queryCredentials ? `	address := ${url}\n` : ''}	req, err := ${use('net/http')}.NewRequest(${quote(method)}, ${queryCredentials ? 'address' : url}, ${body.reader})
${FAIL}${headers.map((header, at) => goHeader(header, headers.findIndex(({ name }) => name === header.name) < at, { ...go, plus: '+' })).join('')}${
  body.isForm ? '	req.Header.Set("Content-Type", form.FormDataContentType())\n' : ''
}
${stream ? '' : `	client := &http.Client{Timeout: 60 * ${use('time')}.Second}\n`}	resp, err := ${stream ? 'http.DefaultClient' : 'client'}.Do(req)
${FAIL}	defer resp.Body.Close()

${stream ? readStream(request, use) : showAnswer(method, use)}`;
  use('log');
  return `package main

import (
${lines([...paths].sort(), '	"', '"')})

func main() {
${main}}`;
}

/** A Go string: UTF-8, which is what bodies are. */
function quote(text: string): string {
  return /["\\]/.test(text) && !/[`\n]/.test(text) && isVisible(text) ? `\`${text}\`` : quoteDouble(text, wide);
}

/** A text of several lines as a raw string, where that can hold it. @param plus - as `gofmt` has it there */
function quoteText(text: string, plus = '+'): string {
  return isBlock(text) && !text.includes('`') ? `\`${text}\`` : quoteLines(text, quote).join(`${plus}\n\t\t`);
}

function goHeader(header: HttpHeader, isMore: boolean, go: Dialect): string {
  const value = headerValue(header, go);
  if (header.name.toLowerCase() === 'host') return `\treq.Host = ${value}\n`;
  return `\treq.Header.${isMore ? 'Add' : 'Set'}(${quote(header.name)}, ${value})\n`;
}

interface GoBody {
  /** Statements, and an empty line after them. */
  readonly before: string;
  /** An `io.Reader` whose length `net/http` knows. */
  readonly reader: string;
  /** Whether a variable `form` has the boundary and the media type. */
  readonly isForm?: boolean;
}

function goBody(body: HttpBody, use: Use): GoBody {
  if (body.kind === 'multipart') return multipartBody(body, use);
  if (body.kind === 'file')
    return { before: `${readFile(body.file.name, use)}\n`, reader: `${use('bytes')}.NewReader(file)` };
  const reader = `${use('strings')}.NewReader(`;
  // Its encoder sorts by name, and has its own mind of `*` and `~`.
  const fields = fieldsOf(body, /[*~]/);
  if (fields?.every(([name], at) => !at || (fields[at - 1]?.[0] ?? '') <= name)) {
    const rows = fields.map((field) => `\tform.Add(${field.map(quote).join(', ')})\n`);
    return { before: `\tform := ${use('net/url')}.Values{}\n${rows.join('')}\n`, reader: `${reader}form.Encode())` };
  }
  return { before: `\tbody := ${quoteText(body.text, ' +')}\n\n`, reader: `${reader}body)` };
}

function readFile(name: string, use: Use, assign = ':='): string {
  return `\tfile, err ${assign} ${use('os')}.ReadFile(${quote(name)})\n${FAIL}`;
}

function multipartBody({ mediaType, boundary, parts }: HttpBody & { kind: 'multipart' }, use: Use): GoBody {
  const isForm = mediaType === 'multipart/form-data';
  const known = new Set<string>();
  const assign = (name: string): string => (known.size < known.add(name).size ? ':=' : '=');
  const write = (part: Part): string => {
    const { name = '"', filename, contentType, headers, content } = part;
    const isText = typeof content === 'string';
    if (isText && !/["\\\r\n]/.test(name) && !filename && !contentType && !headers[0]) {
      return `\tform.WriteField(${quote(name)}, ${quoteText(content)})\n`;
    }
    const rows = partHeaders(part).map(([key, value]) => [`${quote(key)}:`, quote(value)] as const);
    const width = Math.max(...rows.map(([key]) => key.length));
    const fields = rows.map(([key, value]) => `\t\t${key.padEnd(width)} {${value}},\n`).join('');
    const header = `${use('net/textproto')}.MIMEHeader{${fields && `\n${fields}\t`}}`;
    return `${isText ? '' : readFile(content.name, use, assign('file'))}\tpart, _ ${assign('part')} form.CreatePart(${header})
\t${isText ? `${use('io')}.WriteString(part, ${quoteText(content)})` : 'part.Write(file)'}
`;
  };
  return {
    before: `\tvar body ${use('bytes')}.Buffer
\tform := ${use('mime/multipart')}.NewWriter(&body)
${isForm ? '' : `\tform.SetBoundary(${quote(boundary)})\n`}${parts.map(write).join('')}\tform.Close()

`,
    reader: '&body',
    isForm,
  };
}

function check(statements: string): string {
  return `\tif resp.StatusCode >= 400 {\n${statements}\t}\n`;
}

function showAnswer(method: string, use: Use): string {
  if (method === 'HEAD') return `${check('\t\tlog.Fatal(resp.Status)\n')}\tresp.Header.Write(${use('os')}.Stdout)\n`;
  return `\tanswer, err := ${use('io')}.ReadAll(resp.Body)
${FAIL}${check('\t\tlog.Fatalf("%s\\n%s", resp.Status, answer)\n')}\t${use('fmt')}.Println(string(answer))
`;
}

/** Reads lines as they arrive: the data of events, or each line of another stream as it is. */
function readStream(request: HttpRequest, use: Use): string {
  return `${check(`\t\tanswer, _ := ${use('io')}.ReadAll(resp.Body)\n\t\tlog.Fatalf("%s\\n%s", resp.Status, answer)\n`)}
\tscanner := ${use('bufio')}.NewScanner(resp.Body)
\tscanner.Buffer(nil, 1<<24) // longer lines than its 64 kB
\tfor scanner.Scan() {
${
  acceptsEvents(request)
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
    : `\t\tif line := scanner.Text(); line != "" {\n\t\t\t${use('fmt')}.Println(line)\n\t\t}\n`
}\t}
\tif err := scanner.Err(); err != nil {
\t\tlog.Fatal(err)
\t}
`;
}
