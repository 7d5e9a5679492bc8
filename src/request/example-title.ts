import type { Example } from '../model/media-type.ts';
import type { RequestExample } from './given.ts';

/** What is known of an example's name. */
export interface NamedExample extends Pick<Example, 'name' | 'summary'> {
  /** Its name was written by the author, also where it is one that we give. */
  readonly isNamed?: boolean;
}

/** The name that the author gave an example; nothing for a lone one and for one built from a schema. */
export function givenName({ name, isNamed = false }: NamedExample): string | undefined {
  return !isNamed && (name === 'default' || name === 'generated') ? undefined : name;
}

/** What an example is called on a page: nothing when its author gave it no name. */
export function exampleTitle(example: NamedExample): string | undefined {
  return example.summary ?? givenName(example);
}

/** Whether an example's name is a key in `examples`, as told by where it was written; a lone `example` has none. */
export function isNamedExample({ source = '' }: Pick<Example, 'source'>): boolean {
  return /\/examples\/[^/~]*$/.test(source);
}

/** What a body is called where readers pick one: with its media type where there are several. */
export function bodyTitle(body: RequestExample, all: readonly RequestExample[]): string {
  const title = exampleTitle(body);
  const types = new Set(all.map(({ mediaType }) => mediaType));
  if (types.size < 2) return title ?? body.name;
  const isNamed = title !== undefined && !title.endsWith(`(${body.mediaType})`);
  return isNamed ? `${title} · ${body.mediaType}` : body.mediaType;
}
