import type { Example } from '../model/media-type.ts';
import type { RequestExample } from './given.ts';

/** What an example is called on a page: nothing when its author gave it no name. */
export function exampleTitle({ name, summary }: Pick<Example, 'name' | 'summary'>): string | undefined {
  return summary ?? (name === 'default' || name === 'generated' ? undefined : name);
}

/** What a body is called where readers pick one: with its media type where there are several. */
export function bodyTitle(body: RequestExample, all: readonly RequestExample[]): string {
  const title = exampleTitle(body);
  const types = new Set(all.map(({ mediaType }) => mediaType));
  if (types.size < 2) return title ?? body.name;
  const isNamed = title !== undefined && !title.endsWith(`(${body.mediaType})`);
  return isNamed ? `${title} · ${body.mediaType}` : body.mediaType;
}
