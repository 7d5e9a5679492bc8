import type { Api } from '../model/api.ts';
import { formatJson, parseJson } from '../model/json-text.ts';
import type { Example, MediaType } from '../model/media-type.ts';
import { givenName, isNamedExample } from '../request/example-title.ts';
import { buildExample } from '../schema/example.ts';
import { mediaGroups } from './media-groups.ts';

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
  return mediaGroups(content).flatMap(({ names: mediaTypes, media }): BodyExample[] => {
    const given = media.examples.flatMap((example): BodyExample[] => {
      const one = { ...worded(example), mediaTypes, ...writtenText(media, example) };
      const { description: _description, ...named } = one;
      if (example.text === undefined || example.value === undefined) return [one];
      return [one, { ...named, text: formatJson(example.value), isJson: true, isData: true }];
    });
    if (given.length > 0 || build === 'never') return given;
    const text = builtText(api, media, build);
    return text === undefined ? [] : [{ name: 'generated', mediaTypes, text, isJson: true }];
  });
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

function writtenText(media: MediaType, { value, text }: Example): { text?: string; isJson: boolean } {
  if (text !== undefined) return { text, isJson: isJson(media.name) };
  if (value === undefined) return { isJson: false };
  // Text in another format than JSON is written as a JSON string.
  const node = isJson(media.name) ? undefined : parseJson(value);
  return node?.kind === 'string' ? { text: node.value, isJson: false } : { text: formatJson(value), isJson: true };
}

function builtText(api: Api, media: MediaType, direction: 'request' | 'response'): string | undefined {
  const schema = media.schema ?? media.itemSchema;
  return schema === undefined ? undefined : buildExample(schema, api.schemas, { direction });
}
