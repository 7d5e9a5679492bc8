import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { SecurityScheme } from '../model/security-scheme.ts';
import { type Change, type Effect, worse } from './change.ts';
import { compareOperations, type OperationChanges } from './compare-operation.ts';
import type { Comparing } from './compare-schema.ts';

/** What changed from one description of an API to a later one. */
export interface ApiChanges {
  readonly before: Pick<Api, 'title' | 'version'>;
  readonly after: Pick<Api, 'title' | 'version'>;
  /**
   * First those of the whole API, then those of operations in the order of the newer description, removed ones
   * last, then those of named schemas, each told once with the operations that it reaches.
   */
  readonly changes: readonly Change[];
  /** The gravest effect; `compatible` where nothing changed. */
  readonly effect: Effect;
}

/**
 * Compares two descriptions, whatever version of OpenAPI each is written in. Texts for people (summaries,
 * descriptions, titles, examples) and the order of things make no difference.
 *
 * A change is judged by who writes the value: what a request may hold must not become less, what an answer may hold
 * not more. In webhooks and callbacks the API is the one that sends.
 */
export function compareApis(before: Api, after: Api): ApiChanges {
  const comparing: Comparing = { before: before.schemas, after: after.schemas, named: new Map() };
  const pairs = pairOperations(before, after);
  const own: Change[] = [
    ...compareServers(before, after),
    ...compareSchemes(before.securitySchemes, after.securitySchemes),
  ];
  const uses: { readonly name: string; readonly compared: OperationChanges }[] = [];
  for (const { name, was, is, isIncoming } of pairs) {
    const place = { operation: name, path: [] };
    if (!was) own.push({ code: 'operation-added', kind: 'added', effect: 'compatible', place });
    else if (!is) own.push({ code: 'operation-removed', kind: 'removed', effect: 'breaking', place });
    else {
      const compared = compareOperations(comparing, name, was, is, isIncoming);
      own.push(...compared.own);
      uses.push({ name, compared });
    }
  }
  const changes = [...own, ...schemaChanges(comparing, uses)];
  return {
    before: { title: before.title, version: before.version },
    after: { title: after.title, version: after.version },
    changes,
    effect: changes.reduce<Effect>((gravest, { effect }) => worse(gravest, effect), 'compatible'),
  };
}

interface OperationPair {
  readonly name: string;
  readonly was?: Operation;
  readonly is?: Operation;
  readonly isIncoming: boolean;
}

/** The same operation has the same method and path, whatever the parameters of the path are called. */
function pairOperations(before: Api, after: Api): OperationPair[] {
  const key = ({ method, path }: Operation): string => `${method} ${path.replace(/\{[^{}]*\}/g, '{}')}`;
  const pairsOf = (
    old: readonly Operation[],
    now: readonly Operation[],
    nameOf: (one: Operation) => string,
    isIncoming: boolean,
  ): OperationPair[] => {
    const known = new Map(old.map((one) => [key(one), one]));
    const left = new Set(now.map(key));
    return [
      ...now.map((is): OperationPair => {
        const was = known.get(key(is));
        return { name: nameOf(is), ...(was ? { was } : {}), is, isIncoming };
      }),
      ...old.flatMap((was) => (left.has(key(was)) ? [] : [{ name: nameOf(was), was, isIncoming }])),
    ];
  };
  const webhooks = ({ webhooks: all = [] }: Api): Operation[] => all.map(({ operation }) => operation);
  return [
    ...pairsOf(before.operations, after.operations, ({ method, path }) => `${method} ${path}`, false),
    ...pairsOf(webhooks(before), webhooks(after), ({ path }) => `webhook ${path}`, true),
  ];
}

