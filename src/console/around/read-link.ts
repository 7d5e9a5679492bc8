import type { Api } from '../../model/api.ts';
import { type JsonText, parseJson, quoteJson } from '../../model/json-text.ts';
import type { Operation } from '../../model/operation.ts';
import type { Parameter } from '../../model/parameter.ts';
import { isPrivateParameter, isSecretVariable } from '../../model/secret-names.ts';
import { givenExamples, type RequestExample } from '../../request/given.ts';
import { serializeParameter } from '../../request/serialize.ts';
import { validateJson } from '../../schema/validate.ts';
import type { Session } from '../session.ts';
import type { Target } from '../state.ts';
import { type KeptBody, type KeptForm, type KeptParameter, keepForm } from './kept-form.ts';
import { VERSION } from './link.ts';

/** Links of the history may be longer than those for others; beyond this no fragment is read. */
const LIMIT = 200_000;
const FIELD_LIMIT = 500;
const TARGETS: ReadonlyMap<string, Target> = new Map([
  ['server', 'server'],
  ['sandbox', 'in-page'],
]);

type LinkedSession = Pick<Session, 'api' | 'operation' | 'begin' | 'build'>;

export type FilledField =
  /** A parameter or a variable of the server. */
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'answeredBy' | 'server' | 'security' | 'bodyExample' | 'body' };

export interface ReadLink {
  /** What it fills in; nothing where it can't be read at all. */
  readonly form?: KeptForm;
  readonly fault?: 'too-long' | 'version';
  /** What it fills in. */
  readonly filled: readonly FilledField[];
  /** Those that it has none for. */
  readonly ignored: readonly string[];
}

/**
 * What a fragment fills into the form of an operation. Anyone can write one: what has no place in the form is passed over.
 *
 * @param fragment - as the address has it after the `#`, not decoded
 */
export function readLink(fragment: string, session: LinkedSession): ReadLink {
  const { api, operation } = session;
  const none = { filled: [], ignored: [] };
  if (fragment.length > LIMIT) return { ...none, fault: 'too-long' };
  const pieces = fragment
    .split('&')
    .slice(1)
    .filter((piece) => piece !== '');
  if (pieces.length > FIELD_LIMIT) return { ...none, fault: 'too-long' };
  const ignored: string[] = [];
  const given = new Map<string, string | undefined>();
  for (const piece of pieces) {
    const [name, value] = decodeField(piece);
    if (name === undefined || given.has(name)) ignored.push(name ?? piece);
    else given.set(name, value);
  }
  if (given.get('v') !== VERSION) return { ...none, fault: 'version' };
  given.delete('v');

  const filled: FilledField[] = [];
  const take = <T>(
    name: string,
    field: FilledField,
    read: (text: string | undefined) => T | undefined,
  ): T | undefined => {
    if (!given.has(name)) return undefined;
    const value = read(given.get(name));
    given.delete(name);
    if (value === undefined) ignored.push(name);
    else filled.push(field);
    return value;
  };
  const examples = givenExamples(api, operation);
  const example = take('example', { kind: 'bodyExample' }, (text) => examples.find(({ name }) => name === text)?.name);
  const base = keepForm(session.begin(example), operation);
  const target = take('to', { kind: 'answeredBy' }, (text) => TARGETS.get(text ?? '')) ?? base.target;
  const server =
    take('server', { kind: 'server' }, (text) => indexBelow(operation.servers.length, text)) ?? base.server;
  const security = take('auth', { kind: 'security' }, (text) => securityOf(operation, text)) ?? base.security;
  // A link never fills in what may be a secret: the reader's own stays.
  const open = (operation.servers[server]?.variables ?? []).filter((variable) => !isSecretVariable(variable));
  const variables = open.map(({ name, default: usual }) => ({
    name,
    value: take(`server.${name}`, { kind: 'named', name }, (text) => variableOf(session, server, name, text)) ?? usual,
  }));
  const parameters = operation.parameters
    .filter((parameter) => !isPrivateParameter(api, parameter))
    .map((parameter): KeptParameter => {
      const { in: at, name } = parameter;
      const read = take(`${at}.${name}`, { kind: 'named', name }, (text) => parameterValue(api, parameter, text));
      const value =
        read === undefined ? base.parameters.find((one) => one.in === at && one.name === name)?.value : read.value;
      return { in: at, name, ...(value === undefined ? {} : { value }) };
    });
  const mediaType = take('type', { kind: 'body' }, (text) => examples.find((one) => one.mediaType === text)?.mediaType);
  const body = take('body', { kind: 'body' }, (text) => bodyOf(text, base.body, mediaType, examples));
  return {
    form: { target, server, security, variables, parameters, body: body?.body === undefined ? base.body : body.body },
    filled,
    ignored: [...ignored, ...given.keys()],
  };
}

function decodeField(piece: string): [name?: string, value?: string] {
  const at = piece.indexOf('=');
  try {
    const name = decodeURIComponent(at < 0 ? piece : piece.slice(0, at));
    return at < 0 ? [name] : [name, decodeURIComponent(piece.slice(at + 1))];
  } catch {
    return [];
  }
}

function indexBelow(count: number, text = ''): number | undefined {
  return /^\d{1,6}$/.test(text) && Number(text) < count ? Number(text) : undefined;
}

function securityOf({ security }: Operation, text: string | undefined): number | undefined {
  return text === '-1' && security.length === 0 ? -1 : indexBelow(security.length, text);
}

/** What the server's own field would take. */
function variableOf({ begin, build }: LinkedSession, server: number, name: string, value?: string): string | undefined {
  if (value === undefined || value.length > 1000) return undefined;
  const form = begin();
  const { problems } = build({ ...form, values: { ...form.values, server, serverVariables: [{ name, value }] } });
  return problems.some(({ field }) => field.kind === 'server-variable' && field.name === name) ? undefined : value;
}

/** The value of a parameter, where it is of the described type and can be written in its place. */
function parameterValue(api: Api, parameter: Parameter, text: string | undefined): { value?: JsonText } | undefined {
  if (text === undefined) return {};
  const value = parseJson(text).kind === 'problem' ? quoteJson(text) : text;
  const schema = parameter.schema ?? parameter.content?.schema ?? true;
  const differs = validateJson(api.schemas, schema, value, { direction: 'request' });
  if (differs.some(({ instancePath, code }) => instancePath === '' && code === 'type')) return undefined;
  return typeof serializeParameter(api.schemas, parameter, value) === 'object' ? undefined : { value };
}

/** A body without a value is none. */
function bodyOf(
  text: string | undefined,
  from: KeptBody | null,
  mediaType: string | undefined,
  examples: readonly RequestExample[],
): { body: KeptBody | null } | undefined {
  if (text === undefined) return { body: null };
  const type = mediaType ?? from?.mediaType;
  const example = from?.mediaType === type ? from?.example : examples.find((one) => one.mediaType === type)?.name;
  return type === undefined || example === undefined ? undefined : { body: { example, mediaType: type, text } };
}
