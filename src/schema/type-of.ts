import type { SchemaObject, SchemaType } from '../model/schema-object.ts';

/** The type to show: the first that every part allows and that isn't null, else what the keywords speak of. */
export function typeOf(parts: readonly SchemaObject[]): SchemaType | undefined {
  const lists = parts.flatMap((part) => (part.types ? [part.types] : []));
  const allowed = lists[0]?.filter((type) => lists.every((list) => allows(list, type)));
  const named = allowed?.find((type) => type !== 'null') ?? allowed?.[0];
  if (named === 'number' && lists.some((list) => list.includes('integer') && !list.includes('number')))
    return 'integer';
  if (named !== undefined || lists.length > 0) return named;
  const speaks = (...keys: (keyof SchemaObject)[]): boolean =>
    parts.some((part) => keys.some((key) => part[key] !== undefined));
  if (speaks('properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties')) return 'object';
  if (speaks('items', 'prefixItems', 'contains', 'minItems')) return 'array';
  if (speaks('pattern', 'format', 'minLength', 'maxLength', 'contentEncoding', 'contentMediaType')) return 'string';
  if (speaks('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf')) return 'number';
  return undefined;
}

function allows(types: readonly SchemaType[], type: SchemaType): boolean {
  return (
    types.includes(type) ||
    (type === 'integer' && types.includes('number')) ||
    (type === 'number' && types.includes('integer'))
  );
}
