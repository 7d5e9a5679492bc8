import type { Api } from '../model/api.ts';
import type { CodeSample, Operation } from '../model/operation.ts';
import { exampleTitle } from '../request/example-title.ts';
import { LONGEST_IN_SAMPLE } from '../request/short-body.ts';
import type { Grammar } from '../samples/tokens.ts';
import { idStep } from '../schema/tree.ts';
import { ExampleRoom, type ShownCode } from './example-room.ts';
import { type BodyExample, bodyExamples } from './examples.ts';
import { slug } from './slugs.ts';

/** An example on an operation's page. */
export interface PageExample extends Omit<BodyExample, 'text' | 'isJson'> {
  /** Of an answer; requests have none. */
  readonly status?: string;
  readonly code?: ShownCode;
  /** Names the file that holds the whole of it: its place among the page's examples. */
  readonly number: number;
}

/** A sample that the author of the description wrote. */
export interface PageSample extends CodeSample {
  readonly code: ShownCode;
  readonly number: number;
}

/** What the panel of an operation's page holds, besides samples of its request. */
export interface PageExamples {
  readonly request: readonly PageExample[];
  readonly responses: readonly PageExample[];
  readonly samples: readonly PageSample[];
  /** Of the callbacks, by their operation. */
  readonly callbacks: ReadonlyMap<Operation, CallbackExamples>;
}

/** What the API sends by a callback, and what the reader's server may answer. */
export interface CallbackExamples {
  readonly request: readonly PageExample[];
  readonly responses: readonly PageExample[];
}

/**
 * Every example of an operation, bounded by the room of a page.
 *
 * @param sender - `api` for a webhook, whose request is a payload that the API sends
 */
export function pageExamples(
  api: Api,
  operation: Operation,
  sender: 'reader' | 'api' = 'reader',
  withColours = true,
): PageExamples {
  const room = new ExampleRoom(withColours);
  let count = 0;
  const next = (): number => {
    count += 1;
    return count;
  };
  const show = ({ text, isJson, ...example }: BodyExample, status?: string): PageExample => {
    return {
      ...example,
      number: next(),
      ...(status === undefined ? {} : { status }),
      ...(text === undefined ? {} : { code: room.take(text, isJson ? 'json' : undefined) }),
    };
  };
  const answers = (one: Operation): PageExample[] =>
    one.responses.flatMap(({ status, content }) =>
      bodyExamples(api, content, 'response').map((example) => show(example, status)),
    );
  const sent = bodyExamples(api, operation.requestBody?.content ?? [], sender === 'api' ? 'response' : 'never');
  return {
    request: sender === 'reader' && isInSample(sent) ? [] : sent.map((example) => show(example)),
    responses: answers(operation),
    samples: (operation.codeSamples ?? []).map((sample) => ({
      ...sample,
      number: next(),
      code: room.take(sample.source, grammarOf(sample.lang)),
    })),
    callbacks: new Map(
      calledBack(operation).map((one) => [
        one,
        {
          request: bodyExamples(api, one.requestBody?.content ?? [], 'response').map((example) => show(example)),
          responses: answers(one),
        },
      ]),
    ),
  };
}

/**
 * The ids of examples in one list: `response-examples.200.hello`. JSON is what most are, so it isn't said.
 *
 * @param id - of the list
 */
export function exampleIds(id: string, examples: readonly Omit<PageExample, 'code'>[]): string[] {
  const counts = new Map<string, number>();
  return examples.map(({ status, name, mediaTypes, isData = false }) => {
    const [type = ''] = mediaTypes;
    const steps = [status, name, /\bjson\b/i.test(type) ? undefined : slug(type), isData ? 'data' : undefined];
    const own = [id, ...steps.flatMap((step) => (step === undefined ? [] : idStep(step)))].join('.');
    const count = (counts.get(own) ?? 0) + 1;
    counts.set(own, count);
    return count === 1 ? own : `${own}=${count}`;
  });
}

function calledBack(operation: Operation): Operation[] {
  const direct = (operation.callbacks ?? []).flatMap((callback) => callback.operations);
  return direct.flatMap((one) => [one, ...calledBack(one)]);
}

/** A lone example of which nothing is said: the samples of the request show it. */
function isInSample(examples: readonly BodyExample[]): boolean {
  const [only] = examples;
  if (examples.length > 1 || !only) return examples.length === 0;
  const isShort = (only.text?.length ?? 0) <= LONGEST_IN_SAMPLE;
  const { description, externalUrl, missing } = only;
  return isShort && [exampleTitle(only), description, externalUrl, missing].every((words) => words === undefined);
}

const GRAMMARS: ReadonlyMap<string, Grammar> = new Map([
  ['curl', 'shell'],
  ['shell', 'shell'],
  ['bash', 'shell'],
  ['sh', 'shell'],
  ['python', 'python'],
  ['javascript', 'javascript'],
  ['js', 'javascript'],
  ['node', 'javascript'],
  ['node.js', 'javascript'],
  ['typescript', 'javascript'],
  ['json', 'json'],
  ['http', 'http'],
]);

function grammarOf(lang: string): Grammar | undefined {
  return GRAMMARS.get(lang.toLowerCase());
}

/** What a page shows only the beginning of. */
export function longExamples({ request, responses, samples, callbacks }: PageExamples): {
  number: number;
  text: string;
}[] {
  const called = [...callbacks.values()].flatMap((one) => [...one.request, ...one.responses]);
  return [...request, ...responses, ...samples, ...called].flatMap(({ number, code }) =>
    code?.whole === undefined ? [] : [{ number, text: code.whole }],
  );
}
