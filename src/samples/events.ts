import type { HttpRequest } from '../request/http-request.ts';

/** Whether the answer asked for is a stream of server-sent events, and not lines of another kind. */
export function acceptsEvents(request: HttpRequest): boolean {
  return request.headers.some(
    (header) => header.name === 'Accept' && 'value' in header && /^text\/event-stream\b/i.test(header.value),
  );
}
