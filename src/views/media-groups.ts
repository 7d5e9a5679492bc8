import type { MediaType } from '../model/media-type.ts';

/** Media types that say the same of a body, shown once under all their names. */
export interface MediaGroup {
  /** As written, in their order; never empty. */
  readonly names: readonly string[];
  /** What holds for each of them. */
  readonly media: MediaType;
}

/**
 * Frameworks write a body three times, as `application/json`, `text/json` and `application/*+json`.
 *
 * @param ignored - the parts that are shown apart
 */
export function mediaGroups(content: readonly MediaType[], ignored: readonly (keyof MediaType)[] = []): MediaGroup[] {
  const left: ReadonlySet<string> = new Set([...ignored, 'name', 'source']);
  const groups = new Map<string, { names: string[]; media: MediaType }>();
  for (const media of content) {
    const said = Object.entries(media).filter(([key]) => !left.has(key));
    const key = JSON.stringify(said, (name, value) => (name === 'source' ? undefined : value));
    const group = groups.get(key);
    if (group) group.names.push(media.name);
    else groups.set(key, { names: [media.name], media });
  }
  return [...groups.values()];
}
