import type { Api } from '../model/api.ts';
import { oneOfEach } from './api-switch.ts';
import type { PagePlace } from './breadcrumbs.ts';
import { type GroupTitles, groupTitle, placedGroups } from './groups.ts';
import { operationTitle, webhookTitle } from './operation-title.ts';
import {
  groupUrl,
  guideUrl,
  hasGroupPages,
  namedSchemas,
  operationUrl,
  referenceRoot,
  referenceUrl,
  schemaUrl,
  type UrlSpace,
  webhookUrl,
} from './urls.ts';

export interface Neighbour {
  readonly title: string;
  readonly url: string;
}

export interface Neighbours {
  readonly previous?: Neighbour;
  readonly next?: Neighbour;
}

export interface NeighbourInput {
  readonly space: UrlSpace;
  readonly locale: string;
  /** In their order; the home page is not among them. */
  readonly guides: readonly { readonly name: string; readonly title: string }[];
  readonly titles: GroupTitles & { readonly reference: string };
}

/**
 * The pages before and after one in the order of the navigation: guides, then the reference, of which the only
 * API follows at once. Groups and schemas that have a page each follow their own kind.
 */
export function neighbours(place: PagePlace, input: NeighbourInput): Neighbours {
  const { space, locale, guides } = input;
  const guide = (at: number): Neighbour | undefined => {
    const found = guides[at];
    return found && { title: found.title, url: guideUrl(space, locale, found.name) };
  };
  switch (place.kind) {
    case 'apis':
    case 'editions':
    case 'changelog':
    case 'schemas':
    case 'onePage':
      return {};
    case 'guide': {
      const at = guides.findIndex(({ name }) => name === place.name);
      // The home page is before all others.
      return pair(at < 0 ? undefined : guide(at - 1), guide(at + 1) ?? referenceStart(input));
    }
    case 'overview': {
      const isAlone = oneOfEach(space.apis, undefined).length === 1;
      return pair(isAlone ? guide(guides.length - 1) : undefined, requestAt(place.api, 0, input));
    }
    case 'operation':
    case 'webhook': {
      const { api } = place;
      const at = sequenceOf(api).places.get(place.kind === 'operation' ? place.operation : place.webhook) ?? 0;
      const overview = { title: api.title, url: referenceUrl(space, locale, api) };
      return pair(at === 0 ? overview : requestAt(api, at - 1, input), requestAt(api, at + 1, input));
    }
    case 'group': {
      const { api, group } = place;
      const groups = placedGroups(api);
      const at = groups.findIndex((placed) => placed.group === group);
      const neighbour = (index: number): Neighbour | undefined => {
        const found = groups[index]?.group;
        if (!found || !hasGroupPages(api)) return undefined;
        return {
          title: groupTitle(found, input.titles),
          url: groupUrl(space, locale, api, found),
        };
      };
      return pair(neighbour(at - 1), neighbour(at + 1));
    }
    case 'schema': {
      const { api } = place;
      const schemas = namedSchemas(api);
      const at = schemas.findIndex(({ id }) => id === place.id);
      const neighbour = (index: number): Neighbour | undefined => {
        const found = schemas[index];
        const url = found && schemaUrl(space, locale, api, found.id);
        return url ? { title: found.name, url } : undefined;
      };
      return pair(neighbour(at - 1), neighbour(at + 1));
    }
  }
}

function pair(previous: Neighbour | undefined, next: Neighbour | undefined): Neighbours {
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}

/** What follows the guides: the only API, or the list of all. */
function referenceStart({ space, locale, titles }: NeighbourInput): Neighbour | undefined {
  const [api, ...others] = oneOfEach(space.apis, undefined);
  if (!api) return undefined;
  if (others.length > 0) return { title: titles.reference, url: referenceRoot(space, locale) };
  return { title: api.title, url: referenceUrl(space, locale, api) };
}

type Request = Api['operations'][number] | NonNullable<Api['webhooks']>[number];

/** The operations of an API in the order of the navigation, then its webhooks. */
interface Sequence {
  readonly list: readonly Request[];
  readonly places: ReadonlyMap<Request, number>;
}

const sequences = new WeakMap<Api, Sequence>();

function sequenceOf(api: Api): Sequence {
  let known = sequences.get(api);
  if (!known) {
    const list = [...placedGroups(api).flatMap(({ group }) => group.operations), ...(api.webhooks ?? [])];
    known = { list, places: new Map(list.map((request, index) => [request, index])) };
    sequences.set(api, known);
  }
  return known;
}

function requestAt(api: Api, at: number, { space, locale }: NeighbourInput): Neighbour | undefined {
  const request = sequenceOf(api).list[at];
  if (!request) return undefined;
  return 'operation' in request
    ? { title: webhookTitle(request), url: webhookUrl(space, locale, api, request) }
    : { title: operationTitle(request), url: operationUrl(space, locale, api, request) };
}
