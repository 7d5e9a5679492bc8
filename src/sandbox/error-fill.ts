import { parsePointer } from '../model/json-pointer.ts';
import { type JsonNode, type JsonText, printJson, quoteJson } from '../model/json-text.ts';
import type { Fault, Problem } from './call.ts';

/** What a member of an error body may be for. */
export type Role =
  | 'message'
  | 'code'
  | 'status'
  | 'title'
  | 'param'
  | 'pointer'
  | 'place'
  | 'steps'
  | 'faults'
  | 'map'
  /** Nobody's: what isn't known is an empty text and not null. */
  | 'blank';

/** What members of error bodies are called, the kinds of value they may have before, and what they are for. */
const ROLES: readonly (readonly [names: RegExp, kinds: RegExp, role: Role])[] = [
  [/^(message|msg|details?|description|error_?(description|message)|reason|errors?)$/i, /string/, 'message'],
  [/^(error_?)?code$/i, /string|number/, 'code'],
  [/^status(_?code)?$/i, /string|number/, 'status'],
  [/^title$/i, /string/, 'title'],
  [/^(param|parameter|field|field_?name|property|attribute|target)$/i, /string|null/, 'param'],
  [/^((json_?|data_?|instance_?)?pointer|(instance|data)_?path)$/i, /string|null/, 'pointer'],
];
/** The same inside a list of errors, where some names mean more. */
const ITEM_ROLES: typeof ROLES = [
  ...ROLES,
  [/^(name|key|path)$/i, /string|null/, 'param'],
  [/^(in|location)$/i, /string|null/, 'place'],
  [/^(type|rule|keyword|constraint|validation)$/i, /string/, 'code'],
  [/^(loc|location|path)$/i, /array/, 'steps'],
];
const LISTS =
  /^(errors?|details?|messages?|violations|issues|faults|causes|fields|(invalid|validation|field)[-_]?(params|parameters|fields|errors))$/i;
const MAPS = /^(errors?|details|fields|(invalid|validation|field)[-_]?(params|parameters|fields|errors))$/i;

/** Of whom a member speaks: the problem as a whole, or one fault of a list. */
interface Subject {
  readonly message: string;
  readonly code: string;
  readonly fault?: Fault;
  readonly inList: boolean;
}

/**
 * Puts a problem into an error body that stands as an example: what its members are called says what they are
 * for. A list of errors gets one for each fault, a map of errors one entry for each parameter or property.
 *
 * @param roles - those that are filled; the others stay as they are
 * @param title - the words for the status
 */
export function fillError(node: JsonNode, problem: Problem, roles: ReadonlySet<Role>, title: string): JsonText {
  const { status, message, faults = [] } = problem;
  const number = String(status);
  const first = faults[0];
  const whole: Subject = {
    message,
    code: problem.code ?? number,
    inList: false,
    ...(first ? { fault: first } : {}),
  };

  // The text of an example would name what it isn't about.
  const known = (text: string | undefined): JsonText => (text ? quoteJson(text) : roles.has('blank') ? '""' : 'null');

  const valueFor = (key: string, from: JsonNode, subject: Subject): JsonText | undefined => {
    const found = (subject.inList ? ITEM_ROLES : ROLES).find(
      ([names, kinds]) => names.test(key) && kinds.test(from.kind),
    )?.[2];
    const role = found !== undefined && roles.has(found) ? found : undefined;
    const { fault } = subject;
    const isNumber = from.kind === 'number';
    switch (role) {
      case 'message':
        return quoteJson(subject.message);
      case 'code':
        return isNumber ? number : quoteJson(subject.code);
      case 'status':
        return isNumber ? number : quoteJson(number);
      case 'title':
        return quoteJson(title);
      case 'param':
        return known(fault?.param ?? (subject.inList ? undefined : problem.param));
      case 'pointer':
        return known(fault && pointerLike(fault.pointer, from));
      case 'place':
        return known(fault?.place);
      case 'steps':
        return fault && `[${stepsOf(fault, /^loc/i.test(key)).join()}]`;
      default:
        return undefined;
    }
  };

  const rewrite = (from: JsonNode, key: string, subject: Subject): JsonText => {
    const value = valueFor(key, from, subject);
    if (value !== undefined) return value;
    switch (from.kind) {
      case 'object': {
        const isMap = roles.has('map') && MAPS.test(key) && !subject.inList && isMapOfTexts(from);
        if (isMap) return faultMap(from, faults);
        const entries = from.entries.map(
          (entry) => `${quoteJson(entry.key)}:${rewrite(entry.value, entry.key, subject)}`,
        );
        return `{${entries.join()}}`;
      }
      case 'array': {
        const [item] = from.items;
        if (item === undefined || !LISTS.test(key)) {
          // Of things that may be about other faults, only the first stays.
          const kept = item?.kind === 'object' ? from.items.slice(0, 1) : from.items;
          return `[${kept.map((one) => rewrite(one, '', subject)).join()}]`;
        }
        const subjects: Subject[] =
          roles.has('faults') && faults.length > 0
            ? faults.map((fault) => ({ message: fault.message, code: problem.code ?? fault.code, fault, inList: true }))
            : [{ ...whole, inList: true }];
        const each = subjects.map((one) => (item.kind === 'string' ? quoteJson(one.message) : rewrite(item, '', one)));
        return `[${each.join()}]`;
      }
      default:
        return printJson(from);
    }
  };
  return rewrite(node, '', whole);
}

/** `#/name`, as RFC 9457 shows it, unless the example has it another way. */
function pointerLike(pointer: string, from: JsonNode): string {
  return from.kind === 'string' && from.value.startsWith('/') ? pointer : `#${pointer}`;
}

/** `["body", "messages", 0, "role"]` */
function stepsOf({ place, pointer }: Fault, withPlace: boolean): JsonText[] {
  const steps = parsePointer(pointer) ?? [];
  return [
    ...(withPlace ? [quoteJson(place)] : []),
    ...steps.map((step) => (/^\d+$/.test(step) ? step : quoteJson(step))),
  ];
}

/** Whether each member is a text or a list of texts, and is named for something of the request. */
function isMapOfTexts(node: JsonNode & { kind: 'object' }): boolean {
  return (
    node.entries.length > 0 &&
    node.entries.every(
      ({ key, value }) =>
        !ITEM_ROLES.some(([names]) => names.test(key) && key !== 'key' && key !== 'name') &&
        (value.kind === 'string' || (value.kind === 'array' && value.items.every((item) => item.kind === 'string'))),
    )
  );
}

function faultMap(from: JsonNode & { kind: 'object' }, faults: readonly Fault[]): JsonText {
  const inLists = from.entries[0]?.value.kind === 'array';
  const messages = new Map<string, string[]>();
  for (const { param, message } of faults) messages.set(param, [...(messages.get(param) ?? []), message]);
  const entries = [...messages].map(([param, texts]) => {
    const quoted = texts.map(quoteJson);
    return `${quoteJson(param)}:${inLists ? `[${quoted.join()}]` : quoted[0]}`;
  });
  return `{${entries.join()}}`;
}
