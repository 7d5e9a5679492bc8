import type { Changelog, ToldChange, VersionStep } from '../changes/changelog.ts';
import { idStep } from '../schema/tree.ts';
import { slug } from './slugs.ts';

/** Changes that are told under one heading. */
export interface ChangeGroup {
  readonly id: string;
  readonly kind: 'new operations' | 'removed operations' | 'operation' | 'schema' | 'whole';
  /** The operation, as changes name it, or the id of the schema. */
  readonly subject: string;
  readonly entries: readonly ChangeEntry[];
}

export interface ChangeEntry {
  readonly id: string;
  readonly change: ToldChange;
}

/** A version as a page of the changelog shows it. */
export interface ChangelogSection {
  readonly id: string;
  readonly step: VersionStep;
  /** Its first groups are on the page before. */
  readonly isContinued: boolean;
  readonly groups: readonly ChangeGroup[];
}

export interface ChangelogSheet {
  readonly sections: readonly ChangelogSection[];
}

/** Where an entry of the changelog stands. */
export interface EntryPlace {
  /** The page, from 1. */
  readonly sheet: number;
  readonly id: string;
}

export interface ChangelogPlan {
  readonly sheets: readonly ChangelogSheet[];
  readonly places: ReadonlyMap<ToldChange, EntryPlace>;
}

/** As many changes stand on one page; a page doesn't grow with the API. */
const MOST_ENTRIES = 200;

const plans = new WeakMap<Changelog, ChangelogPlan>();

/** Lays a changelog out in pages, the same in every language. */
export function changelogPlan(changelog: Changelog): ChangelogPlan {
  let known = plans.get(changelog);
  if (!known) {
    known = layOut(changelog);
    plans.set(changelog, known);
  }
  return known;
}

function layOut({ steps }: Changelog): ChangelogPlan {
  const ids = new Map<string, number>();
  const places = new Map<ToldChange, EntryPlace>();
  const sheets: ChangelogSection[][] = [[]];
  let room = MOST_ENTRIES;
  for (const step of steps) {
    const id = once(ids, `version-${idStep(step.version)}`);
    const open = (isContinued: boolean): ChangeGroup[] => {
      const groups: ChangeGroup[] = [];
      sheets.at(-1)?.push({ id: isContinued ? once(ids, `${id}-more`) : id, step, isContinued, groups });
      return groups;
    };
    const turn = (): void => {
      sheets.push([]);
      room = MOST_ENTRIES;
    };
    if (room <= 0) turn();
    let groups = open(false);
    for (const group of groupsOf(step)) {
      for (let from = 0; from < group.changes.length; ) {
        if (room <= 0) {
          turn();
          groups = open(true);
        }
        const part = group.changes.slice(from, from + room);
        const own = once(ids, `${id}.${slug(group.name)}`);
        const entries = part.map((change) => ({ id: once(ids, `${own}.${entryStep(change)}`), change }));
        for (const entry of entries) places.set(entry.change, { sheet: sheets.length, id: entry.id });
        groups.push({ id: own, kind: group.kind, subject: group.subject, entries });
        from += part.length;
        room -= part.length;
      }
    }
    // A version without changes takes room too.
    room -= 1;
  }
  return { sheets: sheets.map((sections) => ({ sections })), places };
}

/** How many pages a changelog has. */
export function changelogSheets(changelog: Changelog): number {
  return changelogPlan(changelog).sheets.length;
}

interface Gathered extends Pick<ChangeGroup, 'kind' | 'subject'> {
  /** What the id is made of. */
  readonly name: string;
  readonly changes: ToldChange[];
}

/** Operations that came and went first, then each thing that changed, in the order of the description. */
function groupsOf({ changes }: VersionStep): Gathered[] {
  const groups = new Map<string, Gathered>();
  const gather = (kind: ChangeGroup['kind'], subject: string, name: string): Gathered => {
    const key = `${kind} ${subject}`;
    const known = groups.get(key) ?? { kind, subject, name, changes: [] };
    groups.set(key, known);
    return known;
  };
  for (const kind of ['new operations', 'removed operations'] as const) gather(kind, '', kind);
  for (const change of changes) groupOf(change, gather).changes.push(change);
  const all = [...groups.values()].filter((group) => group.changes.length > 0);
  return [...all.filter(({ kind }) => kind !== 'whole'), ...all.filter(({ kind }) => kind === 'whole')];
}

function groupOf(
  { code, place: { operation, schema } }: ToldChange,
  gather: (kind: ChangeGroup['kind'], subject: string, name: string) => Gathered,
): Gathered {
  if (code === 'operation-added') return gather('new operations', '', '');
  if (code === 'operation-removed') return gather('removed operations', '', '');
  if (operation !== undefined) return gather('operation', operation, operation);
  if (schema !== undefined) return gather('schema', schema, schema.slice(schema.lastIndexOf('/') + 1));
  return gather('whole', '', 'api');
}

function entryStep({ code, place: { operation, path } }: ToldChange): string {
  const last = path.at(-1) ?? operation;
  return last === undefined ? code : `${slug(last)}.${code}`;
}

/** `x`, then `x-2`. */
function once(ids: Map<string, number>, wanted: string): string {
  let count = (ids.get(wanted) ?? 0) + 1;
  let id = count === 1 ? wanted : `${wanted}-${count}`;
  for (; count > 1 && ids.has(id); id = `${wanted}-${count}`) count += 1;
  ids.set(wanted, count);
  if (id !== wanted) ids.set(id, 1);
  return id;
}

/** How many changes of each kind, and how many of all are breaking. */
export function countChanges({ changes }: VersionStep): Record<'added' | 'changed' | 'removed' | 'breaking', number> {
  const counts = { added: 0, changed: 0, removed: 0, breaking: 0 };
  for (const { kind, effect } of changes) {
    counts[kind] += 1;
    if (effect === 'breaking') counts.breaking += 1;
  }
  return counts;
}