function compareServers(before: Api, after: Api): Change[] {
  const changes: Change[] = [];
  const now = new Map(after.servers.map((server) => [server.url, server]));
  const old = new Map(before.servers.map((server) => [server.url, server]));
  for (const [url, was] of old) {
    const is = now.get(url);
    const place = { path: ['server', url] };
    if (!is) {
      changes.push({ code: 'server-removed', kind: 'removed', effect: 'risky', place });
      continue;
    }
    for (const { name, default: value, enum: values } of was.variables) {
      const other = is.variables.find((one) => one.name === name);
      const inner = { path: ['server', url, name] };
      if (other && other.default !== value) {
        const shown = { before: value, after: other.default };
        changes.push({ code: 'server-default-changed', kind: 'changed', effect: 'risky', place: inner, ...shown });
      }
      for (const one of other && other.enum.length > 0 ? values : []) {
        if (other?.enum.includes(one)) continue;
        changes.push({ code: 'server-value-removed', kind: 'removed', effect: 'breaking', place: inner, before: one });
      }
    }
  }
  for (const url of now.keys()) {
    if (old.has(url)) continue;
    changes.push({ code: 'server-added', kind: 'added', effect: 'compatible', place: { path: ['server', url] } });
  }
  return changes;
}

/** How a credential of the scheme is sent. */
function formOf(scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case 'apiKey':
      return `API key in ${scheme.in} ${scheme.in === 'header' ? scheme.name.toLowerCase() : scheme.name}`;
    case 'http':
      return `HTTP ${scheme.scheme.toLowerCase()}`;
    default:
      return scheme.kind;
  }
}

function compareSchemes(before: readonly SecurityScheme[], after: readonly SecurityScheme[]): Change[] {
  const changes: Change[] = [];
  const old = new Set(before.map(({ id }) => id));
  for (const was of before) {
    const is = after.find(({ id }) => id === was.id);
    const place = { path: ['security scheme', was.id] };
    if (!is) {
      // The operations that used it tell what that means.
      changes.push({ code: 'scheme-removed', kind: 'removed', effect: 'risky', place });
      continue;
    }
    if (formOf(was) !== formOf(is)) {
      const shown = { before: formOf(was), after: formOf(is) };
      changes.push({ code: 'scheme-changed', kind: 'changed', effect: 'breaking', place, ...shown });
    }
    if (was.kind !== 'oauth2' || is.kind !== 'oauth2') continue;
    for (const flow of was.flows) {
      const other = is.flows.find(({ kind }) => kind === flow.kind);
      const inner = { path: [...place.path, flow.kind] };
      if (!other) changes.push({ code: 'flow-removed', kind: 'removed', effect: 'breaking', place: inner });
      const scopes = new Set(other?.scopes.map(({ name }) => name));
      for (const { name } of other ? flow.scopes : []) {
        if (!scopes.has(name))
          changes.push({ code: 'scope-removed', kind: 'removed', effect: 'breaking', place: inner, before: name });
      }
      if (other && (other.tokenUrl !== flow.tokenUrl || other.authorizationUrl !== flow.authorizationUrl)) {
        changes.push({ code: 'flow-address-changed', kind: 'changed', effect: 'risky', place: inner });
      }
    }
  }
  for (const { id } of after) {
    if (old.has(id)) continue;
    changes.push({
      code: 'scheme-added',
      kind: 'added',
      effect: 'compatible',
      place: { path: ['security scheme', id] },
    });
  }
  return changes;
}

/** Each change of a named schema once. One that is sent and read is told by the graver effect. */
function schemaChanges(
  { named }: Comparing,
  uses: readonly { readonly name: string; readonly compared: OperationChanges }[],
): Change[] {
  const reached = new Map<string, string[]>();
  for (const { name, compared } of uses) {
    const seen = new Set(compared.refs);
    for (const ref of seen) {
      for (const inner of named.get(ref)?.refs ?? []) seen.add(inner);
      if ((named.get(ref)?.own.length ?? 0) > 0) reached.set(ref, [...(reached.get(ref) ?? []), name]);
    }
  }
  const told = new Map<string, Change>();
  for (const [ref, operations] of reached) {
    for (const change of named.get(ref)?.own ?? []) {
      const { code, place, before, after } = change;
      const key = JSON.stringify([code, place, before, after]);
      const known = told.get(key);
      const { direction: _, ...both } = change;
      told.set(
        key,
        known
          ? {
              ...both,
              effect: worse(known.effect, change.effect),
              operations: [...new Set([...(known.operations ?? []), ...operations])],
            }
          : { ...change, operations },
      );
    }
  }
  return [...told.values()];
}
