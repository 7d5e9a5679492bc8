import { parsePointer } from '../../model/json-pointer.ts';
import { pointerStep } from '../../schema/violation.ts';
import { type JsonOutline, keyOf } from './outline.ts';

/** One value on the way from the whole to a node. */
export interface Step {
  readonly node: number;
  /** Its key, or its index in an array; none for the whole. */
  readonly name: string | number | undefined;
  /** How many values stand before it in its object or array. */
  readonly position: number;
}

/** The way from the whole to a node, both included. */
export function stepsTo(outline: JsonOutline, node: number): Step[] {
  const steps: Step[] = [{ node: 0, name: undefined, position: 0 }];
  let current = 0;
  while (current !== node) {
    let child = current + 1;
    let position = 0;
    for (let next = outline.after(child); next <= node; next = outline.after(child)) {
      child = next;
      position += 1;
    }
    steps.push({ node: child, name: keyOf(outline, child) ?? position, position });
    current = child;
  }
  return steps;
}

/** @see RFC 6901 */
export function pointerOf(steps: readonly Step[]): string {
  return steps.map(({ name }) => (name === undefined ? '' : pointerStep(name))).join('');
}

/** The way as most languages write it: `choices[0].message`, `headers["x-id"]`; `$` for the whole. */
export function pathOf(steps: readonly Step[]): string {
  const [, ...inner] = steps.map(({ name }) => name);
  if (inner.length === 0) return '$';
  return inner
    .map((name, at) => {
      if (typeof name === 'number') return `[${name}]`;
      const text = name ?? '';
      if (!/^[A-Za-z_$][\w$]*$/.test(text)) return `[${JSON.stringify(text)}]`;
      return at === 0 ? text : `.${text}`;
    })
    .join('');
}

/**
 * The node that a difference from the schema, or an error of the service, points at.
 *
 * @param pointer - a JSON pointer (RFC 6901); of a repeated key the last value is meant, as JSON.parse takes it
 * @returns the node; where the pointer leads on to what isn't there, the last one on the way
 */
export function nodeOfPointer(outline: JsonOutline, pointer: string): number {
  let node = 0;
  for (const name of parsePointer(pointer) ?? []) {
    const child = childNamed(outline, node, name);
    if (child === undefined) return node;
    node = child;
  }
  return node;
}

function childNamed(outline: JsonOutline, node: number, name: string): number | undefined {
  let position = 0;
  let found: number | undefined;
  for (let child = node + 1; child < outline.after(node); child = outline.after(child)) {
    if ((keyOf(outline, child) ?? String(position)) === name) found = child;
    position += 1;
  }
  return found;
}
