import type { HttpBody, HttpHeader, HttpRequest } from '../request/http-request.ts';
import {
  acceptsEvents,
  address,
  basicVariable,
  type Dialect,
  fieldsOf,
  formParts,
  headersBut,
  headerValue,
  labelOf,
  lines,
  type PartWriter,
  piecesOf,
  takesBody,
} from './dialect.ts';
import { braced, isBlock, isPlain, quoteDouble, quoteLatin } from './quote.ts';

/** Before a sharp, too, where code would be put in. */
const SPECIAL = /[\\"]|#(?=[{$@])/g;

const RUBY: Dialect = {
  quote,
  quoteHeader: (text) => quoteLatin(text, quote, SPECIAL),
  secret: (variable) => `ENV.fetch('${variable}')`,
  base64: (secret) => `[${secret}].pack('m0')`,
  encode: (secret) => `ERB::Util.url_encode(${secret})`,
  within: (text, secret) => `"${text}#{${secret}}"`,
};

/** A Ruby 3 script with `net/http`; secrets come from the environment, an error status raises. */
export function print(request: HttpRequest): string {
  const { body, queryCredentials, stream } = request;
  const parts = formParts(body, PARTS);
  const headers = parts ? headersBut(request.headers, 'Content-Type') : request.headers;
  const start = `Net::HTTP.start(uri.hostname, uri.port${request.url.startsWith('https:') ? ', use_ssl: true' : ''})`;
  return `${queryCredentials ? "require 'erb'\n" : ''}require 'net/http'

uri = URI(${address(request, RUBY)})
request = ${newRequest(request)}
${headers.map(header).join('')}${
  parts
    ? `request.set_form([\n${lines(parts, '  ')}], 'multipart/form-data')\n`
    : body
      ? `request.body = ${bodyCode(body)}\n`
      : ''
}
${
  stream
    ? streamed(start, request)
    : `response = ${start} { |http| http.request(request) }
${CHECK}
puts response.${request.method === 'HEAD' ? 'to_hash' : 'body'}`
}`;
}

const CHECK = `raise "#{response.code} #{response.body}" unless response.is_a?(Net::HTTPSuccess)`;

function newRequest({ method, body }: HttpRequest): string {
  const withBody = takesBody(method);
  if (body ? withBody : /^(GET|HEAD|DELETE|OPTIONS)$/.test(method)) {
    return `Net::HTTP::${method[0]}${method.slice(1).toLowerCase()}.new(uri)`;
  }
  // `Post` without a body would bring a Content-Type along.
  const length = withBody ? "\nrequest['Content-Length'] = '0'" : '';
  return `Net::HTTPGenericRequest.new(${quote(method)}, ${!!body}, ${method !== 'HEAD'}, uri)${length}`;
}

function streamed(start: string, request: HttpRequest): string {
  return `$stdout.sync = true
${start} do |http|
  http.request(request) do |response|
    ${CHECK}

    rest = String.new
    response.read_body do |chunk|
      rest << chunk
      while (line = rest.slice!(/.*\\n/))
${
  acceptsEvents(request)
    ? `        next unless line.start_with?('data:')

        data = line.delete_prefix('data:').strip
        break if data == '[DONE]'

        puts data`
    : `        puts line unless line.strip.empty?`
}
      end
    end
  end
end`;
}

function quote(text: string): string {
  return isPlain(text) ? `'${text.replace(/[\\']/g, '\\$&')}'` : quoteDouble(text, braced, SPECIAL);
}

/** A body of several lines is a raw heredoc, whose least indent is taken off; it ends with a newline. */
function quoteText(text: string, label: string): string {
  const rows = text.split('\n');
  if (!isBlock(text) || !/^\S/m.test(text) || rows.some((row) => row.trim() === label)) return quote(text);
  const chomp = rows.at(-1) === '' ? rows.pop() : '.chomp';
  return `<<~'${label}'${chomp}\n${rows.map((row) => `${row && `  ${row}`}\n`).join('')}${label}`;
}

function header(header: HttpHeader): string {
  const basic = basicVariable(header);
  return basic
    ? `request.basic_auth(*${RUBY.secret(basic)}.split(':', 2))\n`
    : `request[${quote(header.name)}] = ${headerValue(header, RUBY)}\n`;
}

function bodyCode(body: HttpBody): string {
  const fields = fieldsOf(body)?.map((field) => `[${field.map(quote).join(', ')}]`);
  if (fields) return `URI.encode_www_form([\n${lines(fields, '  ')}])`;
  const isWhole = body.kind !== 'multipart';
  const pieces = piecesOf(
    body,
    (text) => (isWhole ? quoteText(text, labelOf(body)) : `${quote(text)}.b`),
    (path) => `File.binread(${quote(path)})`,
  );
  return isWhole ? pieces.join('') : `[\n${lines(pieces, '  ')}].join`;
}

/** What `set_form` takes. */
const PARTS: PartWriter = {
  text: (name, text) => `[${quote(name)}, ${quote(text)}]`,
  file: (name, path, type, filename, isNamed) =>
    `[${quote(name)}, File.open(${quote(path)}, 'rb'), { ${isNamed ? `filename: ${quote(filename)}, ` : ''}content_type: ${quote(type)} }]`,
};
