import {
  formatJson,
  type JsonNode,
  type JsonText,
  jsonEntry,
  parseJson,
  printJson,
  quoteJson,
} from '../model/json-text.ts';
import type { Resource } from '../model/resource.ts';
import type { Schema } from '../model/schema-object.ts';
import { isSecretName } from '../model/secret-names.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { plainText } from '../request/shape.ts';
import type { Answer, Call, Problem } from './call.ts';
import { chooseResponse } from './choose.ts';
import { isValid } from './is-valid.ts';
import { decodePercent } from './match.ts';
import { inMediaRange } from './media-range.ts';
import { readThings, type Store, type Things, writeThing } from './memory.ts';
import { randomNumbers } from './random.ts';
import { readBody } from './read-body.ts';

/** Refuses what asks for a thing that was deleted. */
export function findGone(call: Call, resource: Resource, store: Store): Problem | undefined {
  const id = idInPath(call, resource);
  if (id === undefined || readThings(store, nameOf(call, resource)).get(id) !== null) return undefined;
  return {
    status: 404,
    message: `There is no '${id}' any more: it was deleted in this sandbox.`,
    param: resource.parameter,
  };
}

/**
 * Makes an answer tell what was done before: a created thing is read, listed, changed and deleted as its maker
 * would see it. What doesn't fit the schema of the answer is left as it was.
 */
export function remember(call: Call, resource: Resource, store: Store, answer: Answer): Answer {
  if (answer.status >= 300) return answer;
  const name = nameOf(call, resource);
  const things = readThings(store, name);
  const id = idInPath(call, resource) ?? '';
  const said = objectIn(answer);
  switch (resource.action) {
    case 'create': {
      if (!said) return answer;
      const sent = sentObject(call, resource);
      const own = said.get(resource.id) ?? 'null';
      const given = sent.get(resource.id) ?? own;
      const free = freeId(given, things, call.settings.seed);
      const made = fittest(call, answer, said, [...sent, [resource.id, free]]);
      if (!made) return answer;
      writeThing(store, name, plainText(free), write(made));
      return withObject(answer, made, [plainText(own), plainText(free)]);
    }
    case 'list':
      return withList(call, resource, answer, things);
    case 'read': {
      const thing = things.get(id);
      const made = thing && said ? fittest(call, answer, said, [...membersOf(thing)]) : undefined;
      return made ? withObject(answer, made) : answer;
    }
    case 'replace':
    case 'change': {
      const sent = sentObject(call, resource);
      sent.delete(resource.id);
      const before = membersOf(things.get(id) ?? '{}');
      const named: Members = new Map(said?.has(resource.id) ? [[resource.id, idLike(said.get(resource.id), id)]] : []);
      const after = new Map([...before, ...sent, ...named]);
      if (!said) {
        writeThing(store, name, id, write(after));
        return answer;
      }
      const made = fittest(call, answer, said, [...after]);
      if (!made) return answer;
      writeThing(store, name, id, write(made));
      return withObject(answer, made);
    }
    case 'delete':
      writeThing(store, name, id, null);
      return answer;
  }
}

type Members = Map<string, JsonText>;

/** The collection as it was called, so that the pets of one owner are not those of another. */
function nameOf({ api, pathValues }: Call, { collection }: Resource): string {
  return `${api.id} ${collection.replace(/\{([^{}]*)\}/g, (_, name: string) => pathValues.get(name) ?? '')}`;
}

function idInPath({ pathValues }: Call, { parameter }: Resource): string | undefined {
  const text = pathValues.get(parameter);
  return text === undefined ? undefined : decodePercent(text);
}

function objectIn({ body, mediaType }: Answer): Members | undefined {
  if (typeof body !== 'string' || !isJsonType(mediaType ?? '')) return undefined;
  const node = parseJson(body);
  return node.kind === 'object' ? membersOfNode(node) : undefined;
}

function membersOf(text: JsonText): Members {
  const node = parseJson(text);
  return node.kind === 'object' ? membersOfNode(node) : new Map();
}

function membersOfNode({ entries }: JsonNode & { kind: 'object' }): Members {
  return new Map(entries.map(({ key, value }) => [key, printJson(value)]));
}

function write(members: Members): JsonText {
  return `{${[...members].map(([key, value]) => `${quoteJson(key)}:${value}`).join()}}`;
}

function sentObject(call: Call, { hidden = [] }: Resource): Members {
  const sent = call.headers.get('Content-Type') ?? '';
  const media = call.operation.requestBody?.content.find(({ name }) => inMediaRange(name, sent));
  const value = media && readBody(call, media, sent).value?.text;
  const node = parseJson(value ?? '{}');
  const members = node.kind === 'object' ? membersOf(withoutSecrets(node)) : new Map<string, JsonText>();
  for (const name of hidden) members.delete(name);
  return members;
}

