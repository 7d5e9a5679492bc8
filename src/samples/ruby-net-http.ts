import type { Credential, HttpBody, HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { bodyPieces } from '../request/multipart.ts';
import { acceptsEvents } from './events.ts';
import { encodesAlike } from './form-fields.ts';
import { headerPieces, headersBut, joinPieces, urlPieces } from './pieces.ts';
import { isPlain, quoteBraced, quoteLatin } from './quote-braced.ts';
import { isVisible } from './quote-double.ts';

/** A Ruby 3 script with `net/http`; secrets come from the environment, an error status raises. */
export function print(request: HttpRequest): string {
  const { body, queryCredentials = [], stream } = request;
  const parts = body?.kind === 'multipart' ? partRows(body) : undefined;
  const headers = parts ? headersBut(request.headers, 'Content-Type') : request.headers;
  const url = joinPieces(urlPieces(request), {
    quote: quoteRuby,
    secret: (credential) => `ERB::Util.url_encode(${environment(credential)})`,
  });
  const start = `Net::HTTP.start(uri.hostname, uri.port${request.url.startsWith('https:') ? ', use_ssl: true' : ''})`;
  return [
    queryCredentials.length > 0 ? "require 'erb'\n" : '',
    "require 'net/http'\n\n",
    `uri = URI(${url})\nrequest = ${newRequest(request)}\n`,
    ...headers.map(header),
    parts ? `request.set_form([\n${parts.join('')}], 'multipart/form-data')\n` : body ? bodyLines(body) : '',
    stream ? streamed(start, request) : `\nresponse = ${start} { |http| http.request(request) }\n${CHECK}\n`,
    stream ? '' : request.method === 'HEAD' ? 'puts response.to_hash' : 'puts response.body',
  ].join('');
}

const CHECK = `raise "#{response.code} #{response.body}" unless response.is_a?(Net::HTTPSuccess)`;

function newRequest({ method, body }: HttpRequest): string {
  const withBody = /^P(OST|UT|ATCH)$/.test(method);
  if (body ? withBody : /^(GET|HEAD|DELETE|OPTIONS)$/.test(method)) {
    return `Net::HTTP::${method[0]}${method.slice(1).toLowerCase()}.new(uri)`;
  }
  // `Post` without a body would bring a Content-Type along.
  const length = withBody ? "\nrequest['Content-Length'] = '0'" : '';
  return `Net::HTTPGenericRequest.new(${quoteRuby(method)}, ${!!body}, ${method !== 'HEAD'}, uri)${length}`;
}

function streamed(start: string, request: HttpRequest): string {
  const each = acceptsEvents(request)
    ? `        next unless line.start_with?('data:')

        data = line.delete_prefix('data:').strip
        break if data == '[DONE]'

        puts data`
    : `        puts line unless line.strip.empty?`;
  return `
$stdout.sync = true
${start} do |http|
  http.request(request) do |response|
    ${CHECK}

    rest = String.new
    response.read_body do |chunk|
      rest << chunk
      while (line = rest.slice!(/.*\\n/))
${each}
      end
    end
  end
end`;
}

/** Before a sharp, too, where code would be put in. */
const SPECIAL = /[\\"]|#(?=[{$@])/g;

function quoteRuby(text: string): string {
  return isPlain(text) ? `'${text.replace(/[\\']/g, '\\$&')}'` : quoteBraced(text, SPECIAL);
}

/** A body of several lines is a raw heredoc, whose least indent is taken off; it ends with a newline. */
function quoteRubyText(text: string, label: string): string {
  const lines = text.split('\n');
  if (lines.length < 2 || !isVisible(text) || !/^\S/m.test(text)) return quoteRuby(text);
  if (lines.some((line) => line.trim() === label)) return quoteRuby(text);
  const chomp = lines.at(-1) === '' ? lines.pop() : '.chomp';
  return `<<~'${label}'${chomp}\n${lines.map((line) => `${line && `  ${line}`}\n`).join('')}${label}`;
}

function quoteRubyHeader(text: string): string {
  return quoteLatin(text, quoteRuby, SPECIAL);
}

function environment({ variable }: Credential): string {
  return `ENV.fetch('${variable}')`;
}

function header(header: HttpHeader): string {
  if ('credential' in header && header.credential.form === 'basic') {
    return `request.basic_auth(*${environment(header.credential)}.split(':', 2))\n`;
  }
  const plain = 'credential' in header && /^[\w .:=;-]+$/.test(header.prefix);
  const value = plain
    ? `"${header.prefix}#{${environment(header.credential)}}"`
    : joinPieces(headerPieces(header), { quote: quoteRubyHeader, secret: environment });
  return `request[${quoteRuby(header.name)}] = ${value}\n`;
}

function bodyLines(body: HttpBody): string {
  const read = (name: string): string => `File.binread(${quoteRuby(name)})`;
  if (body.kind === 'file') return `request.body = ${read(body.file.name)}\n`;
  if (body.kind === 'multipart') {
    const pieces = bodyPieces(body).map((piece) =>
      typeof piece === 'string' ? `${quoteRuby(piece)}.b` : read(piece.name),
    );
    return `request.body = [\n${pieces.map((piece) => `  ${piece},\n`).join('')}].join\n`;
  }
  if (body.fields && encodesAlike(body.fields, /(?!)/)) {
    const rows = body.fields.map(([name, value]) => `  [${quoteRuby(name)}, ${quoteRuby(value)}],\n`);
    return `request.body = URI.encode_www_form([\n${rows.join('')}])\n`;
  }
  return `request.body = ${quoteRubyText(body.text, isJsonType(body.mediaType) ? 'JSON' : 'TEXT')}\n`;
}

/** The parts as `set_form` takes them; nothing where it would write them in another way. */
function partRows({ mediaType, parts }: HttpBody & { kind: 'multipart' }): string[] | undefined {
  const rows = mediaType === 'multipart/form-data' ? parts.map(partRow) : [];
  return rows.length > 0 && rows.every((row) => row !== undefined) ? rows : undefined;
}

function partRow({ name = '', filename, contentType, headers, content }: Part): string | undefined {
  if (!/^[^"\\\p{Cc}]+$/u.test(name) || /["\\\p{Cc}]/u.test(filename ?? '') || headers.length > 0) return undefined;
  const row = (value: string): string => `  [${quoteRuby(name)}, ${value}],\n`;
  if (typeof content === 'string') return filename !== undefined || contentType ? undefined : row(quoteRuby(content));
  if (!filename || !contentType) return undefined;
  const named = content.name.split('/').at(-1) === filename ? '' : `filename: ${quoteRuby(filename)}, `;
  return row(`File.open(${quoteRuby(content.name)}, 'rb'), { ${named}content_type: ${quoteRuby(contentType)} }`);
}
