import type { JsonNode } from '../../model/json-text.ts';
import { parseJson } from '../../model/json-text.ts';
import type { Call } from '../call.ts';
import { pairedName } from '../choose.ts';
import { itemsOf, member, numberOf, stringOf } from './json-values.ts';

/** The official client libraries add the model to every body, though the path has it. */
const FREE = ['stream', 'model', 'user'];

/** What the description itself answers to a question. */
export interface WrittenReply {
  /** The whole request is the example's, so its answer holds as it is, cut where it is cut. */
  readonly exact: boolean;
  /** By index. */
  readonly choices: readonly { readonly text: string; readonly finish: string }[];
  /** As the example has it; left out in streams. */
  readonly usage?: { readonly prompt: number; readonly completion: number };
}

/**
 * Looks for the request example that asks the same, and the response example of that name.
 *
 * @param questionOf - the last message or the prompt of a request body
 */
export function writtenReply(
  call: Call,
  question: string,
  questionOf: (body: JsonNode) => string,
): WrittenReply | undefined {
  const { operation } = call;
  const paired = pairedName(call, FREE);
  const asked = operation.requestBody?.content
    .flatMap((media) => media.examples)
    .filter(({ name, value }) => {
      const body = parseJson(value ?? '');
      return name === paired || (body.kind !== 'problem' && questionOf(body).trim() === question.trim());
    });
  const name = paired ?? asked?.[0]?.name;
  const answers = operation.responses
    .find(({ status }) => status === '200')
    ?.content.flatMap((media) => media.examples);
  const answer = name === undefined ? undefined : answers?.find((example) => example.name === name);
  if (answer?.value === undefined && answer?.text === undefined) return undefined;

  const body = parseJson(answer.value ?? '');
  const bodies = body.kind === 'problem' ? streamedBodies(answer.text ?? '') : [body];
  const choices = mergeChoices(bodies);
  const usage = member(bodies[0], 'usage');
  if (choices.length === 0) return undefined;
  return {
    exact: name === paired,
    choices,
    ...(usage?.kind === 'object'
      ? {
          usage: {
            prompt: numberOf(member(usage, 'prompt_tokens')) ?? 0,
            completion: numberOf(member(usage, 'completion_tokens')) ?? 0,
          },
        }
      : {}),
  };
}

/** The JSON of each event; `[DONE]` is none. */
function streamedBodies(text: string): JsonNode[] {
  return [...text.matchAll(/^data: ?(.*)$/gm)].flatMap(([, data = '']) => {
    const node = parseJson(data);
    return node.kind === 'problem' ? [] : [node];
  });
}

/** Joins what whole bodies (`message.content`, `text`) or chunks (`delta.content`, `text`) say, choice by choice. */
function mergeChoices(bodies: readonly JsonNode[]): { text: string; finish: string }[] {
  const merged: { text: string; finish: string }[] = [];
  for (const choice of bodies.flatMap((body) => itemsOf(member(body, 'choices')))) {
    const index = numberOf(member(choice, 'index')) ?? 0;
    if (!Number.isInteger(index) || index < 0 || index > merged.length) continue;
    const part = member(choice, 'message') ?? member(choice, 'delta');
    const text = stringOf(member(part, 'content')) ?? stringOf(member(choice, 'text')) ?? '';
    const before = merged[index];
    const finish = stringOf(member(choice, 'finish_reason')) ?? before?.finish ?? 'stop';
    merged[index] = { text: (before?.text ?? '') + text, finish };
  }
  return merged;
}
