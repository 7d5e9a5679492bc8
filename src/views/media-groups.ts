import type { MediaType } from '../model/media-type.ts';

/** Media types that say the same of a body, shown once under all their names. */
export interface MediaGroup {
  /** As written, in their order; never empty. */
  readonly names: readonly string[];
  /** What holds for each of them. */
  readonly media: MediaType;
}

/** Frameworks write a body three times, as `application/json`, `text/json` and `application/*+json`. */
export function mediaGroups(content: readonly MediaType[]): MediaGroup[] {
  const groups = new Map<string, { names: string[]; media: MediaType }>();
  for (const media of content) {
    const said = JSON.stringify(media, (key, value) => (key === 'source' ? undefined : value)).replace(
      JSON.stringify(media.name),
      '',
    );
    const group = groups.get(said);
    if (group) group.names.push(media.name);
    else groups.set(said, { names: [media.name], media });
  }
  return [...groups.values()];
}
