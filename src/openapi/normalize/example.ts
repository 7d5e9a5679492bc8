import { parseJson, printJson } from '../../model/json-text.ts';
import type { Example } from '../../model/media-type.ts';
import { exampleEntries, isBareValue } from '../example-entries.ts';
import { child, type Spot, sourceOf, textAt } from '../spot.ts';
import { type Context, present } from './context.ts';

/** Whether a value of this media type is written as the JSON or YAML it stands for. */
function isJson(mediaType: string | undefined): boolean {
  return mediaType === undefined || /[/+]json\b/i.test(mediaType);
}

/**
 * The data of `value`, unless it is a text and the media type isn't JSON: then it is what goes over the
 * wire. OpenAPI 3.2, "Example Object".
 */
function readValue(value: Spot, mediaType: string | undefined): Pick<Example, 'value' | 'text'> {
  const { node } = value;
  return node.kind === 'string' && !isJson(mediaType) ? { text: node.value } : { value: printJson(node) };
}

function readContent(spot: Spot, mediaType: string | undefined): Pick<Example, 'value' | 'text' | 'externalUrl'> {
  const data = child(spot, 'dataValue');
  const text = textAt(spot, 'serializedValue');
  // Both say the same: a JSON text is laid out from the data, anything else is also shown as it is sent, such as what a
  // style makes of the value of a parameter.
  const isJsonText = mediaType !== undefined && isJson(mediaType);
  if (data && (text === undefined || isJsonText)) return { value: printJson(data.node) };
  if (data && text !== undefined) return { value: printJson(data.node), text };
  if (text !== undefined) return isJson(mediaType) && parseJson(text).kind !== 'problem' ? { value: text } : { text };
  const value = child(spot, 'value');
  if (value) return readValue(value, mediaType);
  const externalUrl = textAt(spot, 'externalValue');
  return externalUrl === undefined ? {} : { externalUrl };
}

/**
 * The examples of a media type, a parameter or a header, in their order.
 *
 * @param spot - the object with `example` or `examples`
 * @param mediaType - nothing for a value described by a schema alone
 */
export function normalizeExamples(spot: Spot, mediaType: string | undefined, context: Context): Example[] {
  const lone = child(spot, 'example');
  const list = child(spot, 'examples');
  const written = list && context.references.follow(list);
  const named = (written ? exampleEntries(written) : []).map(({ key, value }): Example => {
    const target = context.references.follow(value);
    if (target && isBareValue(target)) return { name: key, ...readValue(target, mediaType), source: sourceOf(target) };
    return present({
      name: key,
      // A reference may bring its own words (OpenAPI 3.1, "Reference Object").
      summary: textAt(value, 'summary') ?? (target && textAt(target, 'summary')),
      description: textAt(value, 'description') ?? (target && textAt(target, 'description')),
      ...(target ? readContent(target, mediaType) : { missing: context.references.lost(value) }),
      source: sourceOf(target ?? value),
    });
  });
  if (!lone) return named;
  return [{ name: 'default', ...readValue(lone, mediaType), source: sourceOf(lone) }, ...named];
}
