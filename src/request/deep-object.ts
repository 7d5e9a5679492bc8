import type { JsonNode } from '../model/json-text.ts';
import type { Parameter } from '../model/parameter.ts';
import { type Field, fieldText } from './field.ts';
import { encodeReservedInQuery, encodeUnreserved } from './percent-encode.ts';

/**
 * The names and values of `deepObject`, before any percent-encoding.
 *
 * The standard has a form for a flat object alone. What lies deeper has names such as `items[0][price]`, as in the
 * forms of real services; a list or a single value in the place of the object is written by the same rule.
 *
 * @returns nothing for what is empty; members that are `null` are left out
 */
export function deepFields(name: string, node: JsonNode): Field[] {
  switch (node.kind) {
    case 'object':
      return node.entries.flatMap(({ key, value }) => deepFields(`${name}[${key}]`, value));
    case 'array':
      return node.items.flatMap((item, index) => deepFields(`${name}[${index}]`, item));
    case 'null':
      return [];
    default:
      return [[name, fieldText(node)]];
  }
}

/** Such fields as they stand in a query or a form. */
export function writeDeep(fields: readonly Field[], allowReserved: boolean): string {
  const encode = allowReserved ? encodeReservedInQuery : encodeUnreserved;
  return fields.map(([name, text]) => `${encodeUnreserved(name)}=${encode(text)}`).join('&');
}

/** Writes a query parameter of this style; see `serializeParameter`. */
export function serializeDeepObject(parameter: Parameter, node: JsonNode): string | undefined {
  const fields = deepFields(parameter.name, node);
  if (fields.length > 0) return writeDeep(fields, parameter.allowReserved);
  return parameter.allowEmptyValue ? writeDeep([[parameter.name, '']], false) : undefined;
}
