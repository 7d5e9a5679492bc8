import type { Credential, HttpBody, HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { bodyPieces } from '../request/multipart.ts';
import { acceptsEvents } from './events.ts';
import { encodesAlike } from './form-fields.ts';
import { headersBut, joinPieces, urlPieces } from './pieces.ts';
import { isPlain, quoteBraced, quoteLatin } from './quote-braced.ts';
import { isVisible } from './quote-double.ts';

/** A PHP 8 script with the curl extension; secrets come from the environment, an error status throws. */
export function print(request: HttpRequest): string {
  const { method, body, stream } = request;
  const parts = body?.kind === 'multipart' ? partRows(body) : undefined;
  const events = stream && acceptsEvents(request);
  const headers = (parts ? headersBut(request.headers, 'Content-Type') : request.headers).flatMap(header);
  // As a body, an empty text would bring a Content-Type along.
  if (!body && /^P(OST|UT|ATCH)$/.test(method)) headers.push("'Content-Length: 0'");
  const basic = request.headers.find((one) => 'credential' in one && one.credential.form === 'basic');
  const isHead = method === 'HEAD' && !body;
  const options = [
    ...(isHead ? ['CURLOPT_NOBODY => true', 'CURLOPT_HEADER => true'] : []),
    ...(isHead || method === (body ? 'POST' : 'GET') ? [] : [`CURLOPT_CUSTOMREQUEST => ${quotePhp(method)}`]),
    ...(headers.length > 0
      ? [`CURLOPT_HTTPHEADER => [\n${headers.map((one) => `        ${one},\n`).join('')}    ]`]
      : []),
    ...(basic && 'credential' in basic ? [`CURLOPT_USERPWD => ${environment(basic.credential)}`] : []),
    ...(body ? [`CURLOPT_POSTFIELDS => ${body.kind === 'file' ? read(body.file.name) : '$body'}`] : []),
    ...(events ? [EVENTS] : stream ? [] : ['CURLOPT_RETURNTRANSFER => true', 'CURLOPT_TIMEOUT => 60']),
  ];
  const url = joinPieces(urlPieces(request), {
    quote: quotePhp,
    secret: (credential) => `rawurlencode(${environment(credential)})`,
    plus: ' . ',
  });
  const before = parts ? `[\n${parts.join('')}]` : body && body.kind !== 'file' && bodyText(body);
  return `<?php

${before ? `$body = ${before};\n\n` : ''}${events ? "$rest = '';\n" : ''}$curl = curl_init(${url});
${options.length > 0 ? `curl_setopt_array($curl, [\n${options.map((one) => `    ${one},\n`).join('')}]);\n` : ''}
${stream ? '' : '$response = '}curl_exec($curl);
if (${events ? '!in_array(curl_errno($curl), [CURLE_OK, CURLE_WRITE_ERROR])' : 'curl_errno($curl)'}) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 400) {
    throw new RuntimeException("$status${events ? ' $rest' : stream ? '' : ' $response'}");
}${stream ? '' : '\necho $response;'}`;
}

/** Any other return value than the length ends the transfer, with a write error. */
const EVENTS = `CURLOPT_WRITEFUNCTION => function (CurlHandle $curl, string $chunk) use (&$rest): int {
        $rest .= $chunk;
        if (curl_getinfo($curl, CURLINFO_RESPONSE_CODE) >= 400) {
            return strlen($chunk);
        }
        $lines = explode("\\n", $rest);
        $rest = array_pop($lines);
        foreach ($lines as $line) {
            if (!str_starts_with($line, 'data:')) {
                continue;
            }
            $data = trim(substr($line, 5));
            if ($data === '[DONE]') {
                return 0;
            }
            echo $data, "\\n";
            flush();
        }
        return strlen($chunk);
    }`;

/** Before a dollar, too: a name after it would be a variable. */
const SPECIAL = /[\\"$]/g;

function quotePhp(text: string): string {
  return isPlain(text) ? `'${text.replace(/[\\']/g, '\\$&')}'` : quoteBraced(text, SPECIAL);
}

/** A body of several lines is a nowdoc, in which nothing is special but its end. */
function quotePhpText(text: string, label: string): string {
  const isNowdoc = text.includes('\n') && isVisible(text);
  return isNowdoc && !new RegExp(`^ *${label}`, 'm').test(text) ? `<<<'${label}'\n${text}\n${label}` : quotePhp(text);
}

/** Strings are bytes, and headers have one a character. */
function quotePhpHeader(text: string): string {
  return quoteLatin(text, quotePhp, SPECIAL);
}

function environment({ variable }: Credential): string {
  return `getenv('${variable}')`;
}

function read(name: string): string {
  return `file_get_contents(${quotePhp(name)})`;
}

function header(header: HttpHeader): string[] {
  // `Name:` would take the header out, `Name;` sends it empty.
  if ('value' in header) return [quotePhpHeader(header.name + (header.value === '' ? ';' : `: ${header.value}`))];
  if (header.credential.form === 'basic') return [];
  return [`${quotePhpHeader(`${header.name}: ${header.prefix}`)} . ${environment(header.credential)}`];
}

function bodyText(body: HttpBody): string {
  if (body.kind === 'multipart') {
    return bodyPieces(body)
      .map((piece) => (typeof piece === 'string' ? quotePhp(piece) : read(piece.name)))
      .join('\n    . ');
  }
  if (body.kind === 'file') return '';
  const { fields } = body;
  // The keys of an array are unique.
  if (fields && encodesAlike(fields, /\*/) && new Set(fields.map(([name]) => name)).size === fields.length) {
    const rows = fields.map(([name, value]) => `    ${quotePhp(name)} => ${quotePhp(value)},\n`);
    return `http_build_query([\n${rows.join('')}])`;
  }
  return quotePhpText(body.text, isJsonType(body.mediaType) ? 'JSON' : 'TEXT');
}

/** A form as an array, of which curl makes multipart; nothing where that can't say the same. */
function partRows({ mediaType, parts }: HttpBody & { kind: 'multipart' }): string[] | undefined {
  if (mediaType !== 'multipart/form-data' || new Set(parts.map(({ name }) => name)).size < parts.length)
    return undefined;
  const rows = parts.map(partRow);
  return rows.length > 0 && rows.every((row) => row !== undefined) ? rows : undefined;
}

function partRow({ name = '', filename, contentType, headers, content }: Part): string | undefined {
  if (!/^[^"\\\p{Cc}]+$/u.test(name) || /["\\\p{Cc}]/u.test(filename ?? '') || headers.length > 0) return undefined;
  const row = (value: string): string => `    ${quotePhp(name)} => ${value},\n`;
  if (typeof content === 'string') return filename !== undefined || contentType ? undefined : row(quotePhp(content));
  if (!filename || !contentType) return undefined;
  const args = [content.name, contentType, ...(filename === content.name ? [] : [filename])];
  return row(`new CURLFile(${args.map(quotePhp).join(', ')})`);
}
