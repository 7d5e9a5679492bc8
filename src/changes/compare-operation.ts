import type { MediaType } from '../model/media-type.ts';
import type { Operation, Response } from '../model/operation.ts';
import type { Header, Parameter } from '../model/parameter.ts';
import type { SecurityRequirement } from '../model/security-scheme.ts';
import { type Change, type ChangeKind, type Direction, type Effect, opposite } from './change.ts';
import { type Comparing, compareSchemas } from './compare-schema.ts';

/** The two forms of one operation. */
interface Side {
  readonly comparing: Comparing;
  /** As changes name it. */
  readonly name: string;
  /** Who writes the request: clients, but for webhooks and callbacks. */
  readonly sent: Direction;
  readonly changes: Change[];
  /** Keys of the named schemas that it uses (`Comparing.named`). */
  readonly refs: Set<string>;
}

export interface OperationChanges {
  readonly own: readonly Change[];
  readonly refs: ReadonlySet<string>;
}

/** Compares an operation with what it was. @param isIncoming - the API sends it: a webhook */
export function compareOperations(
  comparing: Comparing,
  name: string,
  before: Operation,
  after: Operation,
  isIncoming = false,
): OperationChanges {
  const side: Side = { comparing, name, sent: isIncoming ? 'response' : 'request', changes: [], refs: new Set() };
  compareFacts(side, before, after);
  compareParameters(side, before, after);
  compareBodies(side, before, after);
  compareResponses(side, before.responses, after.responses);
  compareCallbacks(side, before, after);
  return { own: side.changes, refs: side.refs };
}

function add(
  { name, changes }: Side,
  path: readonly string[],
  code: string,
  kind: ChangeKind,
  effect: Effect,
  values: Pick<Change, 'before' | 'after' | 'direction'> = {},
): void {
  changes.push({ code, kind, effect, place: { operation: name, path }, ...values });
}

function schemas(
  side: Side,
  path: readonly string[],
  direction: Direction,
  before?: MediaType['schema'],
  after?: MediaType['schema'],
): void {
  if (before === undefined && after === undefined) return;
  const { own, refs } = compareSchemas(side.comparing, before, after, { direction, operation: side.name, path });
  side.changes.push(...own);
  for (const ref of refs) side.refs.add(ref);
}

function compareFacts(side: Side, before: Operation, after: Operation): void {
  if (before.deprecated !== after.deprecated) {
    add(side, [], after.deprecated ? 'deprecated' : 'deprecation-lifted', 'changed', 'compatible');
  }
  const { operationId: was } = before;
  const { operationId: is } = after;
  // Programs that were generated have functions of that name.
  if (was !== undefined && was !== is) {
    add(side, [], 'operation-id-changed', 'changed', 'risky', {
      before: was,
      ...(is === undefined ? {} : { after: is }),
    });
  }
  compareSecurity(side, before.security, after.security);
}

/** One way to authorize: its schemes, with their scopes, in an order of their own. */
function wayOf({ schemes }: SecurityRequirement): string {
  if (schemes.length === 0) return 'nothing';
  const words = schemes.map(({ id, scopes }) => (scopes.length > 0 ? `${id} (${[...scopes].sort().join(', ')})` : id));
  return words.sort().join(' and ');
}

/** Whether who may use the one may use the other: the same schemes, and no scope more. */
function lets(one: SecurityRequirement, other: SecurityRequirement): boolean {
  return other.schemes.every(({ id, scopes }) => {
    const given = one.schemes.find((scheme) => scheme.id === id);
    return given !== undefined && scopes.every((scope) => given.scopes.includes(scope));
  });
}

function compareSecurity(
  side: Side,
  before: readonly SecurityRequirement[],
  after: readonly SecurityRequirement[],
): void {
  const was = before.length > 0 ? before : [{ schemes: [] }];
  const is = after.length > 0 ? after : [{ schemes: [] }];
  const old = new Set(was.map(wayOf));
  const now = new Set(is.map(wayOf));
  for (const way of was) {
    if (now.has(wayOf(way))) continue;
    const still = is.some((other) => lets(way, other));
    add(side, ['authorization'], 'security-removed', 'removed', still ? 'compatible' : 'breaking', {
      before: wayOf(way),
    });
  }
  for (const way of is) {
    if (!old.has(wayOf(way)))
      add(side, ['authorization'], 'security-added', 'added', 'compatible', { after: wayOf(way) });
  }
}

