/** A JSON Schema as we write it into a skeleton. */
export interface InferredSchema {
  type?: string | string[];
  description?: string;
  default?: unknown;
  properties?: { [name: string]: InferredSchema };
  items?: InferredSchema;
}

/** The schema that samples of one value fit: a guess, since a sample shows neither what else may be nor what may be missing. */
export function inferSchema(samples: readonly unknown[]): InferredSchema {
  const types = [...new Set(samples.map(typeOf))];
  // An integer among numbers is a number that happens to be whole.
  const kept = types.includes('number') ? types.filter((type) => type !== 'integer') : types;
  const objects = samples.filter((one): one is object => typeOf(one) === 'object');
  const items = samples.filter(Array.isArray).flat();
  const names = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  const properties = names.map((name) => {
    const values = objects.flatMap((one) =>
      Object.hasOwn(one, name) ? [(one as { [key: string]: unknown })[name]] : [],
    );
    return [name, inferSchema(values)] as const;
  });
  return {
    ...(kept.length === 0 ? {} : { type: kept.length === 1 ? (kept[0] ?? '') : kept }),
    ...(objects.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
    ...(kept.includes('array') && items.length > 0 ? { items: inferSchema(items) } : {}),
  };
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
