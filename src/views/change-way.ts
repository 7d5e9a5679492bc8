import type { ChangePlace } from '../changes/change.ts';

/**
 * A place as text, so that what a page shows can be looked up among changes: `POST /pets/{}`, then the steps from
 * there. Two spellings of one place give the same text.
 */
export function wayOf({ operation, schema, path }: ChangePlace): string {
  if (schema !== undefined) return wayBelow(schemaWay(schema), path);
  return operation === undefined ? wayBelow('', path) : wayBelow(operationWay(operation), plainSteps(path));
}

/** Path parameters may be renamed: only their places count. */
export function operationWay(name: string): string {
  return `operation ${name.replace(/\{[^{}]*\}/g, '{}')}`;
}

export function schemaWay(id: string): string {
  return `schema ${id}`;
}

export function wayBelow(way: string, steps: readonly string[]): string {
  return [way, ...steps].join('\n');
}

/** A media type without its parameters. */
export function essence(name: string): string {
  return name.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** Media types, status codes and headers are the same in upper and lower case. */
function plainSteps(path: readonly string[]): readonly string[] {
  const [first, second, third, fourth, ...rest] = path;
  if (first === undefined || second === undefined) return path;
  if (first === 'callback') return [first, second, ...plainSteps(path.slice(2))];
  if (first === 'request body') return [first, essence(second), ...path.slice(2)];
  if (first !== 'response') return path;
  const status = second.toUpperCase();
  if (third === undefined) return [first, status];
  if (third === 'link' || fourth === undefined)
    return [first, status, third === 'link' ? third : essence(third), ...path.slice(3)];
  return third === 'header'
    ? [first, status, third, fourth.toLowerCase(), ...rest]
    : [first, status, essence(third), fourth, ...rest];
}
