import type { MediaType } from '../../model/media-type.ts';
import { child, type Spot, sourceOf, textAt } from '../spot.ts';
import { type Context, mapEntries, present } from './context.ts';
import { normalizeEncodings } from './encoding.ts';
import { normalizeExamples } from './example.ts';
import { normalizeSchema } from './schema.ts';

/**
 * The media types of a `content`.
 *
 * @returns in their order; one whose reference leads to nothing keeps its name
 */
export function normalizeContent(content: Spot | undefined, context: Context): MediaType[] {
  return mapEntries(content, context).map(({ key, value }) => {
    const spot = context.references.follow(value);
    if (!spot) return present({ name: key, examples: [], missing: context.references.lost(value) });
    const schema = child(spot, 'schema');
    const itemSchema = child(spot, 'itemSchema');
    return present({
      name: key,
      description: textAt(value, 'description') ?? textAt(spot, 'description'),
      schema: schema && normalizeSchema(schema, context),
      itemSchema: itemSchema && normalizeSchema(itemSchema, context),
      examples: normalizeExamples(spot, key, context),
      ...normalizeEncodings(spot, context),
      source: sourceOf(spot),
    });
  });
}
