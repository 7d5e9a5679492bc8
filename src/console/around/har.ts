import { headerText } from '../../request/header-secrets.ts';
import type { Credential, HttpBody, HttpRequest } from '../../request/http-request.ts';
import { bodyPieces } from '../../request/multipart.ts';
import { withQuerySecrets } from '../../samples/http.ts';
import type { Exchange, HistoryEntry } from './history.ts';
import type { KeptAnswer } from './kept-answer.ts';

/** A page isn't told which version of HTTP was spoken. */
const HTTP_VERSION = 'unknown';

/**
 * A request and its answer as an HTTP archive, with `{VARIABLE}` in the place of each key and without cookies.
 *
 * @param version - of Curlew
 * @see HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/
 */
export async function writeHar(entry: HistoryEntry, exchange: Exchange, version: string): Promise<string> {
  const { request, answer } = exchange;
  const total = answer?.endAfter ?? answer?.headAfter ?? 0;
  const wait = answer?.headAfter ?? 0;
  const archive = {
    log: {
      version: '1.2',
      creator: { name: 'Curlew', version },
      entries: [
        {
          startedDateTime: new Date(entry.at).toISOString(),
          time: total,
          request: requestPart(request),
          response: answer ? await responsePart(answer) : noResponse(entry),
          cache: {},
          // What a page can't tell apart is waiting.
          timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait, receive: total - wait },
          ...(entry.form.target === 'relay' ? { comment: 'Sent through the relay of the documentation site.' } : {}),
          ...(entry.isSimulated ? { comment: 'Answered by the sandbox, not by this server.' } : {}),
        },
      ],
    },
  };
  return JSON.stringify(archive, null, 2);
}

function requestPart(request: HttpRequest): object {
  const { method, headers, body } = request;
  const url = withQuerySecrets(request.url, request, (credential) => encodeURIComponent(placeholder(credential)));
  const [, query = ''] = /\?([^#]*)/.exec(url) ?? [];
  return {
    method,
    url,
    httpVersion: HTTP_VERSION,
    cookies: [],
    headers: headers.map((header) => ({
      name: header.name,
      value: headerText(header, placeholder),
    })),
    queryString: [...new URLSearchParams(query)].map(([name, value]) => ({ name, value })),
    ...(body ? { postData: postData(body) } : {}),
    headersSize: -1,
    bodySize: body ? (body.kind === 'text' ? new TextEncoder().encode(body.text).length : -1) : 0,
  };
}

function placeholder({ variable }: Credential): string {
  return `{${variable}}`;
}

function postData(body: HttpBody): object {
  if (body.kind === 'text') {
    const { mediaType, text, fields } = body;
    // `params` and `text` exclude each other.
    return fields
      ? { mimeType: mediaType, params: fields.map(([name, value]) => ({ name, value })) }
      : { mimeType: mediaType, text };
  }
  if (body.kind === 'file') return { mimeType: body.mediaType, text: `<${body.file.name}>` };
  const { mediaType, boundary } = body;
  // The bytes of files aren't in it, only their names.
  const pieces = bodyPieces(body).map((piece) => (typeof piece === 'string' ? piece : `<${piece.name}>`));
  return { mimeType: `${mediaType}; boundary=${boundary}`, text: pieces.join('') };
}

async function responsePart(answer: KeptAnswer): Promise<object> {
  const { status, statusText, headers, size, body } = answer;
  const headerOf = (wanted: string): string => headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
  return {
    status,
    statusText,
    httpVersion: HTTP_VERSION,
    cookies: [],
    headers: headers.map(([name, value]) => ({ name, value })),
    content: {
      size,
      mimeType: headerOf('content-type'),
      ...(body.kind === 'text' ? { text: body.text } : {}),
      ...(body.kind === 'bytes' ? { text: await base64(body.blob), encoding: 'base64' } : {}),
      ...(body.kind === 'let-go' ? { comment: 'The body was too large to be kept.' } : {}),
    },
    redirectURL: headerOf('location'),
    headersSize: -1,
    bodySize: -1,
  };
}

/** Chromium's own export tells a request without an answer by status 0. */
function noResponse({ outcome }: HistoryEntry): object {
  return {
    status: 0,
    statusText: '',
    httpVersion: HTTP_VERSION,
    cookies: [],
    headers: [],
    content: { size: 0, mimeType: 'x-unknown' },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    ...(outcome.kind === 'failed' ? { _error: outcome.code } : {}),
  };
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const pieces: string[] = [];
  // A multiple of three, so that the pieces join; arguments have a limit.
  for (let at = 0; at < bytes.length; at += 24_576)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 24_576))));
  return pieces.join('');
}
