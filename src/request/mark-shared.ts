import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter } from '../model/parameter.ts';
import { isSecretParameter } from '../model/secret-names.ts';
import { plainForm } from './plain-form.ts';

/** Names of parameters that speak of one call, however many operations have them. */
const OF_ONE_CALL =
  /^(?:page|per[-_]?page|page[-_]?(?:size|number|num)|limit|offset|skip|take|top|count|cursor|marker|after|before|since|until|from|to|start(?:ing[-_]?after)?|end(?:ing[-_]?before)?|sort(?:[-_]?by)?|order(?:[-_]?by)?|filters?|fields|select|include|exclude|expand|embed|search|query|q|id|ids|name|if-.*|range|prefer|date|(?:x-)?(?:request|correlation|trace|idempotency|client-request)[-_]?(?:id|key)|trace(?:parent|state)|idempotency-key|(?:next|prev|previous|continuation|sync|cursor|page)[-_]?token|(?:x-)?session)$/i;

type Place = string;

const decided = new WeakMap<Api, ReadonlySet<Place>>();

/**
 * The parameters that readers set once for all operations: those that the author marked, and those in the path, the
 * query or the headers that mean the same all over the API, such as `workspace_id`, `X-Tenant` or `api-version`.
 * These are in at least two operations and in half of all, alike each time; in a path with more behind them than
 * other parameters, since a path that ends with one names an item. Never a credential.
 *
 * @returns places and names: `header X-Tenant`
 */
export function sharedParameters(api: Api): ReadonlySet<Place> {
  const known = decided.get(api);
  if (known) return known;
  const uses = new Map<Place, { readonly parameter: Parameter; readonly operation: Operation }[]>();
  for (const operation of api.operations) {
    for (const parameter of operation.parameters) {
      const place = placeOf(parameter);
      uses.set(place, [...(uses.get(place) ?? []), { parameter, operation }]);
    }
  }
  const shared = new Set<Place>();
  for (const [place, all] of uses) {
    const parameters = all.map(({ parameter }) => parameter);
    if (!parameters.every((one) => canBeShared(api, one))) continue;
    if (parameters.some((one) => one.shared === false)) continue;
    const isMarked = parameters.some((one) => one.shared === true);
    if (isMarked || isSharedByUse(api, parameters, all.filter(goesOn).length)) shared.add(place);
  }
  decided.set(api, shared);
  return shared;
}

/** The operation with what was decided for each of its parameters. */
export function markShared(api: Api, operation: Operation): Operation {
  const all = sharedParameters(api);
  return {
    ...operation,
    parameters: operation.parameters.map(({ shared: _, ...parameter }) =>
      all.has(placeOf(parameter)) ? { ...parameter, shared: true } : parameter,
    ),
  };
}

function placeOf({ in: place, name }: Parameter): Place {
  return `${place} ${name}`;
}

function canBeShared(api: Api, parameter: Parameter): boolean {
  const { in: place, schema } = parameter;
  if (place !== 'path' && place !== 'query' && place !== 'header') return false;
  const isHidden = typeof schema === 'object' && schema.writeOnly === true;
  return !isHidden && !isSecretParameter(api, parameter) && plainForm(api.schemas, parameter) !== undefined;
}

function isSharedByUse(api: Api, parameters: readonly Parameter[], places: number): boolean {
  const [first] = parameters;
  if (!first || OF_ONE_CALL.test(first.name) || parameters.some(({ deprecated }) => deprecated)) return false;
  const form = (parameter: Parameter): string => JSON.stringify({ ...plainForm(api.schemas, parameter), default: '' });
  const isAlike = parameters.every((one) => form(one) === form(first));
  return isAlike && places >= 2 && places * 2 >= api.operations.length;
}

/** Whether the path goes on with a part that has a name of its own; outside of paths there is no question. */
function goesOn({ parameter, operation }: { readonly parameter: Parameter; readonly operation: Operation }): boolean {
  if (parameter.in !== 'path') return true;
  const [, behind = ''] = operation.path.split(`{${parameter.name}}`);
  return behind.split(/[/?#]/).some((part) => /^[^{}]+$/.test(part));
}
