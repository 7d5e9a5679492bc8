import type { HttpRequest } from '../request/http-request.ts';
import { acceptsEvents } from './events.ts';

/**
 * A loop that prints lines as they arrive: the data of events, or each line of another stream as it is.
 *
 * @param lines - an expression for them, with their ends or without
 * @param bytes - they are bytes, not text
 */
export function pythonLines(request: HttpRequest, lines: string, bytes: boolean): string {
  const b = bytes ? 'b' : '';
  const decode = bytes ? '.decode()' : '';
  return acceptsEvents(request)
    ? `for line in ${lines}:
    if not line.startswith(${b}"data:"):
        continue
    data = line[5:].strip()
    if data == ${b}"[DONE]":
        break
    print(data${decode}, flush=True)`
    : `for line in ${lines}:
    line = line.rstrip(${b}"\\r\\n")
    if line:
        print(line${decode}, flush=True)`;
}
