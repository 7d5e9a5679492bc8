import type { Credential, HttpBody, HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { bodyPieces, partHeaders } from '../request/multipart.ts';
import { acceptsEvents } from './events.ts';
import { headersBut, secretsOf, urlPieces } from './pieces.ts';
import { HIDDEN } from './quote.ts';

/**
 * A C11 program with libcurl; secrets come from the environment, and it fails after printing the answer where
 * that has an error status.
 */
export function print(request: HttpRequest): string {
  const { body, method, stream, queryCredentials = [] } = request;
  const events = stream && acceptsEvents(request);
  const parts = body?.kind === 'multipart' && isMime(body.parts) ? body.parts : undefined;
  const text = parts || body?.kind === 'file' ? undefined : body && bodyPieces(body).join('');
  const secrets = [...new Set(secretsOf(request).map(({ variable }) => variable))];
  const headers = parts
    ? [...headersBut(request.headers, 'Content-Type'), { name: 'Content-Type', value: mediaType(body) }]
    : [...request.headers];
  if (!body && /^P(OST|UT|ATCH)$/.test(method)) headers.push({ name: 'Content-Length', value: '0' });
  const isBasic = (one: HttpHeader): boolean => 'credential' in one && one.credential.form === 'basic';
  const lines = headers.map((one) => (isBasic(one) ? '' : header(one))).join('');
  const formats = lines.includes('asprintf');
  const isHead = method === 'HEAD' && !body;
  const sets = [
    isHead ? 'NOBODY, 1L' : '',
    isHead ? 'HEADER, 1L' : '',
    isHead || method === (body ? 'POST' : 'GET') ? '' : `CUSTOMREQUEST, ${quoteC(method)}`,
    text === undefined ? '' : 'POSTFIELDSIZE, (long)(sizeof body - 1)',
    text === undefined ? '' : 'POSTFIELDS, body',
    events ? 'WRITEFUNCTION, print_events' : '',
    events ? 'WRITEDATA, curl' : '',
    stream ? '' : 'TIMEOUT, 60L',
  ];
  return [
    formats || queryCredentials.length > 0 ? '#define _GNU_SOURCE /* asprintf */\n' : '',
    '#include <curl/curl.h>\n#include <stdio.h>\n#include <stdlib.h>\n',
    events ? `#include <string.h>\n\n${EVENTS}\n` : '',
    text === undefined ? '' : `\nstatic const char body[] =${quoteCText(text, '    ')};\n`,
    '\nint main(void) {\n',
    ...secrets.map(secret),
    '    CURL *curl = curl_easy_init();\n    if (!curl) return EXIT_FAILURE;\n\n',
    url(request),
    lines && `\n    struct curl_slist *headers = NULL;\n${formats ? '    char *header;\n' : ''}${lines}`,
    lines && `${set('HTTPHEADER, headers')}\n`,
    ...headers.map((one) => (isBasic(one) && 'credential' in one ? set(`USERPWD, ${nameOf(one.credential)}`) : '')),
    parts
      ? `    curl_mime *mime = curl_mime_init(curl);\n    curl_mimepart *part;\n${parts.map(mimePart).join('')}`
      : '',
    parts ? set('MIMEPOST, mime') : '',
    body?.kind === 'file' ? openFile(body.file.name) : '',
    ...sets.map((one) => one && set(one)),
    stream && !events ? '    setvbuf(stdout, NULL, _IONBF, 0);\n' : '',
    '\n    CURLcode result = curl_easy_perform(curl);\n',
    events ? '    if (result == CURLE_WRITE_ERROR) result = CURLE_OK; /* [DONE] */\n' : '',
    '    long status = 0;\n    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);\n',
    '    if (result != CURLE_OK) fprintf(stderr, "%s\\n", curl_easy_strerror(result));\n',
    '    if (status >= 400) fprintf(stderr, "HTTP status %ld\\n", status);\n\n',
    body?.kind === 'file' ? '    fclose(file);\n' : '',
    parts ? '    curl_mime_free(mime);\n' : '',
    lines && '    curl_slist_free_all(headers);\n',
    queryCredentials.length > 0 ? '    free(url);\n' : '',
    '    curl_easy_cleanup(curl);\n',
    '    return result == CURLE_OK && status < 400 ? EXIT_SUCCESS : EXIT_FAILURE;\n}',
  ].join('');
}

const EVENTS = `static size_t print_events(char *chunk, size_t size, size_t count, void *curl) {
    static char *text = NULL;
    static size_t length = 0;

    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (status >= 400) return fwrite(chunk, size, count, stdout);

    char *grown = realloc(text, length + count);
    if (!grown) return 0;
    text = grown;
    memcpy(text + length, chunk, count);
    length += count;

    char *line = text, *end;
    while ((end = memchr(line, '\\n', text + length - line))) {
        *end = '\\0';
        if (strncmp(line, "data:", 5) == 0) {
            char *data = line + 5 + strspn(line + 5, " ");
            data[strcspn(data, "\\r")] = '\\0';
            if (strcmp(data, "[DONE]") == 0) return 0;
            puts(data);
            fflush(stdout);
        }
        line = end + 1;
    }
    length -= line - text;
    memmove(text, line, length);
    return count;
}`;

function set(option: string): string {
  return `    curl_easy_setopt(curl, CURLOPT_${option});\n`;
}

/** @param hidden - the characters that become bytes; `??` begins a trigraph */
function quoteC(text: string, hidden = HIDDEN, bytesOf = (char: string) => new TextEncoder().encode(char)): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replace(/\?(?=\?)/g, '?\\')
    .replace(hidden, (char) => ESCAPES[char] ?? Array.from(bytesOf(char), octal).join(''));
  return `"${escaped}"`;
}