/** A value without what goes by the name of a secret, at any depth: what is made may be stored. */
function withoutSecrets(node: JsonNode): JsonText {
  if (node.kind === 'array') return `[${node.items.map(withoutSecrets).join()}]`;
  if (node.kind !== 'object') return printJson(node);
  const kept = node.entries.filter(({ key }) => !isSecretName(key));
  return `{${kept.map(({ key, value }) => `${quoteJson(key)}:${withoutSecrets(value)}`).join()}}`;
}

/** Puts the new members over those of the answer, each only where the answer's schema has it so. */
function fittest(
  call: Call,
  answer: Answer,
  said: Members,
  changes: readonly (readonly [string, JsonText])[],
): Members | undefined {
  const schema = schemaOf(call, answer);
  const fits = (members: Members): boolean => isValid(call.api.schemas, schema, write(members));
  const all = new Map([...said, ...changes]);
  if (fits(all)) return all;
  let made = said;
  for (const [name, value] of changes) {
    const next = new Map([...made, [name, value]]);
    if (fits(next)) made = next;
  }
  return made === said ? undefined : made;
}

function schemaOf(call: Call, { mediaType, status }: Answer): Schema | undefined {
  const response = chooseResponse(call, String(status)) ?? chooseResponse(call);
  return response?.content.find(({ name }) => name === mediaType)?.schema;
}

/** @param renamed - what a `Location` of the example named before, and what it names now */
function withObject(answer: Answer, members: Members, renamed?: readonly [from: string, to: string]): Answer {
  const [from, to] = renamed ?? ['', ''];
  const headers = answer.headers.map(([name, value]) =>
    /^(content-)?location$/i.test(name) && from !== '' && value.endsWith(`/${from}`)
      ? ([name, value.slice(0, -from.length) + encodeURIComponent(to)] as const)
      : ([name, value] as const),
  );
  return { ...answer, headers, body: formatJson(write(members)) };
}

/** An id as the answer has it: `7` of a path is a number where the example's is one. */
function idLike(example: JsonText | undefined, id: string): JsonText {
  return example?.startsWith('"') ? quoteJson(id) : /^-?\d+$/.test(id) ? id : quoteJson(id);
}

/** The id itself where it is free, else the next number, or a text that is like it. */
function freeId(id: JsonText, things: Things, seed: number): JsonText {
  let free = id;
  for (let turn = 1; things.has(plainText(free)) && turn <= 1_000; turn += 1) {
    if (!id.startsWith('"')) free = String(BigInt(/^-?\d+/.exec(id)?.[0] ?? 0) + BigInt(turn));
    else if (/^"[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}"$/i.test(id)) free = otherUuid(id, seed + turn);
    else
      free = quoteJson(
        /\d+$/.test(plainText(id))
          ? plainText(id).replace(/\d+$/, (digits) => String(Number(digits) + turn).padStart(digits.length, '0'))
          : `${plainText(id)}-${turn + 1}`,
      );
  }
  return free;
}

/** Changes the last group, so that what a version and a variant say stays. */
function otherUuid(id: JsonText, seed: number): JsonText {
  const random = randomNumbers(id, seed);
  return id.replace(
    /[\da-f]{12}"$/i,
    () => `${Array.from({ length: 12 }, () => Math.floor(random() * 16).toString(16)).join('')}"`,
  );
}

/** Things that were made come first; those of the example that were changed or deleted are no longer as it says. */
function withList(call: Call, { id, list = '' }: Resource, answer: Answer, things: Things): Answer {
  if (things.size === 0 || typeof answer.body !== 'string') return answer;
  const node = parseJson(answer.body);
  const found = list === '' ? node : node.kind === 'object' ? jsonEntry(node, list) : undefined;
  if (found?.kind !== 'array') return answer;
  const shown = found.items.map((item) => {
    const key = jsonEntry(item, id);
    return [key === undefined ? '' : plainText(printJson(key)), printJson(item)] as const;
  });
  const [like] = shown;
  const made = [...things].flatMap(([key, thing]): JsonText[] => {
    if (thing === null || shown.some(([other]) => other === key)) return [];
    return [write(new Map([...membersOf(like?.[1] ?? '{}'), ...membersOf(thing)]))];
  });
  const rest = shown.flatMap(([key, item]): JsonText[] => {
    const thing = things.get(key);
    if (thing === null) return [];
    return [thing === undefined ? item : write(new Map([...membersOf(item), ...membersOf(thing)]))];
  });
  const wrap = (items: readonly JsonText[]): JsonText =>
    list === '' || node.kind !== 'object'
      ? `[${items.join()}]`
      : write(new Map([...membersOfNode(node), [list, `[${items.join()}]`]]));
  const whole = wrap([...made, ...rest]);
  const schema = schemaOf(call, answer);
  return isValid(call.api.schemas, schema, whole) ? { ...answer, body: formatJson(whole) } : answer;
}
