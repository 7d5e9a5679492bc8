import type { Operation } from '../model/operation.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { type Language, type Target, targetsOf } from './targets.ts';

/** A library's code in the tab of its language. */
export interface SampleVariant {
  readonly library: string;
  readonly code: string;
}

export interface StaticSample {
  readonly language: Language;
  /** What a page holds: the language's usual way to send, then the libraries made for the service that fit. */
  readonly variants: readonly SampleVariant[];
  /** What is printed in the browser when a reader asks for it. */
  readonly others: readonly string[];
}

/**
 * One request in several languages, as pages hold it without script.
 *
 * @param clients - ids of the libraries that the API names
 */
export async function staticSamples(
  languages: readonly Language[],
  request: HttpRequest,
  operation: Operation,
  clients: readonly string[],
): Promise<StaticSample[]> {
  const printed = languages.map(async (language): Promise<StaticSample> => {
    const known = targetsOf(language.id, clients);
    const isShown = (target: Target): boolean => target === known[0] || target.isClient === true;
    const variants = await Promise.all(
      known.filter(isShown).map(async ({ library, load }) => {
        const code = (await load()).print(request, operation);
        return code === undefined ? [] : [{ library, code }];
      }),
    );
    const others = known.filter((target) => !isShown(target)).map(({ library }) => library);
    return { language, variants: variants.flat(), others };
  });
  return Promise.all(printed);
}
