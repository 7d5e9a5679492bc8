import type { Header } from '../../model/parameter.ts';
import { child, flagAt, type Spot, sourceOf, textAt } from '../spot.ts';
import { type Context, mapEntries, present } from './context.ts';
import { normalizeExamples } from './example.ts';
import { normalizeContent } from './media-type.ts';
import { DELIMITED, readItemDelimiters } from './parameter.ts';
import { normalizeSchema } from './schema.ts';

function normalizeHeader(name: string, written: Spot, context: Context): Header {
  const spot = context.references.follow(written);
  if (!spot) {
    const missing = context.references.lost(written);
    return present({ name, required: false, deprecated: false, explode: false, examples: [], missing });
  }
  const schema = child(spot, 'schema');
  const [content] = normalizeContent(child(spot, 'content'), context);
  return present({
    name,
    description: textAt(written, 'description') ?? textAt(spot, 'description'),
    required: flagAt(spot, 'required') === true,
    deprecated: flagAt(spot, 'deprecated') === true,
    style: DELIMITED.find((style) => style === textAt(spot, 'style')),
    explode: flagAt(spot, 'explode') === true,
    itemDelimiters: readItemDelimiters(spot),
    schema: schema && normalizeSchema(schema, context),
    content,
    examples: normalizeExamples(spot, undefined, context),
    source: sourceOf(spot),
  });
}

/** The headers of a response or of a part of a body. */
export function normalizeHeaders(headers: Spot | undefined, context: Context): Header[] {
  return mapEntries(headers, context).map(({ key, value }) => normalizeHeader(key, value, context));
}
