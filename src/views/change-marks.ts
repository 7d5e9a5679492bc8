import type { Changelog, ToldChange, VersionStep } from '../changes/changelog.ts';
import type { Api } from '../model/api.ts';
import type { Operation, Webhook } from '../model/operation.ts';
import type { SchemaId } from '../model/schema-object.ts';
import type { SchemaNode } from '../schema/tree.ts';
import { type ElementPlace, operationPlaces, schemaPlaces } from './change-places.ts';
import { operationWay, wayBelow, wayOf } from './change-way.ts';
import { changelogPlan, type EntryPlace } from './changelog.ts';
import type { PageView } from './operation-view.ts';
import { valueWords } from './schema-words.ts';

/** What a page says at an element that a recent version brought or changed. */
export interface ChangeMark {
  readonly isNew: boolean;
  readonly version: string;
  readonly entry: EntryPlace;
  /** What the element is called; empty for the page as a whole. */
  readonly name: string;
}

/** Marks by the ids of their elements. */
export type PageMarks = ReadonlyMap<string, ChangeMark>;

/** What a version took away from what a page shows. */
export interface RemovedParts {
  readonly version: string;
  readonly parts: readonly { readonly change: ToldChange; readonly entry: EntryPlace }[];
}

/** What recent versions did to what a page is about. */
export interface PageChanges {
  /** Of the page as a whole. */
  readonly mark?: ChangeMark;
  readonly marks: PageMarks;
  /** The newest version first. */
  readonly removed: readonly RemovedParts[];
}

/** So many versions are marked, the newest ones: with all of them nothing would stand out in the end. */
const MARKED_STEPS = 3;

/** Of these the place itself is what came. */
const CAME = /^(?:operation|(?:required-)?(?:parameter|property|body)|media-type|response|header|link|callback)-added$/;
/** Of these the place is no more. */
const WENT = /^(?:operation|parameter|property|body|media-type|response|header|link|callback)-removed$/;
/** Of these something that the place named is no more. */
const LOST_PART = /^(?:enum-value|branch|discriminator-value)-removed$/;

interface Told {
  readonly change: ToldChange;
  readonly step: VersionStep;
  /** 0 for the newest version. */
  readonly age: number;
  readonly isNew: boolean;
  readonly entry: EntryPlace;
}

interface Recent {
  readonly at: ReadonlyMap<string, readonly Told[]>;
  /** What is gone, by the way to what it was part of. */
  readonly gone: ReadonlyMap<string, readonly Told[]>;
}

const recents = new WeakMap<Changelog, Recent>();

function recentOf(changelog: Changelog): Recent {
  let known = recents.get(changelog);
  if (!known) {
    known = gatherRecent(changelog);
    recents.set(changelog, known);
  }
  return known;
}

function gatherRecent(changelog: Changelog): Recent {
  const { places } = changelogPlan(changelog);
  const at = new Map<string, Told[]>();
  const gone = new Map<string, Told[]>();
  const put = (map: Map<string, Told[]>, way: string, told: Told): void => {
    const list = map.get(way);
    if (list) list.push(told);
    else map.set(way, [told]);
  };
  for (const [age, step] of changelog.steps.slice(0, MARKED_STEPS).entries()) {
    for (const change of step.changes) {
      const entry = places.get(change);
      if (!entry) continue;
      const { code, place, after } = change;
      const way = wayOf(place);
      const told = { change, step, age, isNew: CAME.test(code), entry };
      if (WENT.test(code)) put(gone, ownerOf(change), told);
      else put(at, way, told);
      if (LOST_PART.test(code)) put(gone, ownerOf(change), told);
      if (code === 'branch-added' && after !== undefined) put(at, wayBelow(way, [after]), { ...told, isNew: true });
    }
  }
  return { at, gone };
}

/** What a thing that is gone is told at: its operation, or the schema that shows what is left. */
function ownerOf({ code, place }: ToldChange): string {
  if (place.operation !== undefined) return operationWay(place.operation);
  return wayOf(WENT.test(code) ? { ...place, path: place.path.slice(0, -1) } : place);
}

/** The way that changes name an operation or a webhook by. */
export function changeName(request: Operation | Webhook): string {
  return 'operation' in request ? `webhook ${request.operation.path}` : `${request.method} ${request.path}`;
}

