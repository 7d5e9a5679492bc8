import type { Credential, HttpRequest } from '../request/http-request.ts';
import { printHttp } from '../samples/http.ts';
import { targets } from '../samples/targets.ts';
import { type Grammar, tokenize } from '../samples/tokens.ts';
import { tokenNodes } from './paint.ts';

/**
 * Prints a request again into the code tabs of the page: each language, and the request itself in a tab that
 * is hidden until a console opens.
 *
 * @param samples - the code tabs, with one `data-panel` for each language and one for `http`
 * @param shown - what stands for a credential in the request itself
 */
export function printSamples(
  samples: HTMLElement,
  request: HttpRequest,
  shown: (credential: Credential) => string,
): void {
  for (const target of targets) printPanel(samples, target.id, target.print(request), target.grammar);
  printPanel(samples, 'http', printHttp(request, shown), 'http');
  samples.querySelector('[data-tab="http"]')?.removeAttribute('hidden');
  samples.querySelector('[data-panel="http"]')?.removeAttribute('hidden');
}

function printPanel(samples: HTMLElement, id: string, text: string, grammar: Grammar): void {
  const code = samples.querySelector(`[data-panel="${id}"] code`);
  // What didn't change stays: a reader may be selecting it.
  if (code && code.textContent !== text) code.replaceChildren(...tokenNodes(tokenize(text, grammar)));
}
