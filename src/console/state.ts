import type { JsonText } from '../model/json-text.ts';
import type { ParameterIn } from '../model/parameter.ts';
import { bodyOf, type RequestExample } from '../request/given.ts';
import type { BodyValue, FileValue, RequestValues } from '../request/values.ts';

/**
 * Who answers: the sandbox in the page, the server that `values.server` names, straight or through the relay of
 * this site, or the sandbox of this machine.
 */
export type Target = 'in-page' | 'server' | 'relay' | 'local';

export function isSandbox(target: Target): boolean {
  return target === 'in-page' || target === 'local';
}

/** What the body editor shows. */
export type BodyChoice =
  | { readonly kind: 'example'; readonly name: string }
  | { readonly kind: 'draft'; readonly id: number }
  | { readonly kind: 'none' };

/** What a reader made of an example. Each first edit of an example makes one, so no edit is ever overwritten. */
export interface Draft {
  readonly id: number;
  /** The example it began as. */
  readonly from: string;
  readonly body: BodyValue;
}

/** Everything typed into one console but the keys, which `credentials.ts` holds. */
export interface FormState {
  readonly target: Target;
  readonly values: RequestValues;
  /** The variables of every server that was filled in; `values` holds those of the chosen one. */
  readonly variables: readonly { readonly server: number; readonly name: string; readonly value: string }[];
  readonly examples: readonly RequestExample[];
  readonly choice: BodyChoice;
  readonly drafts: readonly Draft[];
  /** Send was pressed on values that can't be sent: every field now tells what it lacks. */
  readonly attempted: boolean;
  /** Seconds until the request is given up, as typed; empty for the usual limit. */
  readonly timeLimit: string;
}

export type FormAction =
  | { readonly kind: 'choose-target'; readonly target: Target; readonly server?: number }
  | { readonly kind: 'set-server-variable'; readonly name: string; readonly value: string }
  /** Without a value the parameter is left out. */
  | { readonly kind: 'set-parameter'; readonly in: ParameterIn; readonly name: string; readonly value?: JsonText }
  | { readonly kind: 'choose-security'; readonly security: number }
  | { readonly kind: 'choose-body'; readonly choice: BodyChoice }
  /** Files are those of the whole body; left out, they stay as they are. */
  | { readonly kind: 'edit-body'; readonly text: string; readonly files?: readonly FileValue[] }
  | { readonly kind: 'attempt'; readonly attempted: boolean }
  | { readonly kind: 'set-time-limit'; readonly seconds: string };

/**
 * The form before anything is typed.
 *
 * @param values - `givenValues` for the example that the body starts with
 * @param example - its name; another one starts with the first
 * @param target - who answers at first
 */
export function initialState(
  values: RequestValues,
  examples: readonly RequestExample[],
  example: string | undefined,
  target: Target = 'in-page',
): FormState {
  const first = examples.find(({ name }) => name === example) ?? examples[0];
  return {
    target,
    values,
    variables: values.serverVariables.map((variable) => ({ server: values.server, ...variable })),
    examples,
    choice: values.body && first ? { kind: 'example', name: first.name } : { kind: 'none' },
    drafts: [],
    attempted: false,
    timeLimit: '',
  };
}

export function reduce(state: FormState, action: FormAction): FormState {
  const withValues = (part: Partial<RequestValues>): FormState => ({ ...state, values: { ...state.values, ...part } });
  switch (action.kind) {
    case 'choose-target': {
      const server = action.server ?? state.values.server;
      return {
        ...withValues({ server, serverVariables: variablesOf(state.variables, server) }),
        target: action.target,
      };
    }
    case 'set-server-variable': {
      const { server } = state.values;
      const { name, value } = action;
      const others = state.variables.filter((one) => one.server !== server || one.name !== name);
      const variables = [...others, { server, name, value }];
      return { ...withValues({ serverVariables: variablesOf(variables, server) }), variables };
    }
    case 'set-parameter': {
      const { in: place, name, value } = action;
      const isIt = (one: { in: ParameterIn; name: string }): boolean => one.in === place && one.name === name;
      const { parameters } = state.values;
      if (value === undefined) return withValues({ parameters: parameters.filter((one) => !isIt(one)) });
      const filled = { in: place, name, value };
      if (!parameters.some(isIt)) return withValues({ parameters: [...parameters, filled] });
      return withValues({ parameters: parameters.map((one) => (isIt(one) ? filled : one)) });
    }
    case 'choose-security':
      return withValues({ security: action.security });
    case 'choose-body':
      return chooseBody(state, action.choice);
    case 'edit-body':
      return editBody(state, action.text, action.files);
    case 'attempt':
      return { ...state, attempted: action.attempted };
    case 'set-time-limit':
      return { ...state, timeLimit: action.seconds };
  }
}

function variablesOf(variables: FormState['variables'], server: number): RequestValues['serverVariables'] {
  return variables.filter((one) => one.server === server).map(({ name, value }) => ({ name, value }));
}

function chooseBody(state: FormState, choice: BodyChoice): FormState {
  const { body: _, ...rest } = state.values;
  const body = chosenBody(state, choice);
  return { ...state, choice, values: body ? { ...rest, body } : rest };
}

function chosenBody(state: FormState, choice: BodyChoice): BodyValue | undefined {
  if (choice.kind === 'none') return undefined;
  if (choice.kind === 'draft') return state.drafts.find(({ id }) => id === choice.id)?.body;
  const example = state.examples.find(({ name }) => name === choice.name);
  return example && bodyOf(example);
}

function editBody(state: FormState, text: string, files: readonly FileValue[] | undefined): FormState {
  const { choice, drafts } = state;
  const { body: before } = state.values;
  if (choice.kind === 'none' || !before || (before.text === text && files === undefined)) return state;
  const body: BodyValue = { ...before, text, ...(files ? { files } : {}) };
  const values = { ...state.values, body };
  if (choice.kind === 'draft') {
    return { ...state, values, drafts: drafts.map((draft) => (draft.id === choice.id ? { ...draft, body } : draft)) };
  }
  const id = drafts.length + 1;
  return { ...state, values, drafts: [...drafts, { id, from: choice.name, body }], choice: { kind: 'draft', id } };
}
