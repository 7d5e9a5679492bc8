import type { JsonNode } from '../../model/json-text.ts';
import { compactJson } from '../../model/json-text.ts';
import type { Answer, Call } from '../call.ts';
import { randomNumbers } from '../random.ts';
import { cutTokens } from '../tokens.ts';
import { itemsOf, member, stringOf } from './json-values.ts';

const SIZE = 1536;
/** How many places of the vector a token moves, and how much of the whole is the text's own noise. */
const PLACES_PER_TOKEN = 64;
const NOISE = 0.1;
const MOST_TOKENS = 1000;

/** One vector for each input, as floats or as base64 of little-endian 32-bit floats. */
export function embed(call: Call, model: string): Pick<Answer, 'mediaType' | 'body'> {
  const { json, body, settings } = call;
  const inputs = inputsOf(body, member(json, 'input'));
  const base64 = stringOf(member(json, 'encoding_format')) === 'base64';
  const data = inputs.map((tokens, index) => {
    const vector = embeddingVector(tokens, settings.seed);
    return { object: 'embedding', index, embedding: base64 ? base64Of(vector) : [...vector].map(shortFloat) };
  });
  const count = inputs.reduce((sum, tokens) => sum + tokens.length, 0);
  return {
    body: JSON.stringify({ object: 'list', data, model, usage: { prompt_tokens: count, total_tokens: count } }),
  };
}

/** A text, texts, one list of token numbers, or several: each input as its tokens. */
function inputsOf(body: string, input: JsonNode | undefined): string[][] {
  const texts = (nodes: readonly JsonNode[]) => nodes.map(({ start, end }) => compactJson(body.slice(start, end)));
  const items = itemsOf(input);
  if (items[0]?.kind === 'number') return [texts(items)];
  if (input?.kind !== 'array') return [cutTokens(stringOf(input) ?? '')];
  return items.map((item) => (item.kind === 'array' ? texts(item.items) : cutTokens(stringOf(item) ?? '')));
}

/**
 * A vector of length 1 that is the same for the same text. Each token pushes some places up or down, so texts
 * that share words point in similar directions, as real ones do.
 */
export function embeddingVector(tokens: readonly string[], seed: number): Float32Array {
  const sums = new Float64Array(SIZE);
  const noise = randomNumbers(tokens.join('\u0000'), seed);
  for (let at = 0; at < SIZE; at += 1) sums[at] = NOISE * (noise() - 0.5);
  for (const token of tokens.slice(0, MOST_TOKENS)) {
    const random = randomNumbers(token.trim().toLowerCase(), seed);
    for (let place = 0; place < PLACES_PER_TOKEN; place += 1) {
      const at = Math.floor(random() * SIZE);
      sums[at] = (sums[at] ?? 0) + random() - 0.5;
    }
  }
  const length = Math.hypot(...sums);
  return Float32Array.from(sums, (value) => value / length);
}

/** The shortest of the usual ways to write a 32-bit float that still reads back as the same one. */
function shortFloat(value: number): number {
  return Number(value.toPrecision(9));
}

function base64Of(vector: Float32Array): string {
  const view = new DataView(new ArrayBuffer(4 * vector.length));
  vector.forEach((value, at) => {
    view.setFloat32(4 * at, value, true);
  });
  return btoa(String.fromCharCode(...new Uint8Array(view.buffer)));
}