/** Path parameters are what they stand for: the first, the second. Their names are for readers alone. */
function identityOf(parameter: Parameter, path: string): string {
  if (parameter.in !== 'path')
    return `${parameter.in} ${parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name}`;
  const place = [...path.matchAll(/\{([^{}]*)\}/g)].findIndex(([, name]) => name === parameter.name);
  return place < 0 ? `path ${parameter.name}` : `path ${place}`;
}

function compareParameters(side: Side, before: Operation, after: Operation): void {
  const old = new Map(before.parameters.map((one) => [identityOf(one, before.path), one]));
  const now = new Map(after.parameters.map((one) => [identityOf(one, after.path), one]));
  const placeOf = (one: Parameter): string[] => [`${one.in} parameter`, one.name];
  for (const [identity, was] of old) {
    const is = now.get(identity);
    if (is) compareParameter(side, placeOf(is), was, is);
    // What it said is passed over now, or refused.
    else add(side, placeOf(was), 'parameter-removed', 'removed', 'risky');
  }
  for (const [identity, is] of now) {
    if (old.has(identity)) continue;
    const code = is.required ? 'required-parameter-added' : 'parameter-added';
    add(side, placeOf(is), code, 'added', is.required && side.sent === 'request' ? 'breaking' : 'compatible');
  }
}

function compareParameter(side: Side, path: readonly string[], was: Parameter, is: Parameter): void {
  if (was.required !== is.required) {
    const breaks = is.required === (side.sent === 'request');
    add(
      side,
      path,
      is.required ? 'parameter-required' : 'parameter-optional',
      'changed',
      breaks ? 'breaking' : 'compatible',
    );
  }
  if (was.deprecated !== is.deprecated) {
    add(side, path, is.deprecated ? 'deprecated' : 'deprecation-lifted', 'changed', 'compatible');
  }
  const form = ({ style, explode, allowReserved, content }: Parameter): string =>
    content
      ? content.name
      : `${style}${explode ? ', exploded' : ''}${allowReserved ? ', reserved characters as they are' : ''}`;
  if (form(was) !== form(is)) {
    add(side, path, 'serialization-changed', 'changed', 'breaking', { before: form(was), after: form(is) });
  }
  if (was.allowEmptyValue && !is.allowEmptyValue) add(side, path, 'empty-value-refused', 'changed', 'breaking');
  if (!was.allowEmptyValue && is.allowEmptyValue) add(side, path, 'empty-value-allowed', 'changed', 'compatible');
  schemas(side, path, side.sent, was.schema ?? was.content?.schema, is.schema ?? is.content?.schema);
}

function compareBodies(side: Side, { requestBody: was }: Operation, { requestBody: is }: Operation): void {
  const path = ['request body'];
  const isClients = side.sent === 'request';
  if (!was && !is) return;
  if (!was) {
    const breaks = is?.required === true && isClients;
    add(side, path, is?.required ? 'required-body-added' : 'body-added', 'added', breaks ? 'breaking' : 'compatible');
    return;
  }
  if (!is) {
    add(side, path, 'body-removed', 'removed', isClients ? 'risky' : 'breaking');
    return;
  }
  if (was.required !== is.required) {
    const breaks = is.required === isClients;
    add(side, path, is.required ? 'body-required' : 'body-optional', 'changed', breaks ? 'breaking' : 'compatible');
  }
  compareContent(side, path, side.sent, was.content, is.content);
}

/** Media types are the same by their essence; parameters such as a charset are told apart by it alone. */
function essence(name: string): string {
  return name.split(';')[0]?.trim().toLowerCase() ?? '';
}

function compareContent(
  side: Side,
  path: readonly string[],
  direction: Direction,
  before: readonly MediaType[],
  after: readonly MediaType[],
): void {
  const old = new Map(before.map((one) => [essence(one.name), one]));
  const now = new Map(after.map((one) => [essence(one.name), one]));
  for (const [name, was] of old) {
    const is = now.get(name);
    const inner = [...path, was.name];
    if (!is) {
      add(side, inner, 'media-type-removed', 'removed', 'breaking', { direction });
      continue;
    }
    if (encodingText(was) !== encodingText(is)) {
      add(side, inner, 'encoding-changed', 'changed', direction === 'request' ? 'breaking' : 'risky', { direction });
    }
    schemas(side, inner, direction, was.schema, is.schema);
    schemas(side, [...inner, 'item'], direction, was.itemSchema, is.itemSchema);
  }
  for (const [name, is] of now) {
    if (old.has(name)) continue;
    // Where there was no body, programs read none.
    add(side, [...path, is.name], 'media-type-added', 'added', 'compatible', { direction });
  }
}

