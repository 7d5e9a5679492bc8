import type { Credential, HttpBody, HttpHeader, HttpRequest } from '../request/http-request.ts';
import { bodyPieces } from '../request/multipart.ts';
import { acceptsEvents } from './events.ts';
import { headerPieces, joinPieces, urlPieces } from './pieces.ts';
import { HIDDEN } from './quote.ts';
import { isPlain } from './quote-braced.ts';
import { isVisible } from './quote-double.ts';

/**
 * A PowerShell 7 script with .NET's `HttpClient`, which sends texts, headers and streams as they are where
 * `Invoke-WebRequest` has its own mind; secrets come from the environment, an error status throws.
 */
export function print(request: HttpRequest): string {
  const { method, headers, body, stream } = request;
  const url = joinPieces(urlPieces(request), {
    quote: quotePowerShell,
    secret: (credential) => `[Uri]::EscapeDataString(${environment(credential)})`,
  });
  const isLatin = headers.some((one) => !/^[ -~\t]*$/.test('value' in one ? one.value : one.prefix));
  const target = url.includes(' + ') ? `(${url})` : url;
  return [
    'using namespace System.Net.Http\n\n',
    body ? bodyLines(body) : '',
    isLatin ? HANDLER : '',
    `$client = [HttpClient]::new(${isLatin ? '$handler' : ''})\n`,
    `$request = [HttpRequestMessage]::new(${quotePowerShell(method)}, ${target})\n`,
    body || headers.some(isOfContent)
      ? `$request.Content = [ByteArrayContent]::new(${body ? (body.kind === 'text' ? `${UTF8}.GetBytes($body)` : '$body') : '@()'})\n`
      : '',
    ...headers.map(header),
    stream ? streamed(request) : answered(method),
  ].join('');
}

const UTF8 = '[System.Text.Encoding]::UTF8';

const HANDLER = `$handler = [SocketsHttpHandler]::new()
$handler.RequestHeaderEncodingSelector = { [System.Text.Encoding]::Latin1 }
`;

function answered(method: string): string {
  return `
$response = $client.Send($request)
$text = $response.Content.ReadAsStringAsync().GetAwaiter().GetResult()
if (-not $response.IsSuccessStatusCode) {
    throw "$([int]$response.StatusCode) $text"
}
${method === 'HEAD' ? '"$response"' : '$text'}`;
}

function streamed(request: HttpRequest): string {
  const each = acceptsEvents(request)
    ? `    if ($line -notlike 'data:*') { continue }
    $data = $line.Substring(5).Trim()
    if ($data -ceq '[DONE]') { break }
    $data`
    : '    if ($line) { $line }';
  return `
$response = $client.Send($request, [HttpCompletionOption]::ResponseHeadersRead)
$reader = [System.IO.StreamReader]::new($response.Content.ReadAsStream())
if (-not $response.IsSuccessStatusCode) {
    throw "$([int]$response.StatusCode) $($reader.ReadToEnd())"
}
while ($null -ne ($line = $reader.ReadLine())) {
${each}
}`;
}

/** Curly quotes are quotes in this language, too. */
function quotePowerShell(text: string): string {
  const plain = text.toWellFormed();
  if (isPlain(plain)) return `'${plain.replace(/['‘’‚‛]/g, '$&$&')}'`;
  const escaped = plain.replace(/["“”„$`]/g, '`$&');
  return `"${escaped.replace(HIDDEN, (char) => ESCAPES[char] ?? `\`u{${(char.codePointAt(0) ?? 0).toString(16)}}`)}"`;
}

const ESCAPES: { readonly [char: string]: string } = { '\n': '`n', '\r': '`r', '\t': '`t' };

/** A text of several lines is a here-string, in which nothing is special but its end. */
function quotePowerShellText(text: string): string {
  const isHere = text.includes('\n') && isVisible(text) && !/^['‘’‚‛]/m.test(text);
  return isHere ? `@'\n${text}\n'@` : quotePowerShell(text);
}

function environment({ variable }: Credential): string {
  return `$env:${variable}`;
}

/** .NET keeps these with the body. */
function isOfContent({ name }: HttpHeader): boolean {
  return /^(content-|allow$|expires$|last-modified$)/i.test(name);
}

/** `Add` would check and change what it knows. */
function header(header: HttpHeader): string {
  const value = joinPieces(headerPieces(header), {
    quote: quotePowerShell,
    secret: (credential) => {
      const secret = environment(credential);
      return credential.form === 'basic' ? `[Convert]::ToBase64String(${UTF8}.GetBytes(${secret}))` : secret;
    },
  });
  const isSimple = 'credential' in header && header.credential.form === 'raw' && /^[\w .:=;-]+$/.test(header.prefix);
  const headers = `$request.${isOfContent(header) ? 'Content.' : ''}Headers`;
  const one = isSimple
    ? `"${header.prefix}${environment(header.credential)}"`
    : value.includes(' + ')
      ? `(${value})`
      : value;
  return `[void]${headers}.TryAddWithoutValidation(${quotePowerShell(header.name)}, ${one})\n`;
}

function bodyLines(body: HttpBody): string {
  const read = (name: string): string =>
    `[System.IO.File]::ReadAllBytes((Convert-Path -LiteralPath ${quotePowerShell(name)}))`;
  if (body.kind === 'text') return `$body = ${quotePowerShellText(body.text)}\n\n`;
  if (body.kind === 'file') return `$body = ${read(body.file.name)}\n\n`;
  const lines = bodyPieces(body).map((piece) => {
    const written = typeof piece === 'string' ? `${UTF8}.GetBytes(${quotePowerShell(piece)})` : read(piece.name);
    return `$writer.Write(${written})\n`;
  });
  return `$stream = [System.IO.MemoryStream]::new()
$writer = [System.IO.BinaryWriter]::new($stream)
${lines.join('')}$body = $stream.ToArray()\n\n`;
}
