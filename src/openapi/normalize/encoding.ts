import type { Encoding } from '../../model/media-type.ts';
import type { ParameterStyle } from '../../model/parameter.ts';
import { child, flagAt, items, type Spot, textAt } from '../spot.ts';
import { type Context, mapEntries, present } from './context.ts';
import { normalizeHeaders } from './header.ts';
import { readItemDelimiters, STYLES } from './parameter.ts';

function readStyle(spot: Spot): ParameterStyle | undefined {
  const written = textAt(spot, 'style');
  return STYLES.query.find((style) => style === written);
}

function normalizeEncoding(written: Spot, context: Context, name?: string): Encoding {
  const spot = context.references.follow(written) ?? written;
  return present({
    name,
    contentType: textAt(spot, 'contentType'),
    headers: normalizeHeaders(child(spot, 'headers'), context).filter(
      // The content type of a part is told by `contentType`. OpenAPI 3.2, "Encoding Object".
      (header) => header.name.toLowerCase() !== 'content-type',
    ),
    style: readStyle(spot),
    explode: flagAt(spot, 'explode'),
    allowReserved: flagAt(spot, 'allowReserved'),
    itemDelimiters: readItemDelimiters(spot),
    ...normalizeEncodings(spot, context),
  });
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** The encodings of a media type, or of a part that is itself multipart. */
export function normalizeEncodings(
  spot: Spot,
  context: Context,
): Pick<Encoding, 'encoding' | 'prefixEncoding' | 'itemEncoding'> {
  const prefix = child(spot, 'prefixEncoding');
  const item = child(spot, 'itemEncoding');
  return present({
    encoding: some(
      mapEntries(child(spot, 'encoding'), context).map(({ key, value }) => normalizeEncoding(value, context, key)),
    ),
    prefixEncoding: some(prefix ? items(prefix).map((one) => normalizeEncoding(one, context)) : []),
    itemEncoding: item && normalizeEncoding(item, context),
  });
}
