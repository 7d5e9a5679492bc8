import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { Server } from '../model/server.ts';
import { isToken } from '../request/header-text.ts';
import { declaredShapes } from '../schema/schema-parts.ts';
import { validateJson } from '../schema/validate.ts';
import { scalarValue } from './scalar-value.ts';

/** Which operation a request is for. */
export type Match =
  | {
      readonly kind: 'operation';
      readonly operation: Operation;
      /** By name, still percent-encoded: each style splits before it decodes. */
      readonly pathValues: ReadonlyMap<string, string>;
    }
  /** The path is known, the method isn't: `allow` are those that are. */
  | { readonly kind: 'method'; readonly allow: readonly string[] }
  | { readonly kind: 'none' };

/**
 * Finds the operation of a request. A path of the description that has a query of its own, as some do, asks for
 * those parameters too; one with a fragment, which is never sent, is meant where headers or parameters have what it
 * names, `/#X-Amz-Target=Glue.GetJob`, or where nothing of it is sent and no other path fits. The path may begin with the base path of one of the
 * operation's servers or leave it out; the host doesn't matter. Where several templates fit, the one with the longer
 * concrete beginning is meant.
 *
 * @param method - as sent, upper case for the standard ones
 * @see OpenAPI 3.2, "Path Templating Matching"
 */
export function matchOperation(
  api: Api,
  method: string,
  { pathname, searchParams }: URL,
  headers: Headers = new Headers(),
): Match {
  const fitting = api.operations.flatMap((operation) => {
    const [, path = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?/s.exec(operation.path) ?? [];
    const asked = [...new URLSearchParams(query)];
    const names = fragment.includes('=') ? [...new URLSearchParams(fragment)] : [];
    const sent = (name: string): string | null => (isToken(name) ? headers.get(name) : null) ?? searchParams.get(name);
    if (!asked.every(([name, value]) => searchParams.get(name) === value)) return [];
    const lacks = names.filter(([name]) => sent(name) === null).length;
    if (names.some(([name, value]) => value !== '' && ![null, value].includes(sent(name)))) return [];
    const templates = [...basePaths(operation.servers), ''].map((base) => base + path);
    const fits = fitsIn(api, operation);
    const [first] = templates.flatMap((template) => matchTemplate(template, pathname, fits) ?? []);
    if (!first) return [];
    const asks = asked.length + names.length > 0 ? 'a' : 'b';
    return [{ operation, values: first.values, rank: `${first.rank} ${Math.min(lacks, 9)}${asks}` }];
  });
  const [best] = fitting
    .filter(({ operation }) => operation.method === method)
    .sort((a, b) => (a.rank < b.rank ? -1 : Number(a.rank > b.rank)));
  if (best) return { kind: 'operation', operation: best.operation, pathValues: best.values };
  if (fitting.length === 0) return { kind: 'none' };
  return { kind: 'method', allow: [...new Set(fitting.map(({ operation }) => operation.method))] };
}

/** The text that percent-encoding stands for; the text itself when it is no proper encoding. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A variable of a server may hold anything that a segment can: it becomes `{}`; its default may hold a slash. */
function basePaths(servers: readonly Server[]): Set<string> {
  const paths = servers.flatMap(({ url, variables }) => [
    url.replace(/\{[^{}]*\}/g, '{}'),
    variables.reduce((text, variable) => text.replaceAll(`{${variable.name}}`, variable.default), url),
  ]);
  return new Set(
    paths.map((url) => {
      const path = url.replace(/^[^/?#]*\/\/[^/?#]*/, '').replace(/[?#].*$|\/+$/g, '');
      return path === '' || path.startsWith('/') ? path : `/${path.replace(/^\.+\/?/, '')}`.replace(/\/$/, '');
    }),
  );
}

/** Whether a text, still percent-encoded, can be the value of a path parameter. */
type Fits = (name: string, text: string) => boolean;

/** What has a form of its own, such as a list, is taken for anything. */
function fitsIn({ schemas }: Api, { parameters }: Operation): Fits {
  return (name, text) => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
    const { schema = true, style } = parameter ?? {};
    const shapes = declaredShapes(schemas, schema);
    if (style !== 'simple' || shapes.has('array') || shapes.has('object')) return true;
    return validateJson(schemas, schema, scalarValue(schemas, schema, decodePercent(text)), { limit: 1 }).length === 0;
  };
}

/** @returns the values, and a rank that sorts concrete segments (a) before mixed (b) before free ones (c) */
function matchTemplate(
  template: string,
  path: string,
  fits: Fits,
): { values: Map<string, string>; rank: string } | undefined {
  const wanted = template.split('/');
  const given = path.split('/');
  const values = new Map<string, string>();
  let rank = '';
  if (wanted.length !== given.length) return undefined;
  for (const [index, segment] of wanted.entries()) {
    const text = given[index] ?? '';
    const parts = segment.split(/\{([^{}]*)\}/);
    // What stands around a variable comes percent-encoded where it has to be.
    const encoded = parts.map((part, at) => (at % 2 === 0 ? encodeURI(part) : part));
    const found = matchSegment(parts, text, fits) ?? matchSegment(encoded, text, fits);
    if (!found) return undefined;
    for (const [name, value] of found) if (name !== '') values.set(name, value);
    rank += parts.length === 1 ? 'a' : parts.join('') === parts[1] ? 'c' : 'b';
  }
  return { values, rank };
}

type Reading = readonly (readonly [name: string, value: string])[];

/**
 * Where text can be parted in several ways, such as `a.b.c` for `{name}.{ext}`, the first way is taken in which all
 * values fit their schemas, or none does better; the first variable is as long as it can be, as in most routers.
 *
 * @param parts - text and the name of a variable by turns, beginning and ending with text
 */
function matchSegment(parts: readonly string[], text: string, fits: Fits): Reading | undefined {
  const [head = ''] = parts;
  if (parts.length === 1) return decodePercent(text) === decodePercent(head) ? [] : undefined;
  if (!text.startsWith(head)) return undefined;
  const readings = readingsOf(parts.slice(1), text.slice(head.length), { left: MOST_STEPS });
  if (readings.length < 2) return readings[0];
  return readings.find((reading) => reading.every(([name, value]) => fits(name, value))) ?? readings[0];
}

/** Of looking for ways; a path may be long and have hyphens only. */
const MOST_STEPS = 1_000;

/** @param parts - the name of a variable and what follows it by turns */
function readingsOf(
  [name = '', next = '', ...others]: readonly string[],
  text: string,
  steps: { left: number },
): Reading[] {
  if (others.length === 0) {
    const value = text.slice(0, text.length - next.length);
    return value !== '' && text.endsWith(next) ? [[[name, value]]] : [];
  }
  const readings: Reading[] = [];
  // Variables with nothing between them: the first takes all but what the others need.
  for (let end = text.length - 1; end > 0 && steps.left > 0; end -= 1) {
    steps.left -= 1;
    end = text.lastIndexOf(next, end);
    if (end <= 0) break;
    const rest = readingsOf(others, text.slice(end + next.length), steps);
    readings.push(...rest.map((reading) => [[name, text.slice(0, end)] as const, ...reading]));
  }
  return readings;
}
