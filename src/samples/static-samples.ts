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

export interface Printed {
  readonly target: Target;
  readonly code: string;
}

async function printed(target: Target, request: HttpRequest, operation: Operation): Promise<Printed | undefined> {
  const code = (await target.load()).print(request, operation);
  return code === undefined ? undefined : { target, code };
}

/** What a language shows: the code of its first target that can say the request. */
export async function firstThatPrints(
  known: readonly Target[],
  request: HttpRequest,
  operation: Operation,
): Promise<Printed | undefined> {
  for (const target of known) {
    const found = await printed(target, request, operation);
    if (found) return found;
  }
  return undefined;
}

const printedOf = new WeakMap<HttpRequest, Map<string, Promise<StaticSample[]>>>();

/**
 * One request in several languages, as pages hold it without script. A page and its copy show the same one.
 *
 * @param clients - ids of the libraries that the API names
 */
export function staticSamples(
  languages: readonly Language[],
  request: HttpRequest,
  operation: Operation,
  clients: readonly string[],
): Promise<readonly StaticSample[]> {
  const asked = JSON.stringify([languages.map(({ id }) => id), clients]);
  const known = printedOf.get(request) ?? new Map<string, Promise<StaticSample[]>>();
  printedOf.set(request, known);
  const samples = known.get(asked) ?? printSamples(languages, request, operation, clients);
  known.set(asked, samples);
  return samples;
}

async function printSamples(
  languages: readonly Language[],
  request: HttpRequest,
  operation: Operation,
  clients: readonly string[],
): Promise<StaticSample[]> {
  const made = languages.map(async (language): Promise<StaticSample> => {
    const known = targetsOf(language.id, clients);
    const plain = known.filter(({ isClient }) => !isClient);
    const usual = await firstThatPrints(plain, request, operation);
    const forService = known.filter(({ isClient }) => isClient).map((one) => printed(one, request, operation));
    const variants = [usual, ...(await Promise.all(forService))].flatMap((one) =>
      one ? [{ library: one.target.library, code: one.code }] : [],
    );
    const others = plain.filter((target) => target !== usual?.target).map(({ library }) => library);
    return { language, variants, others };
  });
  return Promise.all(made);
}
