import type { Api } from '../model/api.ts';
import { showInvisibles } from '../model/invisibles.ts';
import type { Credential, HttpRequest } from '../request/http-request.ts';
import { sampleVariants } from '../samples/clients.ts';
import { printHttp } from '../samples/http.ts';
import { targets } from '../samples/targets.ts';
import { type Grammar, tokenize } from '../samples/tokens.ts';
import { COLOUR_LIMIT, paintTokens } from './paint.ts';

/**
 * Prints a request again into the code tabs of the page: each language, and the request itself in a tab that
 * is hidden until a console opens.
 *
 * @param samples - the code tabs, with one `data-panel` for each language and one for `http`
 * @param slice - `sliceApi` of the operation
 * @param shown - what stands for a credential in the request itself
 */
export function printSamples(
  samples: HTMLElement,
  slice: Api,
  request: HttpRequest,
  shown: (credential: Credential) => string,
): void {
  const [operation] = slice.operations;
  if (!operation) return;
  for (const target of targets) {
    const variants = sampleVariants(target, request, operation, slice.clients ?? []);
    for (const panel of samples.querySelectorAll<HTMLElement>(`[data-panel="${target.id}"] [data-variant-panel]`)) {
      // A library that has no method for what the form holds now gives way to plain HTTP.
      const variant = variants.find(({ id }) => id === panel.dataset.variantPanel) ?? variants[0];
      if (variant) printCode(panel.querySelector('code'), variant.code, target.grammar);
    }
  }
  printCode(samples.querySelector('[data-panel="http"] code'), showInvisibles(printHttp(request, shown)), 'http');
  samples.querySelector('[data-tab="http"]')?.removeAttribute('hidden');
  samples.querySelector('[data-panel="http"]')?.removeAttribute('hidden');
}

function printCode(code: Element | null, text: string, grammar: Grammar): void {
  // What didn't change stays: a reader may be selecting it.
  if (!code || code.textContent === text) return;
  paintTokens(code, text.length > COLOUR_LIMIT ? [{ kind: 'plain', text }] : tokenize(text, grammar));
}
