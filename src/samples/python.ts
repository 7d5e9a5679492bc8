import { isJsonType } from '../request/body.ts';
import type { Credential, HttpHeader, HttpRequest } from '../request/http-request.ts';
import { acceptsEvents } from './events.ts';
import { type LiteralSyntax, printLiteral } from './literal.ts';
import { quotePython, quotePythonText } from './quote.ts';

/** How Python writes JSON values. */
export const PYTHON: LiteralSyntax = {
  string: quotePython,
  key: quotePython,
  words: { true: 'True', false: 'False', null: 'None' },
  padding: '',
  indent: '    ',
  keepsNumber,
  keepsKey: (name) => name.isWellFormed(),
  // `.encode()` refuses half a surrogate pair.
  keepsString: (text) => text.isWellFormed(),
};

/** Writes a payload as the request has it: the layout of `formatJson`, in UTF-8. */
const DUMPS = 'json.dumps(payload, indent=2, ensure_ascii=False).encode()';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** Whether `json.dumps` writes a number back as it stands: `repr` of a float has its own rules for exponents. */
function keepsNumber(text: string): boolean {
  if (/^-?\d{1,300}$/.test(text)) return text !== '-0';
  if (!/^-?\d+\.\d+$/.test(text)) return false;
  const value = Math.abs(Number(text));
  const kept = String(Number(text)) === text || (text.endsWith('.0') && `${Number(text)}.0` === text);
  return kept && (value >= 1e-4 ? value < 1e16 : value === 0);
}

/** A Python script with the `requests` library; secrets come from the environment, an error status raises. */
export function printPython(request: HttpRequest): string {
  const { body, headers, stream, method } = request;
  const literal = body && isJsonType(body.mediaType) ? printLiteral(body.text, PYTHON) : undefined;
  const secrets = [...headers, ...(request.queryCredentials ?? [])].flatMap((part) =>
    'credential' in part ? [part.credential] : [],
  );
  const standard = [
    ...(secrets.some((secret) => secret.form === 'basic') ? ['base64'] : []),
    ...(literal === undefined ? [] : ['json']),
    ...(secrets.length > 0 ? ['os'] : []),
    ...(request.queryCredentials?.length ? ['urllib.parse'] : []),
  ];
  const known = METHODS.includes(method);
  const call = known ? `requests.${method.toLowerCase()}` : 'requests.request';
  const options = [
    ...(known ? [] : [quotePython(method)]),
    url(request),
    ...(headers.length > 0 ? [`headers={\n${headers.map((header) => `    ${headerEntry(header)},\n`).join('')}}`] : []),
    ...(body ? [`data=${literal === undefined ? 'payload.encode()' : DUMPS}`] : []),
    ...(stream ? ['stream=True'] : []),
    'timeout=60',
  ];
  const flat = `${call}(${options.join(', ')})`;
  const arguments_ = options.map((option) => `    ${option.replaceAll('\n', '\n    ')},\n`).join('');
  const expression = flat.includes('\n') || flat.length > 76 ? `${call}(\n${arguments_})` : flat;
  const blocks = [
    ...(standard.length > 0 ? [standard.map((name) => `import ${name}`).join('\n')] : []),
    'import requests',
    ...(body ? [`payload = ${literal ?? quotePythonText(body.text)}`] : []),
    stream
      ? streamed(expression, request)
      : `response = ${expression}\nresponse.raise_for_status()\nprint(${shown(request)})`,
  ];
  return blocks.join('\n\n');
}

function url(request: HttpRequest): string {
  let text = request.url;
  const pieces: string[] = [];
  for (const { name, credential } of request.queryCredentials ?? []) {
    text += `${request.url.includes('?') || pieces.length > 0 ? '&' : '?'}${encodeURIComponent(name)}=`;
    pieces.push(quotePython(text), `urllib.parse.quote(${environment(credential)}, safe="")`);
    text = '';
  }
  return pieces.length > 0 ? pieces.join(' + ') : quotePython(text);
}

function environment(credential: Credential): string {
  return `os.environ["${credential.variable}"]`;
}

function headerEntry(header: HttpHeader): string {
  const name = quotePython(header.name);
  if ('value' in header) return `${name}: ${quotePython(header.value)}`;
  const secret = environment(header.credential);
  const value = header.credential.form === 'basic' ? `base64.b64encode(${secret}.encode()).decode()` : secret;
  if (header.prefix === '') return `${name}: ${value}`;
  const plain = /^[\w .:=;-]*$/.test(header.prefix);
  // Before Python 3.12 the quotes inside an f-string must be others than those around it.
  return `${name}: ${plain ? `f"${header.prefix}{${value.replaceAll('"', "'")}}"` : `${quotePython(header.prefix)} + ${value}`}`;
}

function shown(request: HttpRequest): string {
  if (request.method === 'HEAD') return 'response.headers';
  return request.answersJson ? 'response.json()' : 'response.text';
}

/** Reads lines as they arrive: the data of events, or each line of another stream as it is. */
function streamed(call: string, request: HttpRequest): string {
  const each = acceptsEvents(request)
    ? `        if not line.startswith(b"data:"):
            continue
        data = line[5:].strip()
        if data == b"[DONE]":
            break
        print(data.decode(), flush=True)`
    : `        if line:
            print(line.decode(), flush=True)`;
  return `with ${call} as response:
    response.raise_for_status()
    for line in response.iter_lines():
${each}`;
}
