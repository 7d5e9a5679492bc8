import type { JsonNode } from '../../model/json-text.ts';
import type { Schema } from '../../model/schema-object.ts';
import { isJsonType } from '../../request/media-type-name.ts';
import { mergeSchema } from '../../schema/merge.ts';
import type { Answer, Call } from '../call.ts';
import { wantsStream } from '../choose.ts';
import { isValid } from '../is-valid.ts';
import { randomNumbers } from '../random.ts';
import { paced } from '../stream.ts';
import { cutTokens } from '../tokens.ts';
import { member, numberOf, stringsOf } from './json-values.ts';
import { simulatedReply } from './reply.ts';
import { type WrittenReply, writtenReply } from './written-reply.ts';

/** One of the answers to one prompt. */
export interface Choice {
  readonly index: number;
  /** Joined they are its text. */
  readonly tokens: readonly string[];
  /** How many of them were made, which leaves out the ones that `echo` repeats. */
  readonly made: number;
  /** Where the text begins, counted from the beginning of the prompt. */
  readonly offset: number;
  readonly finish: string;
}

/** What tells chat from plain completion. */
export interface CompletionKind {
  readonly object: string;
  readonly chunkObject: string;
  readonly idPrefix: string;
  /** The prompts of a request, each the question that is answered. */
  readonly questions: (body: JsonNode | undefined) => readonly string[];
  readonly promptTokens: (body: JsonNode | undefined) => number;
  readonly whole: (choice: Choice, call: Call) => object;
  /** The pieces of a choice as chunks have them. `finish` is null but for the last. */
  readonly chunks: (choice: Choice, call: Call) => readonly object[];
}

/** A thousand prompts with a hundred answers each would fill the memory of a page. */
const MOST_CHOICES = 2048;

/** Answers like an OpenAI model: an example's answer where its question is asked, else an honest simulated one. */
export function complete(kind: CompletionKind, call: Call, model: string): Pick<Answer, 'mediaType' | 'body'> {
  const { json, settings } = call;
  const questions = kind.questions(json);
  const written = questions.map((question) => writtenReply(call, question, (body) => kind.questions(body)[0] ?? ''));
  const count = Math.max(1, Math.min(numberOf(member(json, 'n')) ?? 1, Math.floor(MOST_CHOICES / questions.length)));
  const choices = questions.flatMap((question, prompt) =>
    Array.from({ length: count }, (_, at) => makeChoice(call, question, prompt * count + at, written[prompt])),
  );
  const created = Math.floor(settings.now() / 1000);
  const id = kind.idPrefix + randomId(`${created}${call.body}`, settings.seed);
  const known = written[0]?.exact ? written[0].usage : undefined;
  const prompt = known?.prompt ?? kind.promptTokens(json);
  const completion = known?.completion ?? choices.reduce((sum, choice) => sum + choice.made, 0);
  const usage = { completion_tokens: completion, prompt_tokens: prompt, total_tokens: prompt + completion };
  if (wantsStream(json)) {
    const head = { id, object: kind.chunkObject, created, model };
    const chunks = interleave(choices.map((choice) => kind.chunks(choice, call)));
    // A chunk without choices comes last where the reader asks what it cost.
    const cost = asksForUsage(json) ? [JSON.stringify({ ...head, choices: [], usage })] : [];
    const events = [...chunks.map((choice) => JSON.stringify({ ...head, choices: [choice] })), ...cost, '[DONE]'];
    return {
      mediaType: 'text/event-stream',
      body: paced(
        events.map((data) => `data: ${data}\n\n`),
        settings.seed,
      ),
    };
  }
  const whole = choices.map((choice) => kind.whole(choice, call));
  const write = (list: readonly object[]): string =>
    JSON.stringify({ id, object: kind.object, created, model, choices: list, usage });
  const body = write(whole);
  // The service says null where some descriptions of it don't allow that.
  return { body: isValid(call.api.schemas, answerSchema(call), body) ? body : write(whole.map(withoutNulls)) };
}

function asksForUsage(json: JsonNode | undefined): boolean {
  const asked = member(member(json, 'stream_options'), 'include_usage');
  return asked?.kind === 'boolean' && asked.value;
}

function answerSchema({ operation }: Call): Schema | undefined {
  return operation.responses.find(({ status }) => status === '200')?.content.find(({ name }) => isJsonType(name))
    ?.schema;
}

function withoutNulls(choice: object): object {
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== null));
}

function makeChoice(call: Call, prompt: string, index: number, written: WrittenReply | undefined): Choice {
  const { json } = call;
  const known = written?.choices[index % written.choices.length];
  const echo = member(json, 'echo');
  const echoed = echo?.kind === 'boolean' && echo.value ? cutTokens(prompt) : [];
  const made =
    known && written?.exact
      ? { tokens: cutTokens(known.text), finish: known.finish }
      : cut(call, known?.text ?? simulatedReply(prompt, index));
  return {
    index,
    tokens: [...echoed, ...made.tokens],
    made: made.tokens.length,
    offset: echoed.length > 0 ? 0 : prompt.length,
    finish: made.finish,
  };
}

/** Ends a text before the first stop sequence and after `max_tokens`. */
function cut(call: Call, text: string): { tokens: string[]; finish: string } {
  const { json } = call;
  const stops = stringsOf(member(json, 'stop')).filter(Boolean);
  const ends = stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0);
  const tokens = cutTokens(text.slice(0, Math.min(text.length, ...ends)));
  const limit = numberOf(member(json, 'max_tokens')) ?? defaultMaxTokens(call);
  return tokens.length > limit ? { tokens: tokens.slice(0, limit), finish: 'length' } : { tokens, finish: 'stop' };
}

function defaultMaxTokens({ api, operation }: Call): number {
  const schema = mergeSchema(api.schemas, operation.requestBody?.content[0]?.schema ?? true).schema;
  const property = schema.properties?.find(({ name }) => name === 'max_tokens')?.schema;
  return Number(mergeSchema(api.schemas, property ?? true).schema.default ?? Infinity) || Infinity;
}

/** The first chunk of each choice, then the second of each: `n` answers grow side by side. */
function interleave<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function randomId(text: string, seed: number): string {
  const random = randomNumbers(text, seed);
  return Array.from({ length: 29 }, () => LETTERS.charAt(Math.floor(random() * LETTERS.length))).join('');
}
