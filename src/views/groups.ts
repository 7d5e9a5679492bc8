import type { Api, Tag } from '../model/api.ts';
import type { Operation, Webhook } from '../model/operation.ts';
import { quotedName } from './quoted-name.ts';
import { uniqueSlugs } from './slugs.ts';

/** Operations that a reader finds under one heading. */
export interface OperationGroup {
  /** Unique in its API and the same in each language; part of an id or of a URL. */
  readonly slug: string;
  /** Nothing for the operations that have no tag; see `groupTitle`. */
  readonly title?: string;
  /** Its API has no other. */
  readonly isAll?: true;
  readonly tag?: Tag;
  /** Those whose page names this group: it is their first tag. */
  readonly operations: readonly Operation[];
  /** Those that have the tag as well. */
  readonly others: readonly Operation[];
  readonly webhooks: readonly Webhook[];
  readonly groups: readonly OperationGroup[];
}

/** A group with how deep it stands: 0 for those that are in no other. */
export interface PlacedGroup {
  readonly group: OperationGroup;
  readonly depth: number;
}

interface Arrangement {
  readonly groups: readonly OperationGroup[];
  readonly placed: readonly PlacedGroup[];
  readonly groupOf: ReadonlyMap<Operation, OperationGroup>;
  /** The group around each that is in another. */
  readonly around: ReadonlyMap<OperationGroup, OperationGroup>;
  readonly empty: readonly string[];
}

const arrangements = new WeakMap<Api, Arrangement>();

function arrangementOf(api: Api): Arrangement {
  let known = arrangements.get(api);
  if (!known) {
    const { groups, empty } = arrange(api);
    const placed = place(groups, 0);
    const groupOf = new Map(
      placed.flatMap(({ group }) => group.operations.map((operation) => [operation, group] as const)),
    );
    const around = new Map(placed.flatMap(({ group }) => group.groups.map((inner) => [inner, group] as const)));
    known = { groups, placed, groupOf, around, empty };
    arrangements.set(api, known);
  }
  return known;
}

/** The outermost groups of an API: `x-tagGroups` in their order, then the other tags, then operations without one. */
export function operationGroups(api: Api): readonly OperationGroup[] {
  return arrangementOf(api).groups;
}

/** All groups of an API, each followed by those inside it. */
export function placedGroups(api: Api): readonly PlacedGroup[] {
  return arrangementOf(api).placed;
}

/** The group in whose list an operation stands first. */
export function groupOf(api: Api, operation: Operation): OperationGroup | undefined {
  return arrangementOf(api).groupOf.get(operation);
}

/** A group with those around it, the outermost first. */
export function groupPath(api: Api, group: OperationGroup): readonly OperationGroup[] {
  const { around } = arrangementOf(api);
  const path = [group];
  for (let outer = around.get(group); outer; outer = around.get(outer)) path.unshift(outer);
  return path;
}

/** The group of a tag, where operations or words make one of it. */
export function groupOfTag(api: Api, tag: string): OperationGroup | undefined {
  return placedGroups(api).find(({ group }) => group.tag?.name === tag)?.group;
}

/** The declared tags and groups of tags that hold nothing and say nothing but their name, in their order. */
export function emptyGroups(api: Api): readonly string[] {
  return arrangementOf(api).empty;
}

/** What operations without a tag are called: beside groups, and where there is no other group. */
export interface GroupTitles {
  readonly otherOperations: string;
  readonly operations: string;
}

export function groupTitle({ title, isAll }: OperationGroup, { otherOperations, operations }: GroupTitles): string {
  return title === undefined ? (isAll ? operations : otherOperations) : quotedName(title);
}

/** How many operations and webhooks stand in a group and in those inside it. */
export function groupSize(group: OperationGroup): number {
  const own = group.operations.length + group.others.length + group.webhooks.length;
  return group.groups.reduce((sum, inner) => sum + groupSize(inner), own);
}

function place(groups: readonly OperationGroup[], depth: number): PlacedGroup[] {
  return groups.flatMap((group) => [{ group, depth }, ...place(group.groups, depth + 1)]);
}

/** A group before it has a slug. */
interface Draft {
  /** Tells the group from all others of its API, in every language. */
  readonly identity: string;
  /** What its slug says. */
  readonly name: string;
  readonly title?: string;
  readonly tag?: Tag;
  readonly operations: readonly Operation[];
  readonly others: readonly Operation[];
  readonly webhooks: readonly Webhook[];
  readonly groups: readonly Draft[];
}

function arrange(api: Api): Pick<Arrangement, 'groups' | 'empty'> {
  const all = isTagged(api) ? tagDrafts(api) : pathDrafts(api);
  const drafts = all.flatMap(withContent);
  const flat = (list: readonly Draft[]): Draft[] => list.flatMap((draft) => [draft, ...flat(draft.groups)]);
  const kept = new Set(flat(drafts).map(({ identity }) => identity));
  const slugs = uniqueSlugs(flat(drafts).map(({ identity, name }) => ({ key: identity, name, identity })));
  const finish = ({ identity, name, groups, ...rest }: Draft): OperationGroup => ({
    ...rest,
    ...(kept.size === 1 ? { isAll: true } : {}),
    slug: slugs.get(identity) ?? name,
    groups: groups.map(finish),
  });
  return {
    groups: drafts.map(finish),
    empty: flat(all).flatMap(({ identity, title, name }) => {
      if (kept.has(identity) || title === undefined) return [];
      return title === name ? [title] : [`${title} (${name})`];
    }),
  };
}

