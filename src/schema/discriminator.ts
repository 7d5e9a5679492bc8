import type { Discriminator, SchemaId } from '../model/schema-object.ts';

/**
 * The values of a discriminator's property that name a schema: those its mapping lists, else the schema's own name.
 *
 * @see OpenAPI 3.2, "Discriminator Object"
 */
export function discriminatorValues(discriminator: Discriminator, id: SchemaId): readonly string[] {
  const mapped = discriminator.mapping.filter((entry) => entry.ref === id).map((entry) => entry.value);
  return mapped.length > 0 ? mapped : [componentName(id)];
}

/** The last step of a reference, its escapes taken out: `#/components/schemas/a~1b` → `a/b`. */
export function componentName(id: SchemaId): string {
  const last = id
    .slice(id.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
