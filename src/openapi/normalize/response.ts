import type { Response } from '../../model/operation.ts';
import { child, type Spot, sourceOf, textAt } from '../spot.ts';
import { type Context, mapEntries, present } from './context.ts';
import { normalizeHeaders } from './header.ts';
import { normalizeLinks } from './link.ts';
import { normalizeContent } from './media-type.ts';

/** The responses in their order; one whose reference leads to nothing keeps its status. */
export function normalizeResponses(responses: Spot | undefined, context: Context): Response[] {
  return mapEntries(responses, context)
    .filter(({ key }) => !key.startsWith('x-'))
    .map(({ key: written, value }) => {
      // `4xx` is how many write `4XX`.
      const key = /^[1-5]xx$/i.test(written) ? written.toUpperCase() : written;
      const spot = context.references.follow(value);
      if (!spot) return present({ status: key, headers: [], content: [], missing: context.references.lost(value) });
      return present({
        status: key,
        summary: textAt(value, 'summary') ?? textAt(spot, 'summary'),
        description: textAt(value, 'description') ?? textAt(spot, 'description'),
        headers: normalizeHeaders(child(spot, 'headers'), context),
        content: normalizeContent(child(spot, 'content'), context),
        links: normalizeLinks(child(spot, 'links'), context),
        source: sourceOf(spot),
      });
    });
}
