import type { Operation } from '../model/operation.ts';
import type { Parameter } from '../model/parameter.ts';
import { encodeReserved, encodeReservedInPath, encodeReservedInQuery } from './percent-encode.ts';
import { parameterProblem } from './problem.ts';
import type { ValueProblem } from './values.ts';

/** A parameter with its value as it goes over the wire. */
export interface Written {
  readonly parameter: Parameter;
  readonly text: string;
}

/**
 * The path with its values in place.
 *
 * @returns `complete` unless a value is missing (its name stands in braces) or refused
 */
export function writePath(
  operation: Operation,
  written: readonly Written[],
): { text: string; complete: boolean; problems: ValueProblem[] } {
  const textOf = (name: string): string | undefined =>
    written.find(({ parameter }) => parameter.in === 'path' && parameter.name === name)?.text;
  const problems: ValueProblem[] = [];
  let complete = true;
  const writeSegment = (segment: string): string => {
    const names: string[] = [];
    const text = segment.replace(/\{([^{}]*)\}|[^{}]+|[{}]/g, (piece, name: string | undefined) => {
      if (name === undefined) return encodeReserved(piece);
      names.push(name);
      return textOf(name) ?? piece;
    });
    const dots = text === '.' || text === '..';
    for (const name of names) {
      const value = textOf(name);
      if (value !== undefined && value !== '' && !dots) continue;
      complete = false;
      if (value !== undefined) {
        problems.push(parameterProblem({ in: 'path', name }, dots ? 'path-dots' : 'path-empty'));
      } else if (!operation.parameters.some((known) => known.in === 'path' && known.name === name)) {
        problems.push(parameterProblem({ in: 'path', name }, 'required-missing'));
      }
    }
    return text;
  };
  // A fragment never goes over the wire.
  const [template = ''] = operation.path.split('#');
  return { text: template.split('/').map(writeSegment).join('/'), complete, problems };
}

/** The query with its `?`, empty when nothing is in it. */
export function writeQuery(path: string, written: readonly Written[]): string {
  const queries = written.filter(({ parameter }) => parameter.in === 'query' || parameter.in === 'querystring');
  const query = queries.flatMap(({ text }) => text || []).join('&');
  return query && (path.includes('?') ? '&' : '?') + query;
}

/**
 * The spelling that every client sends unchanged: as a browser's URL parser leaves it, and with nothing in the
 * path or query that another client would still encode or decode.
 */
export function normalizeUrl(text: string): string {
  const url = URL.parse(text);
  if (!url) return text;
  const path = url.pathname.split('/').map(encodeReservedInPath).join('/');
  return url.origin + path + (url.search ? `?${encodeReservedInQuery(url.search.slice(1))}` : '');
}
