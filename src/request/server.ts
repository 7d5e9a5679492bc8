import type { Server, ServerVariable } from '../model/server.ts';
import type { RequestValues, ValueProblem } from './values.ts';

/** What a free variable may not hold: it would reach out of its part of the URL. */
const REACHES_OUT = /[/?#@\\\s\p{Cc}\p{Cf}]/u;

/** Neither may it be a step up, however that is written. */
const DOTS = /^(?:\.|%2e)+$/i;

/** A host as parsers leave it. Some browsers encode what the standard refuses in one, a space for example. */
const HOST = /^(?:[\w.~-]+|\[[\da-f:.]+\])$/i;

/**
 * The URL that operations' paths are appended to, without a slash at its end.
 *
 * @param values - what the reader chose; a variable that isn't listed has its default
 * @param base - the page or the description's own address, which a relative server is resolved against
 * @returns the URL as far as it can be made, user information, query and fragment dropped, and what is wrong
 */
export function resolveServer(
  server: Server,
  values: RequestValues['serverVariables'],
  base?: string,
): { url: string; problems: ValueProblem[] } {
  const problems: ValueProblem[] = [];
  const filled = server.url.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const variable = server.variables.find((candidate) => candidate.name === name);
    const value = values.find((candidate) => candidate.name === name)?.value ?? variable?.default;
    if (value === undefined) {
      problems.push(variableProblem(name));
      return whole;
    }
    if (isAllowed(variable, value)) return value;
    problems.push(variableProblem(name, value));
    return whole;
  });
  const problem = (code: 'server-invalid' | 'server-user-info'): ValueProblem => ({
    kind: 'problem',
    code,
    field: { kind: 'server' },
    found: filled,
  });
  const url = parseUrl(filled, base);
  if (!url) {
    if (problems.length === 0) problems.push(problem('server-invalid'));
    return { url: filled.replace(/\/+$/, ''), problems };
  }
  if (url.username || url.password) problems.push(problem('server-user-info'));
  const isUsable = /^https?:$/.test(url.protocol) && HOST.test(url.hostname) && !url.search && !url.hash;
  if (!isUsable) problems.push(problem('server-invalid'));
  return { url: (url.origin === 'null' ? filled : url.origin + url.pathname).replace(/\/+$/, ''), problems };
}

function variableProblem(name: string, found?: string): ValueProblem {
  const field = { kind: 'server-variable', name } as const;
  return { kind: 'problem', code: 'server-variable', field, ...(found === undefined ? {} : { found }) };
}

/** What the description itself names is fine; anything else only where the variable is free, and within bounds. */
function isAllowed(variable: ServerVariable | undefined, value: string): boolean {
  if (value === variable?.default || variable?.enum.includes(value)) return true;
  return (variable?.enum.length ?? 0) === 0 && !REACHES_OUT.test(value) && !DOTS.test(value);
}

function parseUrl(text: string, base: string | undefined): URL | undefined {
  // A variable without a usable value is still in there: a URL parser would encode or refuse its braces.
  if (/[{}]/.test(text)) return undefined;
  return URL.parse(text, base) ?? undefined;
}
