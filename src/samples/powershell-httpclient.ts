import { plainHeaderText } from '../request/header-secrets.ts';
import type { HttpBody, HttpHeader, HttpRequest } from '../request/http-request.ts';
import { acceptsEvents, address, type Dialect, headerValue, piecesOf } from './dialect.ts';
import { escapeText, hex, isBlock, isPlain } from './quote.ts';

const UTF8 = '[System.Text.Encoding]::UTF8';

const POWERSHELL: Dialect = {
  quote,
  secret: (variable) => `$env:${variable}`,
  base64: (secret) => `[Convert]::ToBase64String(${UTF8}.GetBytes(${secret}))`,
  encode: (secret) => `[Uri]::EscapeDataString(${secret})`,
  within: (text, secret) => `"${text}${secret.startsWith('$') ? secret : `$(${secret})`}"`,
};

/**
 * A PowerShell 7 script with .NET's `HttpClient`, which sends texts, headers and streams as they are where
 * `Invoke-WebRequest` has its own mind; secrets come from the environment, an error status throws.
 */
export function print(request: HttpRequest): string {
  const { method, headers, body, stream } = request;
  const isLatin = headers.some((one) => !/^[ -~\t]*$/.test(plainHeaderText(one)));
  const content = body?.kind === 'text' ? `${UTF8}.GetBytes($body)` : body ? '$body' : '@()';
  return `using namespace System.Net.Http

${body ? bodyLines(body) : ''}${isLatin ? HANDLER : ''}$client = [HttpClient]::new(${isLatin ? '$handler' : ''})
$request = [HttpRequestMessage]::new(${quote(method)}, ${address(request, POWERSHELL)})
${body || headers.some(isOfContent) ? `$request.Content = [ByteArrayContent]::new(${content})\n` : ''}${headers
  .map(header)
  .join('')}
$response = $client.Send($request${stream ? ', [HttpCompletionOption]::ResponseHeadersRead' : ''})
${stream ? streamed(request) : answered(method)}`;
}

const HANDLER = `$handler = [SocketsHttpHandler]::new()
$handler.RequestHeaderEncodingSelector = { [System.Text.Encoding]::Latin1 }
`;

function answered(method: string): string {
  return `$text = $response.Content.ReadAsStringAsync().GetAwaiter().GetResult()
if (-not $response.IsSuccessStatusCode) {
    throw "$([int]$response.StatusCode) $text"
}
${method === 'HEAD' ? '"$response"' : '$text'}`;
}

function streamed(request: HttpRequest): string {
  return `$reader = [System.IO.StreamReader]::new($response.Content.ReadAsStream())
if (-not $response.IsSuccessStatusCode) {
    throw "$([int]$response.StatusCode) $($reader.ReadToEnd())"
}
while ($null -ne ($line = $reader.ReadLine())) {
${
  acceptsEvents(request)
    ? `    if ($line -notlike 'data:*') { continue }
    $data = $line.Substring(5).Trim()
    if ($data -ceq '[DONE]') { break }
    $data`
    : '    if ($line) { $line }'
}
}`;
}

/** Curly quotes are quotes in this language, too. */
function quote(text: string): string {
  const plain = text.toWellFormed();
  if (isPlain(plain)) return `'${plain.replace(/['‘’‚‛]/g, '$&$&')}'`;
  return `"${escapeText(plain, /["“”„$`]/g, (char) => `\`u{${hex(char)}}`, undefined, '`')}"`;
}

/** A text of several lines is a here-string, in which nothing is special but its end. */
function quoteText(text: string): string {
  return isBlock(text) && !/^['‘’‚‛]/m.test(text) ? `@'\n${text}\n'@` : quote(text);
}

/** .NET keeps these with the body. */
function isOfContent({ name }: HttpHeader): boolean {
  return /^(content-|allow$|expires$|last-modified$)/i.test(name);
}

/** `Add` would check and change what it knows. */
function header(header: HttpHeader): string {
  const headers = `${isOfContent(header) ? 'Content.' : ''}Headers`;
  return `[void]$request.${headers}.TryAddWithoutValidation(${quote(header.name)}, ${headerValue(header, POWERSHELL)})\n`;
}

function bodyLines(body: HttpBody): string {
  const isWhole = body.kind !== 'multipart';
  const pieces = piecesOf(
    body,
    (text) => (isWhole ? quoteText(text) : `${UTF8}.GetBytes(${quote(text)})`),
    (path) => `[System.IO.File]::ReadAllBytes((Convert-Path -LiteralPath ${quote(path)}))`,
  );
  if (isWhole) return `$body = ${pieces[0]}\n\n`;
  return `$stream = [System.IO.MemoryStream]::new()
$writer = [System.IO.BinaryWriter]::new($stream)
${pieces.map((piece) => `$writer.Write(${piece})\n`).join('')}$body = $stream.ToArray()\n\n`;
}
