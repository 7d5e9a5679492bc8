import type { MediaType } from '../../model/media-type.ts';
import { mediaEssence } from '../../sandbox/media-range.ts';

/**
 * What the description says of a media type: its own entry, else that of its range, else of all.
 *
 * @param contentType - the header's value; a body without one is of the only type that is described
 * @see OpenAPI 3.2, "Response Object", `content`
 */
export function describeMediaType(content: readonly MediaType[], contentType: string): MediaType | undefined {
  const essence = mediaEssence(contentType);
  if (essence === '') return content.length === 1 ? content[0] : undefined;
  const named = (name: string): MediaType | undefined => content.find((one) => mediaEssence(one.name) === name);
  return named(essence) ?? named(`${essence.split('/')[0]}/*`) ?? named('*/*');
}
