import { parseJson, printJson } from '../../model/json-text.ts';
import type { Example } from '../../model/media-type.ts';
import { exampleEntries, heldJson, isBareValue, looksLikeJson } from '../example-entries.ts';
import { child, items, type Spot, sourceOf, textAt, textsOf } from '../spot.ts';
import { type Context, present } from './context.ts';

/** Whether a value of this media type is written as the JSON or YAML it stands for. */
function isJson(mediaType: string | undefined): boolean {
  return mediaType === undefined || /[/+]json\b/i.test(mediaType);
}

/**
 * The data of `value`, unless it is a text and the media type isn't JSON: then it is what goes over the
 * wire. OpenAPI 3.2, "Example Object".
 */
function readValue({ node }: Spot, { mediaType, isData }: Place): Pick<Example, 'value' | 'text'> {
  if (node.kind === 'string' && !isJson(mediaType)) return { text: node.value };
  if (!isData || !looksLikeJson(node)) return { value: printJson(node) };
  const held = heldJson(node);
  // What isn't quite JSON, such as JSON with comments, is shown as it is.
  return held ? { value: printJson(held) } : { text: node.value };
}

/** What the examples are of. */
interface Place {
  readonly mediaType: string | undefined;
  /** JSON that is no text by its schema: a text that holds an object or a list is meant as that. */
  readonly isData: boolean;
}

/** How far branches are looked into. */
const DEPTH = 5;

function mayBeText(schema: Spot | undefined, context: Pick<Context, 'references'>, depth = 0): boolean {
  const target = schema && context.references.follow(schema);
  if (!target || depth > DEPTH) return false;
  const type = child(target, 'type');
  if (type) return textsOf(type).includes('string');
  return ['oneOf', 'anyOf', 'allOf']
    .flatMap((keyword) => child(target, keyword) ?? [])
    .some((branches) => items(branches).some((branch) => mayBeText(branch, context, depth + 1)));
}

function readContent(spot: Spot, place: Place): Pick<Example, 'value' | 'text' | 'externalUrl'> {
  const { mediaType } = place;
  const data = child(spot, 'dataValue');
  const text = textAt(spot, 'serializedValue');
  // Both say the same: a JSON text is laid out from the data, anything else is also shown as it is sent, such as what a
  // style makes of the value of a parameter.
  const isJsonText = mediaType !== undefined && isJson(mediaType);
  if (data && (text === undefined || isJsonText)) return { value: printJson(data.node) };
  if (data && text !== undefined) return { value: printJson(data.node), text };
  if (text !== undefined) return isJson(mediaType) && parseJson(text).kind !== 'problem' ? { value: text } : { text };
  const value = child(spot, 'value');
  if (value) return readValue(value, place);
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
  const isData = mediaType !== undefined && !child(spot, 'itemSchema') && !mayBeText(child(spot, 'schema'), context);
  const place = { mediaType, isData };
  const list = child(spot, 'examples');
  const written = list && context.references.follow(list);
  const named = (written ? exampleEntries(written) : []).map(({ key, value }): Example => {
    const target = context.references.follow(value);
    if (target && isBareValue(target)) return { name: key, ...readValue(target, place), source: sourceOf(target) };
    return present({
      name: key,
      // A reference may bring its own words (OpenAPI 3.1, "Reference Object").
      summary: textAt(value, 'summary') ?? (target && textAt(target, 'summary')),
      description: textAt(value, 'description') ?? (target && textAt(target, 'description')),
      ...(target ? readContent(target, place) : { missing: context.references.lost(value) }),
      source: sourceOf(target ?? value),
    });
  });
  if (!lone) return named;
  return [{ name: 'default', ...readValue(lone, place), source: sourceOf(lone) }, ...named];
}
