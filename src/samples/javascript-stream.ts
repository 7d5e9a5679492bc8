import type { HttpRequest } from '../request/http-request.ts';
import { acceptsEvents } from './events.ts';

/**
 * Reads lines as they arrive: the data of events, or each line of another stream as it is.
 *
 * @param source - an expression for what gives pieces of text
 * @param last - takes the line that isn't whole yet: TypeScript can't know that there is one
 */
export function readStream(request: HttpRequest, source: string, last = 'lines.pop()'): string {
  const isEvents = acceptsEvents(request);
  const each = isEvents
    ? `    if (!line.startsWith('data:')) continue;
    const data = line.slice(5).trim();
    if (data === '[DONE]') break reading;
    console.log(data);`
    : '    if (line) console.log(line);';
  return `let rest = '';
${isEvents ? 'reading: ' : ''}for await (const chunk of ${source}) {
  const lines = (rest + chunk).split('\\n');
  rest = ${last};
  for (const line of lines) {
${each}
  }
}`;
}
