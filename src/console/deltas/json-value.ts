/** Reading of what `JSON.parse` gives, whose shape nobody promised. */

/** A member of an object; `undefined` where there is no such object or member, or it is null. */
export function member(value: unknown, name: string): unknown {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, name)) return undefined;
  return (value as { readonly [name: string]: unknown })[name] ?? undefined;
}

/** A text that isn't empty. */
export function textAt(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

export function numberAt(value: unknown, name: string): number | undefined {
  const found = member(value, name);
  return typeof found === 'number' ? found : undefined;
}

export function itemsAt(value: unknown, name: string): readonly unknown[] {
  const found = member(value, name);
  return Array.isArray(found) ? found : [];
}

/** JSON that is sent as text, or as what it is. */
export function jsonAt(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'object' ? JSON.stringify(found) : textAt(value, name);
}
