import type { Api } from '../model/api.ts';
import { formatJson, type JsonText, parseJson } from '../model/json-text.ts';
import type { Example, MediaType } from '../model/media-type.ts';
import { isSequential } from '../model/slice.ts';
import { givenName, isNamedExample } from '../request/example-title.ts';
import { kindOfMedia } from '../request/media-kind.ts';
import { itemsOf, itemText } from '../request/stream-items.ts';
import { writeXml } from '../request/xml.ts';
import { mediaEssence } from '../sandbox/media-range.ts';
import { buildExample } from '../schema/example.ts';
import { type MediaGroup, mediaGroups } from './media-groups.ts';

/** An example of a body as its page shows it. */
export interface BodyExample {
  /** The example's key; `generated` when it was built from the schema, `default` for a lone one. */
  readonly name: string;
  /** The author wrote a name that is else one of ours. */
  readonly isNamed?: boolean;
  readonly summary?: string;
  readonly description?: string;
  /** The media types it is for; the first is what its text is written in. */
  readonly mediaTypes: readonly string[];
  /** Laid out for reading. An example that lies elsewhere has none. */
  readonly text?: string;
  /** The text is JSON, as values of other media types are shown too. */
  readonly isJson: boolean;
  /** It is the data of the example before it, which shows how that data goes over the wire. */
  readonly isData?: boolean;
  readonly externalUrl?: string;
  /** The reference that stands for it and leads nowhere. */
  readonly missing?: string;
}

/**
 * Every example of a body, by media type.
 *
 * @param build - whether a body without an example gets one built from its schema, and from which side:
 *   the reader's `request` leaves read-only properties out, a `response` write-only ones
 */
export function bodyExamples(
  api: Api,
  content: readonly MediaType[],
  build: 'request' | 'response' | 'never',
): BodyExample[] {
  const groups = mediaGroups(content).flatMap(({ names, media }) => byForm(api, names, media));
  return groups.flatMap(({ names: mediaTypes, media }): BodyExample[] => {
    const given = media.examples.flatMap((example): BodyExample[] => {
      const one = { ...worded(example), mediaTypes, ...writtenText(api, media, example) };
      const { description: _description, ...named } = one;
      if (example.text === undefined || example.value === undefined) return [one];
      return [one, { ...named, text: formatJson(example.value), isJson: true, isData: true }];
    });
    if (given.length > 0 || build === 'never') return given;
    const value = builtValue(api, media, build);
    return value === undefined ? [] : [{ name: 'generated', mediaTypes, ...valueText(api, media, value) }];
  });
}

/** Media types that say the same and write it differently, such as JSON and XML, have a text each. */
function byForm(api: Api, names: readonly string[], media: MediaType): MediaGroup[] {
  const forms = new Map<string, string[]>();
  for (const name of names) {
    const form = formOf(api, { ...media, name });
    forms.set(form, [...(forms.get(form) ?? []), name]);
  }
  return [...forms.values()].map((some) => ({ names: some, media: { ...media, name: some[0] ?? media.name } }));
}

/** How the values of a media type are shown: as they go over the wire where that is easy to read. */
function formOf(api: Api, media: MediaType): 'xml' | 'items' | 'records' | 'events' | 'value' {
  if (kindOfMedia(media, api.schemas) === 'xml') return 'xml';
  if (media.itemSchema === undefined || !isSequential(media)) return 'value';
  const type = mediaEssence(media.name);
  return type === 'text/event-stream' ? 'events' : type.endsWith('seq') ? 'records' : 'items';
}

function worded(example: Example): Omit<BodyExample, 'mediaTypes' | 'isJson'> {
  const { name, summary, description, externalUrl, missing } = example;
  const isNamed = givenName({ name }) === undefined && isNamedExample(example);
  return {
    name,
    ...(isNamed ? { isNamed } : {}),
    ...(summary ? { summary } : {}),
    ...(description ? { description } : {}),
    ...(externalUrl ? { externalUrl } : {}),
    ...(missing === undefined ? {} : { missing }),
  };
}

function isJson(mediaType: string): boolean {
  return /\bjson\b/i.test(mediaType);
}

function writtenText(api: Api, media: MediaType, { value, text }: Example): { text?: string; isJson: boolean } {
  if (text !== undefined) return { text, isJson: isJson(media.name) };
  if (value === undefined) return { isJson: false };
  // Text in another format than JSON is written as a JSON string.
  const node = isJson(media.name) ? undefined : parseJson(value);
  return node?.kind === 'string' ? { text: node.value, isJson: false } : valueText(api, media, value);
}

function valueText(api: Api, media: MediaType, value: JsonText): { text: string; isJson: boolean } {
  switch (formOf(api, media)) {
    case 'value':
      return { text: formatJson(value), isJson: true };
    case 'xml':
      return { text: writeXml(api.schemas, media.schema ?? true, value), isJson: false };
    default: {
      const type = mediaEssence(media.name);
      const items = itemsOf(value).map((item) => itemText(type, item));
      return { text: items.join('').trimEnd(), isJson: type !== 'text/event-stream' };
    }
  }
}

function builtValue(api: Api, media: MediaType, direction: 'request' | 'response'): JsonText | undefined {
  const schema = media.schema ?? media.itemSchema;
  return schema === undefined ? undefined : buildExample(schema, api.schemas, { direction });
}
