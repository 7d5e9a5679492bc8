import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { Answers } from '../model/slice.ts';
import { isLoopback } from '../request/browser-limits.ts';
import type { BuiltRequest } from '../request/build.ts';
import { givenExamples, givenValues } from '../request/given.ts';
import { secretsIn } from '../request/header-secrets.ts';
import type { Credential, FileReference, HttpRequest } from '../request/http-request.ts';
import { bodyPieces } from '../request/multipart.ts';
import type { RequestValues, ValueProblem } from '../request/values.ts';
import { type Credentials, IN_PAGE } from './credentials.ts';
import { createFiles, type Files } from './files.ts';
import { createRejections, type Rejections } from './rejections.ts';
import { type Place, requestOf } from './request-of.ts';
import type { Run } from './run.ts';
import { type FormState, initialState, isSandbox } from './state.ts';
import { createStore, type FormStore } from './store.ts';

/** The key that both sandboxes get when none is typed. */
export const DUMMY_KEY = 'sandbox';

/** One operation's form and what became of it. It lives as long as the page, open or closed. */
export interface Session {
  readonly api: Api;
  readonly operation: Operation;
  readonly place: Place;
  readonly store: FormStore;
  readonly run: Run;
  readonly credentials: Credentials;
  /** The fields that the last answer refused. */
  readonly rejections: Rejections;
  /** What the reader chose for the files of the body. */
  readonly files: Files;
  /** What answers are like; nothing of it is needed to make a request. */
  readonly readAnswers: () => Promise<Answers>;
  /** A form that nobody has touched yet. @param example - the one that it begins with, the first otherwise */
  begin(example?: string): FormState;
  /** The request of a form. */
  build(form: FormState): BuiltRequest;
  /** The request of the form as it stands. */
  built(): BuiltRequest;
}

/** What a form starts with, made from `givenValues`. */
export type StartValues = (api: Api, operation: Operation, given: RequestValues) => RequestValues;

export type KeyProblem = 'missing' | 'characters';

/** @param api - the part of one operation's slice that requests are made from (`splitSlice`), its examples filled */
export function createSession(
  api: Api,
  parts: Pick<Session, 'place' | 'run' | 'credentials' | 'readAnswers'> & {
    readonly example?: string | undefined;
    readonly startValues?: StartValues | undefined;
  },
): Session {
  const [operation] = api.operations;
  if (!operation) throw new Error('the slice holds no operation');
  const { example, startValues, ...rest } = parts;
  const target = rest.place.serversOnly ? 'server' : 'in-page';
  const begun = (name: string | undefined, start?: StartValues): FormState => {
    const given = givenValues(api, operation, name);
    const values = start?.(api, operation, given) ?? given;
    return initialState(values, givenExamples(api, operation), name, target);
  };
  // Links and history are read against what the description itself gives, which is alike for everyone.
  const begin = (name?: string): FormState => begun(name);
  const store = createStore(begun(example, startValues));
  const files = createFiles();
  const build = (state: FormState): BuiltRequest => {
    const { request, problems } = requestOf(api, operation, state, rest.place);
    if (isSandbox(state.target)) return { request, problems };
    const missing = filesOf(request).filter((file) => files.get(file) === undefined);
    return { request, problems: [...problems, ...missing.map(missingProblem)] };
  };
  let from = store.state();
  let built = build(from);
  return {
    ...rest,
    api,
    operation,
    store,
    files,
    rejections: createRejections(),
    begin,
    build,
    built() {
      const state = store.state();
      if (state !== from) built = build(state);
      from = state;
      return built;
    },
  };
}

/** The files that a request is made with. */
export function filesOf({ body }: HttpRequest): FileReference[] {
  return body ? bodyPieces(body).filter((piece) => typeof piece !== 'string') : [];
}

function missingProblem({ name }: FileReference): ValueProblem {
  return { kind: 'problem', code: 'file-missing', field: { kind: 'body' }, found: name };
}

/** The placeholders of a request, each scheme once. */
export function credentialsOf(request: HttpRequest): Credential[] {
  const secrets = [...request.headers.flatMap(secretsIn), ...(request.queryCredentials ?? [])];
  const all = secrets.map(({ credential }) => credential);
  return all.filter((one, at) => all.findIndex((other) => other.scheme === one.scheme) === at);
}

/**
 * What keys for the chosen target are bound to: the origin of the request, with the relay before it where one
 * passes it on, or the sandbox in the page.
 */
export function keyOrigin(session: Session): string {
  if (session.store.state().target === 'in-page') return IN_PAGE;
  const origin = URL.parse(session.built().request.url)?.origin ?? '';
  // Storage tells origin and scheme apart by a space, so there is none.
  return session.store.state().target === 'relay' ? `${relayUrl(session)}→${origin}` : origin;
}

/** Whether the site's relay may ask a server: over plain http only one on this machine, where sites are tried. */
export function canRelay({ place }: Pick<Session, 'place'>, url: string): boolean {
  const { protocol = '', hostname = '' } = URL.parse(url.replace(/[{}]/g, '')) ?? {};
  return place.relay !== undefined && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname)));
}

/** The whole address of the site's relay for this API. */
export function relayUrl({ place }: Pick<Session, 'place'>): string {
  return new URL(place.relay ?? '', place.page).href;
}

/** The value to send for a placeholder; empty where the reader must type one first. */
export function secretFor(session: Session, credential: Credential): string {
  const typed = session.credentials.get(keyOrigin(session), credential.scheme);
  return typed === '' && isSandbox(session.store.state().target) ? DUMMY_KEY : typed;
}

/** Why a placeholder has no value that can be sent. */
export function keyProblem(session: Session, credential: Credential): KeyProblem | undefined {
  const value = secretFor(session, credential);
  if (value === '') return 'missing';
  // The base64 of a user and password fits every header; anything else must fit one as it is (rule C6).
  return credential.form === 'basic' || /^[\x20-\x7e\x80-\xff]*$/.test(value) ? undefined : 'characters';
}

/** What is typed and shows nowhere else. */
export const MASK = '••••••••';

/** What stands for a key wherever the request is shown: never the key itself. */
export function shownKey(session: Session, credential: Credential): string {
  if (session.credentials.get(keyOrigin(session), credential.scheme) !== '') return MASK;
  return isSandbox(session.store.state().target) ? DUMMY_KEY : `{${credential.variable}}`;
}
