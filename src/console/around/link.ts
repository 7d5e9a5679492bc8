import { parseJson } from '../../model/json-text.ts';
import { givenValues } from '../../request/given.ts';
import type { Session } from '../session.ts';
import { isSandbox } from '../state.ts';
import { type KeptForm, type KeptParameter, withoutSecrets } from './kept-form.ts';

/** Of the format. */
export const VERSION = '1';
/** What mail programs, chats and browsers take. */
const LINK_LIMIT = 8000;

export interface WrittenLink {
  /** What stands after the `#`. */
  readonly fragment: string;
  /** Parameters and server variables that may hold a secret. */
  readonly fields: readonly string[];
  /** Why what was written in the body isn't in the link, only the example's name. */
  readonly body?: 'secret' | 'too-long';
}

/**
 * A form as a fragment, `try&v=1&to=sandbox&path.id=7&example=first`: names and values without any secret.
 *
 * @param limit - the most characters
 */
export function writeLink(
  form: KeptForm,
  session: Pick<Session, 'api' | 'operation'>,
  limit = LINK_LIMIT,
): WrittenLink {
  const bared = withoutSecrets(form, session.api);
  const whole = fieldsOf(bared.form, session);
  const taken = { fields: bared.fields };
  if (whole.length <= limit) return { fragment: whole, ...taken, ...(bared.body ? { body: 'secret' as const } : {}) };
  const { body } = bared.form;
  const named = body && { example: body.example, mediaType: body.mediaType };
  const short = fieldsOf({ ...bared.form, ...(named ? { body: named } : {}) }, session);
  const fragment =
    short.length <= limit ? short : fieldsOf({ variables: [], parameters: [], body: named ?? null }, session);
  return { fragment, ...taken, body: 'too-long' };
}

function fieldsOf(form: KeptForm, { api, operation }: Pick<Session, 'api' | 'operation'>): string {
  const given = givenValues(api, operation).parameters;
  const isGiven = (one: KeptParameter): boolean =>
    given.some(({ in: place, name }) => place === one.in && name === one.name);
  const field = (name: string, value?: string): string =>
    value === undefined ? encode(name) : `${encode(name)}=${encode(value)}`;
  const { target, server, security, body } = form;
  return [
    'try',
    field('v', VERSION),
    ...(target ? [field('to', isSandbox(target) ? 'sandbox' : 'server')] : []),
    ...(server === undefined ? [] : [field('server', String(server))]),
    ...form.variables.map(({ name, value }) => field(`server.${name}`, value)),
    ...(security === undefined ? [] : [field('auth', String(security))]),
    ...form.parameters
      // What no form begins with goes without saying.
      .filter((one) => one.value !== undefined || isGiven(one))
      .map((one) => field(`${one.in}.${one.name}`, one.value === undefined ? undefined : writeValue(one.value))),
    ...(body === null && operation.requestBody ? [field('body')] : []),
    ...(body ? [field('example', body.example)] : []),
    ...(body?.text === undefined ? [] : [field('type', body.mediaType), field('body', body.text)]),
  ].join('&');
}

/** Half a character becomes a whole one; what is readable in a fragment stays, and what ends links in a text doesn't. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/%(?:2F|3A|2C|40|24)/g, decodeURIComponent)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Text without its quotes where it can't be taken for another value. */
function writeValue(value: string): string {
  const node = parseJson(value);
  return node.kind === 'string' && parseJson(node.value).kind === 'problem' ? node.value : value;
}