function isTagged(api: Api): boolean {
  return api.tags.length > 0 || api.operations.some((operation) => operation.tags.length > 0);
}

const NOTHING = { operations: [], others: [], webhooks: [], groups: [] } as const;

function tagDrafts(api: Api): Draft[] {
  const tags = new Map(api.tags.map((tag) => [tag.name, tag]));
  const isNavigated = (name: string): boolean => isPlace(tags.get(name));
  const first = new Map<string | undefined, Operation[]>();
  const others = new Map<string, Operation[]>();
  for (const operation of api.operations) {
    const home = operation.tags.find(isNavigated);
    add(first, home, operation);
    for (const tag of new Set(operation.tags)) if (tag !== home) add(others, tag, operation);
  }
  const webhooks = new Map<string, Webhook[]>();
  for (const webhook of api.webhooks ?? []) {
    for (const tag of new Set(webhook.operation.tags)) add(webhooks, tag, webhook);
  }
  const inside = childrenOf(api.tags, tags);
  const draft = (tag: Tag): Draft => ({
    identity: `tag ${tag.name}`,
    name: tag.name,
    title: tag.summary ?? tag.name,
    tag,
    operations: first.get(tag.name) ?? [],
    others: others.get(tag.name) ?? [],
    webhooks: webhooks.get(tag.name) ?? [],
    groups: (inside.get(tag.name) ?? []).map(draft),
  });
  const roots = inside.get(undefined) ?? [];
  const grouped = new Set<string>();
  const named = (api.tagGroups ?? []).map(({ name, tags: members }, index): Draft => {
    const inGroup = members.filter((member) => !grouped.has(member));
    for (const member of inGroup) grouped.add(member);
    return {
      ...NOTHING,
      identity: `group ${index} ${name}`,
      name,
      title: name,
      groups: inGroup.flatMap((member) => roots.filter((tag) => tag.name === member).map(draft)),
    };
  });
  return [
    ...named,
    ...roots.filter((tag) => !grouped.has(tag.name) && isPlace(tag)).map(draft),
    { ...NOTHING, identity: 'other', name: 'other', operations: first.get(undefined) ?? [] },
    // A badge or an audience says something of operations that stand elsewhere.
    ...roots.filter((tag) => !grouped.has(tag.name) && !isPlace(tag)).map(draft),
  ];
}

/** Whether operations stand under a tag: since OpenAPI 3.2 it may also be a mere badge. */
function isPlace(tag: Tag | undefined): boolean {
  return tag?.kind === undefined || tag.kind === 'nav';
}

/** The tags inside each tag; a parent that is missing, or that lies inside its own child, is none. */
function childrenOf(list: readonly Tag[], tags: ReadonlyMap<string, Tag>): Map<string | undefined, Tag[]> {
  const children = new Map<string | undefined, Tag[]>();
  for (const tag of list) {
    const above = new Set([tag.name]);
    let parent = tag.parent;
    while (parent !== undefined && tags.has(parent) && !above.has(parent)) {
      above.add(parent);
      parent = tags.get(parent)?.parent;
    }
    const hasParent = tag.parent !== undefined && tags.has(tag.parent) && parent === undefined;
    add(children, hasParent ? tag.parent : undefined, tag);
  }
  return children;
}

/** As many operations without any tag still read well as one list. */
const FEW_OPERATIONS = 30;

/** Where nothing has a tag, a long list is cut by what paths begin with: `/v1/accounts/{id}` → `accounts`. */
function pathDrafts(api: Api): Draft[] {
  if (api.operations.length <= FEW_OPERATIONS) {
    return [{ ...NOTHING, identity: 'other', name: 'other', operations: api.operations }];
  }
  const bySegment = new Map<string | undefined, Operation[]>();
  for (const operation of api.operations) add(bySegment, firstWord(operation.path), operation);
  return [...bySegment].map(([word, operations]) =>
    word === undefined
      ? { ...NOTHING, identity: 'other', name: 'other', operations }
      : { ...NOTHING, identity: `path ${word}`, name: word, title: word, operations },
  );
}

function firstWord(path: string): string | undefined {
  const segments = path.split(/[/?#]/).filter((segment) => segment !== '' && !segment.includes('{'));
  return segments.find((segment) => !/^(api|rest|v\d[\w.-]*|\d[\d.-]*)$/i.test(segment)) ?? segments[0];
}

/** A group of which there is nothing to say is left out. */
function withContent(draft: Draft): Draft[] {
  const groups = draft.groups.flatMap(withContent);
  const { tag, operations, others, webhooks } = draft;
  const says = tag?.description !== undefined || tag?.externalDocs !== undefined;
  const holds = operations.length + others.length + webhooks.length + groups.length > 0;
  return says || holds ? [{ ...draft, groups }] : [];
}

function add<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
