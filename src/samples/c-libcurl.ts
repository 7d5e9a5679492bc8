import { secretsIn } from '../request/header-secrets.ts';
import type { HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { partHeaders } from '../request/multipart.ts';
import { basicVariable, hasPlainNames, headersBut, piecesOf, secretsOf, takesBody, urlPieces } from './dialect.ts';
import { escapeText, octal, octalLatin } from './quote.ts';

/**
 * A C11 program with libcurl, which prints the answer as it arrives; secrets come from the environment, and it fails
 * where the answer has an error status.
 */
export function print(request: HttpRequest): string {
  const { body, method, stream, queryCredentials } = request;
  const parts = body?.kind === 'multipart' && isMime(body.parts) ? body.parts : undefined;
  const file = body?.kind === 'file' ? body.file.name : undefined;
  const text = body && !parts && file === undefined ? piecesOf(body, (piece) => piece, quote).join('') : undefined;
  const headers = parts
    ? [...headersBut(request.headers, 'Content-Type'), { name: 'Content-Type', value: body?.mediaType ?? '' }]
    : [...request.headers];
  if (!body && takesBody(method)) headers.push({ name: 'Content-Length', value: '0' });
  const basic = headers.map(basicVariable).find((variable) => variable);
  const listed = headers.map(header).join('');
  const formats = listed.includes('asprintf');
  const isHead = method === 'HEAD' && !body;
  const secrets = [...new Set(secretsOf(request).map(({ variable }) => variable))];
  return `${formats || queryCredentials ? '#define _GNU_SOURCE /* asprintf */\n' : ''}#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
${text === undefined ? '' : `\nstatic const char body[] =${quoteText(text, '    ')};\n`}
int main(void) {
${secrets.map(secret).join('')}    CURL *curl = curl_easy_init();
    if (!curl) return EXIT_FAILURE;

${url(request)}${
  listed &&
  `
    struct curl_slist *headers = NULL;
${formats ? '    char *header;\n' : ''}${listed}${set('HTTPHEADER', 'headers')}
`
}${basic ? set('USERPWD', nameOf(basic)) : ''}${
  parts
    ? `    curl_mime *mime = curl_mime_init(curl);
    curl_mimepart *part;
${parts.map(mimePart).join('')}${set('MIMEPOST', 'mime')}`
    : ''
}${file === undefined ? '' : openFile(file)}${
  isHead
    ? set('NOBODY', '1L') + set('HEADER', '1L')
    : method === (body ? 'POST' : 'GET')
      ? ''
      : set('CUSTOMREQUEST', quote(method))
}${text === undefined ? '' : set('POSTFIELDSIZE', '(long)(sizeof body - 1)') + set('POSTFIELDS', 'body')}${
  stream ? '    setvbuf(stdout, NULL, _IONBF, 0);\n' : set('TIMEOUT', '60L')
}
    CURLcode result = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (result != CURLE_OK) fprintf(stderr, "%s\\n", curl_easy_strerror(result));
    if (status >= 400) fprintf(stderr, "HTTP status %ld\\n", status);

${file === undefined ? '' : '    fclose(file);\n'}${parts ? '    curl_mime_free(mime);\n' : ''}${
  listed && '    curl_slist_free_all(headers);\n'
}${queryCredentials ? '    free(url);\n' : ''}    curl_easy_cleanup(curl);
    return result == CURLE_OK && status < 400 ? EXIT_SUCCESS : EXIT_FAILURE;
}`;
}

function set(option: string, value: string): string {
  return `    curl_easy_setopt(curl, CURLOPT_${option}, ${value});\n`;
}

/** A C string; `??` begins a trigraph. */
function quote(text: string, hide = octal, hidden?: RegExp): string {
  return `"${escapeText(text, /[\\"]/g, hide, hidden).replace(/\?(?=\?)/g, '?\\')}"`;
}

/** A literal for each line, and several for one that compilers would find too long. */
function quoteText(text: string, indent: string): string {
  const lines = text.match(/[^\n]{0,2000}\n|[^\n]{1,2000}/gu) ?? [''];
  return lines.length < 2 ? ` ${quote(text)}` : lines.map((line) => `\n${indent}${quote(line)}`).join('');
}

/** Headers have one byte a character. */
function quoteHeader(text: string): string {
  return quote(text, octalLatin, /[^ -~]/g);
}

function nameOf(variable: string): string {
  return variable.toLowerCase();
}

function secret(variable: string): string {
  const name = nameOf(variable);
  return `    const char *${name} = getenv("${variable}");
    if (!${name}) {
        fputs("${variable} is not set\\n", stderr);
        return EXIT_FAILURE;
    }

`;
}

/** Sets a string to a format with values in it. */
function format(name: string, text: string, values: readonly string[]): string {
  return `    if (asprintf(&${name}, ${text}, ${values.join(', ')}) < 0) return EXIT_FAILURE;\n`;
}

function url(request: HttpRequest): string {
  const { queryCredentials } = request;
  if (!queryCredentials) return set('URL', quote(request.url));
  const names = queryCredentials.map(({ credential }) => nameOf(credential.variable));
  const text = urlPieces(request).map((piece) => (typeof piece === 'string' ? piece.replaceAll('%', '%%') : '%s'));
  return `${names.map((name) => `    char *escaped_${name} = curl_easy_escape(curl, ${name}, 0);\n`).join('')}    char *url;
${format(
  'url',
  quote(text.join('')),
  names.map((name) => `escaped_${name}`),
)}${names.map((name) => `    curl_free(escaped_${name});\n`).join('')}${set('URL', 'url')}`;
}

function header(header: HttpHeader): string {
  const append = (text: string): string => `    headers = curl_slist_append(headers, ${text});\n`;
  // `Name:` would take the header out, `Name;` sends it empty.
  if ('value' in header) return append(quoteHeader(header.name + (header.value === '' ? ';' : `: ${header.value}`)));
  if (basicVariable(header)) return '';
  const secrets = secretsIn(header);
  const text = secrets.map(({ prefix }) => `${prefix.replaceAll('%', '%%')}%s`).join('');
  const names = secrets.map(({ credential }) => nameOf(credential.variable));
  // A name is a token, which may hold a percent sign.
  const start = `${header.name.replaceAll('%', '%%')}: `;
  return `${format('header', quoteHeader(start + text), names)}${append('header')}    free(header);\n`;
}

function orFail(condition: string, name: string): string {
  return `    if (${condition}) {
        perror(${quote(name)});
        return EXIT_FAILURE;
    }
`;
}

/** Texts alone can be written as one, where libcurl has no way for them. */
function isMime(parts: readonly Part[]): boolean {
  return parts.some(({ content }) => typeof content !== 'string') || (parts.length > 0 && parts.every(hasPlainNames));
}

function mimePart(part: Part): string {
  const { name = '', filename, contentType, headers, content } = part;
  const isPlain = hasPlainNames(part);
  const call = (method: string, args: string): string => `    curl_mime_${method}(part, ${args});\n`;
  const rows = isPlain ? headers.map((header) => [header.name, header.value] as const) : partHeaders(part);
  const list = rows.reduce((before, row) => `curl_slist_append(${before}, ${quote(row.join(': '))})`, 'NULL');
  const shown = isPlain ? filename : undefined;
  const isOwn = typeof content === 'string' ? shown === undefined : content.name.split('/').at(-1) === shown;
  return `
    part = curl_mime_addpart(mime);
${isPlain ? call('name', quote(name)) : ''}${
  typeof content === 'string'
    ? call('data', `${quoteText(content, '        ').trimStart()}, ${sizeOf(content)}`)
    : orFail(`curl_mime_filedata(part, ${quote(content.name)}) != CURLE_OK`, content.name)
}${isOwn ? '' : call('filename', shown === undefined ? 'NULL' : quote(shown))}${
  isPlain && contentType ? call('type', quote(contentType)) : ''
}${rows.length > 0 ? call('headers', `${list}, 1`) : ''}`;
}

function sizeOf(text: string): number | string {
  return text.includes('\0') ? new TextEncoder().encode(text).length : 'CURL_ZERO_TERMINATED';
}

function openFile(name: string): string {
  return `    FILE *file = fopen(${quote(name)}, "rb");
${orFail('!file', name)}    fseek(file, 0, SEEK_END);
${set('POST', '1L')}${set('POSTFIELDSIZE_LARGE', '(curl_off_t)ftell(file)')}    rewind(file);
${set('READDATA', 'file')}`;
}
