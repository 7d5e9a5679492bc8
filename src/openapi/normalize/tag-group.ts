import type { TagGroup } from '../../model/api.ts';
import { child, items, type Spot, scalarText, textAt } from '../spot.ts';

/** The groups of `x-tagGroups`; one without a name has no place in the navigation. */
export function normalizeTagGroups(list: Spot | undefined): TagGroup[] | undefined {
  const groups = (list ? items(list) : []).flatMap((spot) => {
    const name = textAt(spot, 'name');
    const tags = child(spot, 'tags');
    return name === undefined ? [] : { name, tags: tags ? items(tags).flatMap((tag) => scalarText(tag) ?? []) : [] };
  });
  return groups.length > 0 ? groups : undefined;
}
