import type { Discriminator } from '../../model/schema-object.ts';
import { child, rootSpot, type Spot, scalarText, textAt } from '../spot.ts';
import { type Context, mapEntries } from './context.ts';

/**
 * A mapping value is the name of a component or a reference. A name is looked for in the description's own
 * file, wherever the discriminator stands. OpenAPI 3.2, "Discriminator Object".
 */
function resolveMapping(value: Spot, context: Context): string | undefined {
  const name = scalarText(value);
  if (name === undefined) return undefined;
  const components = child(rootSpot(context.references.main), 'components');
  const schemas = components && child(components, 'schemas');
  const named = schemas && child(schemas, name);
  if (named) return context.keep(named);
  return context.references.resolve(value) && context.refer(value);
}

export function normalizeDiscriminator(spot: Spot, context: Context): Discriminator | undefined {
  const propertyName = textAt(spot, 'propertyName');
  if (propertyName === undefined) return undefined;
  const fallback = child(spot, 'defaultMapping');
  const defaultMapping = fallback && resolveMapping(fallback, context);
  return {
    propertyName,
    mapping: mapEntries(child(spot, 'mapping'), context).flatMap(({ key, value }) => {
      const ref = resolveMapping(value, context);
      return ref === undefined ? [] : [{ value: key, ref }];
    }),
    ...(defaultMapping === undefined ? {} : { defaultMapping }),
  };
}