const ESCAPES: { readonly [char: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Three digits always: no digit that follows is taken for another one. */
function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}

/** A literal for each line, and several for one that compilers would find too long. */
function quoteCText(text: string, indent: string): string {
  const lines = text.match(/[^\n]{0,2000}\n|[^\n]{1,2000}/gu) ?? [''];
  return lines.length < 2 ? ` ${quoteC(text)}` : lines.map((line) => `\n${indent}${quoteC(line)}`).join('');
}

/** Headers have one byte a character. */
function quoteCHeader(text: string): string {
  return quoteC(text, /[^ -~]/g, (char) => Uint8Array.of(char.charCodeAt(0)));
}

function nameOf({ variable }: Credential): string {
  return variable.toLowerCase();
}

function secret(variable: string): string {
  return `    const char *${variable.toLowerCase()} = getenv("${variable}");
    if (!${variable.toLowerCase()}) {
        fputs("${variable} is not set\\n", stderr);
        return EXIT_FAILURE;
    }

`;
}

function url(request: HttpRequest): string {
  const { queryCredentials = [] } = request;
  if (queryCredentials.length === 0) return set(`URL, ${quoteC(request.url)}`);
  const names = queryCredentials.map(({ credential }) => nameOf(credential));
  const format = urlPieces(request).map((piece) => (typeof piece === 'string' ? piece.replaceAll('%', '%%') : '%s'));
  const escapes = names.map((name) => `    char *escaped_${name} = curl_easy_escape(curl, ${name}, 0);\n`);
  const args = names.map((name) => `escaped_${name}`).join(', ');
  const frees = names.map((name) => `    curl_free(escaped_${name});\n`);
  return `${escapes.join('')}    char *url;
    if (asprintf(&url, ${quoteC(format.join(''))}, ${args}) < 0) return EXIT_FAILURE;
${frees.join('')}${set('URL, url')}`;
}

function header(header: HttpHeader): string {
  const append = (text: string): string => `    headers = curl_slist_append(headers, ${text});\n`;
  // `Name:` would take the header out, `Name;` sends it empty.
  if ('value' in header) return append(quoteCHeader(header.name + (header.value === '' ? ';' : `: ${header.value}`)));
  const name = nameOf(header.credential);
  const format = quoteCHeader(`${`${header.name}: ${header.prefix}`.replaceAll('%', '%%')}%s`);
  return `    if (asprintf(&header, ${format}, ${name}) < 0) return EXIT_FAILURE;\n${append('header')}    free(header);\n`;
}

function mediaType(body: HttpBody | undefined): string {
  return body?.mediaType ?? '';
}

function orFail(condition: string, name: string): string {
  return `    if (${condition}) {\n        perror(${name});\n        return EXIT_FAILURE;\n    }\n`;
}

/** Names that every version of libcurl writes in the same way. */
function hasPlainNames({ name = 'a', filename = 'a' }: Part): boolean {
  return [name, filename].every((text) => /^[^"\\\p{Cc}]+$/u.test(text));
}

/** Texts alone can be written as one, where libcurl has no way for them. */
function isMime(parts: readonly Part[]): boolean {
  return parts.some(({ content }) => typeof content !== 'string') || (parts.length > 0 && parts.every(hasPlainNames));
}

function mimePart(part: Part): string {
  const { name, filename, contentType, content } = part;
  const plain = hasPlainNames(part);
  const all = partHeaders(part);
  const more = plain ? all.slice((name === undefined ? 0 : 1) + (contentType === undefined ? 0 : 1)) : all;
  const list = more.reduce(
    (before, [key, value]) => `curl_slist_append(${before}, ${quoteC(`${key}: ${value}`)})`,
    'NULL',
  );
  const shown = plain ? filename : undefined;
  const call = (method: string, args: string): string => `    curl_mime_${method}(part, ${args});\n`;
  let source = '';
  let found: string | undefined;
  if (typeof content === 'string') {
    const size = content.includes('\0') ? new TextEncoder().encode(content).length : 'CURL_ZERO_TERMINATED';
    source = call('data', `${quoteCText(content, '        ').trimStart()}, ${size}`);
  } else {
    const path = quoteC(content.name);
    source = orFail(`curl_mime_filedata(part, ${path}) != CURLE_OK`, path);
    found = content.name.split('/').at(-1);
  }
  return [
    '\n    part = curl_mime_addpart(mime);\n',
    plain && name !== undefined ? call('name', quoteC(name)) : '',
    source,
    shown === found ? '' : call('filename', shown === undefined ? 'NULL' : quoteC(shown)),
    plain && contentType !== undefined ? call('type', quoteC(contentType)) : '',
    more.length > 0 ? call('headers', `${list}, 1`) : '',
  ].join('');
}

function openFile(name: string): string {
  const path = quoteC(name);
  return `    FILE *file = fopen(${path}, "rb");
${orFail('!file', path)}    fseek(file, 0, SEEK_END);
${set('POST, 1L')}${set('POSTFIELDSIZE_LARGE, (curl_off_t)ftell(file)')}    rewind(file);
${set('READDATA, file')}`;
}