function encodingText({ encoding = [], prefixEncoding = [], itemEncoding }: MediaType): string {
  return JSON.stringify([encoding, prefixEncoding, itemEncoding], (key, value) =>
    key === 'source' || key === 'description' || key === 'examples' ? undefined : value,
  );
}

function compareResponses(side: Side, before: readonly Response[], after: readonly Response[]): void {
  const direction = opposite(side.sent);
  const old = new Map(before.map((one) => [one.status.toUpperCase(), one]));
  const now = new Map(after.map((one) => [one.status.toUpperCase(), one]));
  for (const [status, was] of old) {
    const path = ['response', was.status];
    const is = now.get(status);
    if (!is) {
      add(side, path, 'response-removed', 'removed', /^2/.test(status) ? 'breaking' : 'compatible', { direction });
      continue;
    }
    compareHeaders(side, path, direction, was.headers, is.headers);
    compareContent(side, path, direction, was.content, is.content);
    const links = new Set((is.links ?? []).map(({ name }) => name));
    for (const { name } of was.links ?? []) {
      if (!links.has(name)) add(side, [...path, 'link', name], 'link-removed', 'removed', 'risky', { direction });
    }
    const linked = new Set((was.links ?? []).map(({ name }) => name));
    for (const name of links) {
      if (!linked.has(name)) add(side, [...path, 'link', name], 'link-added', 'added', 'compatible', { direction });
    }
  }
  for (const [status, is] of now) {
    if (old.has(status)) continue;
    // A success that wasn't foreseen may be taken for a failure; an error that wasn't is one all the same.
    add(side, ['response', is.status], 'response-added', 'added', /^2/.test(status) ? 'risky' : 'compatible', {
      direction,
    });
  }
}

function compareHeaders(
  side: Side,
  path: readonly string[],
  direction: Direction,
  before: readonly Header[],
  after: readonly Header[],
): void {
  const now = new Map(after.map((one) => [one.name.toLowerCase(), one]));
  const old = new Set(before.map(({ name }) => name.toLowerCase()));
  for (const was of before) {
    const is = now.get(was.name.toLowerCase());
    const inner = [...path, 'header', was.name];
    if (!is) {
      add(side, inner, 'header-removed', 'removed', was.required ? 'breaking' : 'risky', { direction });
      continue;
    }
    if (was.required !== is.required) {
      const code = is.required ? 'header-required' : 'header-optional';
      add(side, inner, code, 'changed', is.required ? 'compatible' : 'breaking', { direction });
    }
    schemas(side, inner, direction, was.schema ?? was.content?.schema, is.schema ?? is.content?.schema);
  }
  for (const { name } of after) {
    if (!old.has(name.toLowerCase()))
      add(side, [...path, 'header', name], 'header-added', 'added', 'compatible', { direction });
  }
}

function compareCallbacks(side: Side, before: Operation, after: Operation): void {
  const named = ({ callbacks = [] }: Operation): Map<string, Operation> =>
    new Map(
      callbacks.flatMap(({ name, expression, operations }) =>
        operations.map((one) => [`${name} ${expression} ${one.method}`, one] as const),
      ),
    );
  const old = named(before);
  const now = named(after);
  for (const [name, was] of old) {
    const is = now.get(name);
    const path = ['callback', name];
    if (!is) {
      add(side, path, 'callback-removed', 'removed', 'breaking');
      continue;
    }
    const inner = compareOperations(side.comparing, side.name, was, is, true);
    side.changes.push(
      ...inner.own.map((one) => ({ ...one, place: { ...one.place, path: [...path, ...one.place.path] } })),
    );
    for (const ref of inner.refs) side.refs.add(ref);
  }
  for (const name of now.keys())
    if (!old.has(name)) add(side, ['callback', name], 'callback-added', 'added', 'compatible');
}
