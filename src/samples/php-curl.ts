import { secretsIn } from '../request/header-secrets.ts';
import type { HttpBody, HttpHeader, HttpRequest } from '../request/http-request.ts';
import {
  acceptsEvents,
  address,
  basicVariable,
  type Dialect,
  fieldsOf,
  formParts,
  headersBut,
  labelOf,
  lines,
  type PartWriter,
  piecesOf,
  takesBody,
} from './dialect.ts';
import { braced, isBlock, isPlain, quoteDouble, quoteLatin } from './quote.ts';

/** Before a dollar, too: a name after it would be a variable. */
const SPECIAL = /[\\"$]/g;

const PHP: Dialect = {
  quote,
  secret: (variable) => `getenv('${variable}')`,
  base64: (secret) => `base64_encode(${secret})`,
  encode: (secret) => `rawurlencode(${secret})`,
  plus: ' . ',
};

/** A PHP 8 script with the curl extension; secrets come from the environment, an error status throws. */
export function print(request: HttpRequest): string {
  const { method, body, stream } = request;
  // The keys of an array are unique.
  const isUnique = body?.kind === 'multipart' && new Set(body.parts.map(({ name }) => name)).size === body.parts.length;
  const parts = isUnique ? formParts(body, PARTS) : undefined;
  const events = stream && acceptsEvents(request);
  const headers = (parts ? headersBut(request.headers, 'Content-Type') : request.headers).flatMap(header);
  // As a body, an empty text would bring a Content-Type along.
  if (!body && takesBody(method)) headers.push("'Content-Length: 0'");
  const basic = request.headers.map(basicVariable).find((variable) => variable);
  const isHead = method === 'HEAD' && !body;
  const options = [
    isHead ? 'NOBODY => true' : method === (body ? 'POST' : 'GET') ? '' : `CUSTOMREQUEST => ${quote(method)}`,
    isHead ? 'HEADER => true' : '',
    headers[0] ? `HTTPHEADER => [\n${lines(headers, '        ')}    ]` : '',
    basic ? `USERPWD => ${PHP.secret(basic)}` : '',
    body ? 'POSTFIELDS => $body' : '',
    events ? EVENTS : stream ? '' : 'RETURNTRANSFER => true',
    stream ? '' : 'TIMEOUT => 60',
  ].filter((option) => option);
  return `<?php

${body ? `$body = ${parts ? `[\n${lines(parts)}]` : bodyCode(body)};\n\n` : ''}${events ? "$rest = '';\n" : ''}$curl = curl_init(${address(request, PHP)});
${options[0] ? `curl_setopt_array($curl, [\n${lines(options, '    CURLOPT_')}]);\n` : ''}
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
const EVENTS = `WRITEFUNCTION => function (CurlHandle $curl, string $chunk) use (&$rest): int {
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

function quote(text: string): string {
  return isPlain(text) ? `'${text.replace(/[\\']/g, '\\$&')}'` : quoteDouble(text, braced, SPECIAL);
}

/** A body of several lines is a nowdoc, in which nothing is special but its end. */
function quoteText(text: string, label: string): string {
  return isBlock(text) && !new RegExp(`^ *${label}`, 'm').test(text) ? `<<<'${label}'\n${text}\n${label}` : quote(text);
}

/** Strings are bytes, and headers have one a character. */
function quoteHeader(text: string): string {
  return quoteLatin(text, quote, SPECIAL);
}

function header(header: HttpHeader): string[] {
  // `Name:` would take the header out, `Name;` sends it empty.
  if ('value' in header) return [quoteHeader(header.name + (header.value === '' ? ';' : `: ${header.value}`))];
  if (basicVariable(header)) return [];
  const pieces = secretsIn(header).flatMap(({ prefix, credential }, index) => [
    quoteHeader(index === 0 ? `${header.name}: ${prefix}` : prefix),
    PHP.secret(credential.variable),
  ]);
  return [pieces.join(' . ')];
}

function bodyCode(body: HttpBody): string {
  const fields = fieldsOf(body, /\*/);
  if (fields && new Set(fields.map(([name]) => name)).size === fields.length) {
    return `http_build_query([\n${lines(fields.map((field) => field.map(quote).join(' => ')))}])`;
  }
  const pieces = piecesOf(
    body,
    (text) => (body.kind === 'text' ? quoteText(text, labelOf(body)) : quote(text)),
    (path) => `file_get_contents(${quote(path)})`,
  );
  return pieces.join('\n    . ');
}

/** The entries that curl makes parts of. */
const PARTS: PartWriter = {
  text: (name, text) => `${quote(name)} => ${quote(text)}`,
  file: (name, path, type, filename) =>
    `${quote(name)} => new CURLFile(${[path, type, ...(filename === path ? [] : [filename])].map(quote).join(', ')})`,
};
