import { isJsonType } from '../request/body.ts';
import type { Credential, HttpHeader, HttpRequest } from '../request/http-request.ts';
import { acceptsEvents } from './events.ts';
import { type LiteralSyntax, printLiteral } from './literal.ts';
import { quoteJavaScript, quoteJavaScriptText } from './quote.ts';

/** How JavaScript writes JSON values. */
export const JAVASCRIPT: LiteralSyntax = {
  string: quoteJavaScript,
  key: propertyName,
  words: { true: 'true', false: 'false', null: 'null' },
  padding: ' ',
  indent: '  ',
  keepsNumber: (text) => String(Number(text)) === text,
  // Objects put keys that look like indices first, and `__proto__: …` would set the prototype.
  keepsKey: (name) => name !== '__proto__' && !/^(?:0|[1-9]\d*)$/.test(name),
  keepsString: () => true,
};

const CHECK = `if (!response.ok) {
  throw new Error(\`\${response.status} \${await response.text()}\`);
}`;

/** A name as an object literal takes it, quoted where it must be. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoteJavaScript(name);
}

/** An ES module with `fetch`, as Node 18 and browsers have it; secrets come from the environment. */
export function printJavaScript(request: HttpRequest): string {
  const { body, headers, method } = request;
  const literal = body && isJsonType(body.mediaType) ? printLiteral(body.text, JAVASCRIPT) : undefined;
  const options = [
    ...(method === 'GET' ? [] : [`method: ${quoteJavaScript(method)}`]),
    ...(headers.length > 0
      ? [`headers: {\n${headers.map((header) => `    ${headerEntry(header)},\n`).join('')}  }`]
      : []),
    ...(body ? [literal === undefined ? 'body' : 'body: JSON.stringify(payload, null, 2)'] : []),
  ];
  const only = options.length === 1 && !options[0]?.includes('\n') ? ` ${options[0]} ` : undefined;
  const init = options.length === 0 ? '' : `, {${only ?? `\n${options.map((option) => `  ${option},\n`).join('')}`}}`;
  const blocks = [
    ...(body
      ? [literal === undefined ? `const body = ${quoteJavaScriptText(body.text)};` : `const payload = ${literal};`]
      : []),
    `const response = await fetch(${url(request)}${init});`,
    CHECK,
    request.stream ? readStream(request) : `console.log(${shown(request)});`,
  ];
  return blocks.join('\n\n');
}

function url(request: HttpRequest): string {
  let text = request.url;
  const pieces: string[] = [];
  for (const { name, credential } of request.queryCredentials ?? []) {
    text += `${request.url.includes('?') || pieces.length > 0 ? '&' : '?'}${encodeURIComponent(name)}=`;
    pieces.push(quoteJavaScript(text), `encodeURIComponent(${environment(credential)})`);
    text = '';
  }
  return pieces.length > 0 ? pieces.join(' + ') : quoteJavaScript(text);
}

function environment(credential: Credential): string {
  return `process.env.${credential.variable}`;
}

function headerEntry(header: HttpHeader): string {
  const name = propertyName(header.name);
  if ('value' in header) return `${name}: ${quoteJavaScript(header.value)}`;
  const secret = environment(header.credential);
  const value = header.credential.form === 'basic' ? `Buffer.from(${secret}).toString('base64')` : secret;
  if (header.prefix === '') return `${name}: ${value}`;
  const plain = /^[\w .:=;-]*$/.test(header.prefix);
  return `${name}: ${plain ? `\`${header.prefix}\${${value}}\`` : `${quoteJavaScript(header.prefix)} + ${value}`}`;
}

function shown(request: HttpRequest): string {
  if (request.method === 'HEAD') return 'response.headers';
  return request.answersJson ? 'await response.json()' : 'await response.text()';
}

/** Reads lines as they arrive: the data of events, or each line of another stream as it is. */
function readStream(request: HttpRequest): string {
  const each = acceptsEvents(request)
    ? `    if (!line.startsWith('data:')) continue;
    const data = line.slice(5).trim();
    if (data === '[DONE]') break reading;
    console.log(data);`
    : '    if (line) console.log(line);';
  return `let rest = '';
${acceptsEvents(request) ? 'reading: ' : ''}for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
  const lines = (rest + chunk).split('\\n');
  rest = lines.pop();
  for (const line of lines) {
${each}
  }
}`;
}