/** @param view - of the same page, or of the part of one that is about the operation */
export function operationChanges(
  changelog: Changelog | undefined,
  request: Operation | Webhook,
  view: PageView,
): PageChanges | undefined {
  if (!changelog) return undefined;
  const sender = 'operation' in request ? 'api' : 'reader';
  return changesAt(changelog, operationPlaces(view, changeName(request), sender));
}

export function schemaChanges(
  changelog: Changelog | undefined,
  id: SchemaId,
  node: SchemaNode,
): PageChanges | undefined {
  return changelog && changesAt(changelog, schemaPlaces(node, id));
}

function changesAt(changelog: Changelog, places: readonly ElementPlace[]): PageChanges {
  const { at, gone } = recentOf(changelog);
  const marks = new Map<string, AgedMark>();
  const mark = (id: string, name: string, { step, age, isNew, entry }: Told): void => {
    const known = marks.get(id);
    // The newest version counts, and of one version that it came.
    if (known && (known.age < age || (known.age === age && (known.isNew || !isNew)))) return;
    marks.set(id, { isNew, version: step.version, entry, name, age });
  };
  const lost = new Map<ToldChange, Told>();
  const shown = new Set(places.flatMap(({ ways }) => ways));
  for (const place of places) {
    const fits = ({ change: { direction } }: Told): boolean =>
      direction === undefined || place.direction === undefined || direction === place.direction;
    for (const way of place.ways) {
      for (const told of at.get(way)?.filter(fits) ?? []) {
        mark(place.id, place.name, told);
        const { code, after = '' } = told.change;
        const value = code === 'enum-value-added' ? place.values.get(after) : undefined;
        if (value !== undefined) mark(value, valueWords(after), { ...told, isNew: true });
      }
      for (const told of gone.get(way)?.filter(fits) ?? []) {
        const { code, before = '', place: was } = told.change;
        // What a later version brought back is there.
        const isBack = WENT.test(code) ? shown.has(wayOf(was)) : place.values.has(before);
        if (!isBack) lost.set(told.change, told);
      }
    }
  }
  const own = wholeMark(marks, lost.values());
  marks.delete('');
  return { ...(own ? { mark: own } : {}), marks, removed: removedParts([...lost.values()]) };
}

type AgedMark = ChangeMark & { readonly age: number };

/** A page changed when a part of it did: the newest change is told, of several the first in the order of the page. */
function wholeMark(marks: ReadonlyMap<string, AgedMark>, lost: Iterable<Told>): ChangeMark | undefined {
  let newest = marks.get('');
  for (const one of marks.values()) if (!newest || one.age < newest.age) newest = { ...one, isNew: false };
  for (const { step, age, entry } of lost) {
    if (!newest || age < newest.age) newest = { isNew: false, version: step.version, entry, name: '', age };
  }
  return newest && { ...newest, name: '' };
}

function removedParts(lost: readonly Told[]): RemovedParts[] {
  const bySteps = new Map<VersionStep, Told[]>();
  for (const told of [...lost].sort((a, b) => a.age - b.age)) {
    bySteps.set(told.step, [...(bySteps.get(told.step) ?? []), told]);
  }
  return [...bySteps].map(([{ version }, all]) => ({
    version,
    parts: all.map(({ change, entry }) => ({ change, entry })),
  }));
}

/** Whether a recent version brought the operation or webhook: what lists of them tell. */
export function cameIn(changelog: Changelog | undefined, request: Operation | Webhook): string | undefined {
  if (!changelog) return undefined;
  const all = recentOf(changelog).at.get(operationWay(changeName(request)));
  return all?.find(({ isNew }) => isNew)?.step.version;
}

/** The id on the page of an operation or a schema that a change is about, where it still shows; empty for the page. */
export type ChangeAnchors = ReadonlyMap<string, string>;

export function anchorsOf(places: readonly ElementPlace[]): ChangeAnchors {
  const anchors = new Map<string, string>();
  for (const { id, ways } of places) for (const way of ways) if (!anchors.has(way)) anchors.set(way, id);
  return anchors;
}

/** Operations and webhooks of an API by how changes name them. */
export function changedRequests(api: Api): ReadonlyMap<string, Operation | Webhook> {
  let known = requests.get(api);
  if (!known) {
    const all = [...api.operations, ...(api.webhooks ?? [])];
    known = new Map(all.map((one) => [operationWay(changeName(one)), one]));
    requests.set(api, known);
  }
  return known;
}

const requests = new WeakMap<Api, ReadonlyMap<string, Operation | Webhook>>();
