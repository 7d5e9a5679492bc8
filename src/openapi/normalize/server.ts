import type { Server } from '../../model/server.ts';
import { child, items, type Spot, scalarText, textAt } from '../spot.ts';
import { type Context, mapEntries, present } from './context.ts';

export function normalizeServer(spot: Spot, context: Pick<Context, 'references'>): Server {
  return present({
    url: textAt(spot, 'url') ?? '/',
    name: textAt(spot, 'name'),
    description: textAt(spot, 'description'),
    variables: mapEntries(child(spot, 'variables'), context).map(({ key, value }) => {
      const choices = child(value, 'enum');
      return present({
        name: key,
        default: textAt(value, 'default') ?? '',
        enum: choices ? items(choices).flatMap((choice) => scalarText(choice) ?? []) : [],
        description: textAt(value, 'description'),
      });
    }),
  });
}

/** The servers of a list; nothing when there is none or it is empty, so that the outer ones apply. */
export function normalizeServers(list: Spot | undefined, context: Pick<Context, 'references'>): Server[] | undefined {
  const target = list && context.references.follow(list);
  const servers = target ? items(target).map((item) => normalizeServer(item, context)) : [];
  return servers.length > 0 ? servers : undefined;
}
