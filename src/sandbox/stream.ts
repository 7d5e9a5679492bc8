import type { JsonText } from '../model/json-text.ts';
import { parseJson, quoteJson } from '../model/json-text.ts';
import type { Example, MediaType } from '../model/media-type.ts';
import type { Schemas } from '../model/schema-object.ts';
import { plainText } from '../request/shape.ts';
import { itemsOf, itemText } from '../request/stream-items.ts';
import { mergeSchema } from '../schema/merge.ts';
import type { Call, Piece } from './call.ts';
import { isValid } from './is-valid.ts';
import { mediaEssence } from './media-range.ts';
import { randomNumbers } from './random.ts';
import { cutTokens } from './tokens.ts';

/** Built items are all alike: a few show what a stream is. */
const BUILT_ITEMS = 3;
const MOST_KINDS = 20;

/** Cuts an example of a sequential media type into its items, or builds some from the item's schema. */
export async function streamPieces(call: Call, media: MediaType, example: Example | undefined): Promise<Piece[]> {
  const type = mediaEssence(media.name);
  const text = writtenStream(type, media, example);
  const texts = text === undefined ? await itemTexts(call, media, example?.value) : splitItems(type, text);
  return paced(texts, call.settings.seed);
}

/** Whether each item of an example is what the item's schema allows; an end mark such as `[DONE]` is no item. */
export function hasValidItems(schemas: Schemas, media: MediaType, example: Example): boolean {
  const type = mediaEssence(media.name);
  if (media.itemSchema === undefined) return true;
  const written = writtenStream(type, media, example);
  const texts =
    written === undefined
      ? itemsOf(example.value ?? '').map((one) => itemText(type, one))
      : splitItems(type, written).filter((one) => !/^\s*(data: ?\[\w+\]|:.*)?\s*$/.test(one));
  return texts.every((one) => itemReadings(type, one).some((item) => isValid(schemas, media.itemSchema, item)));
}

/** What an item of a stream may stand for: of an event its fields, with data that may be JSON, or its data alone. */
function itemReadings(type: string, text: string): JsonText[] {
  if (type !== 'text/event-stream') return [text.replace(/^\u001e/, '')];
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line !== '' && !line.startsWith(':'));
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    fields.set(name, name === 'data' && fields.has(name) ? `${fields.get(name)}\n${value}` : value);
  }
  const data = fields.get('data') ?? '';
  const isJson = parseJson(data).kind !== 'problem';
  const event = (inner: JsonText): JsonText =>
    `{${[...fields].map(([name, value]) => `${quoteJson(name)}:${name === 'data' ? inner : quoteJson(value)}`).join()}}`;
  return [event(quoteJson(data)), ...(isJson ? [event(data), data] : [])];
}

/** Gives each text a pause such as a reader sees from a model: a wait for the first, then quick and uneven. */
export function paced(texts: readonly string[], seed: number): Piece[] {
  const random = randomNumbers(texts[0] ?? '', seed);
  return texts.map((text, index) => ({
    text,
    pause: Math.round(index === 0 ? 300 + 200 * random() : 15 + 45 * random()),
  }));
}

/** Sends pieces one by one, each when the reader asks for it and its time has come; an abort ends it at once. */
export function pacedStream(pieces: readonly Piece[], delay: number, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const canceled = new AbortController();
  const ended = AbortSignal.any([signal, canceled.signal]);
  let next = 0;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        signal.addEventListener('abort', () => controller.error(signal.reason), { once: true });
      },
      async pull(controller) {
        const piece = pieces[next];
        next += 1;
        if (!piece) return controller.close();
        await pause(piece.pause * delay, ended);
        if (!ended.aborted) controller.enqueue(encoder.encode(piece.text));
      },
      cancel() {
        canceled.abort();
      },
    },
    { highWaterMark: 0 },
  );
}

function pause(milliseconds: number, ended: AbortSignal): Promise<void> {
  if (milliseconds <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      ended.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    ended.addEventListener('abort', done);
  });
}

function splitItems(mediaType: string, text: string): string[] {
  const before = mediaType.endsWith('seq') ? /(?=\u001e)/ : undefined;
  const after = mediaType === 'text/event-stream' ? /(?<=\r\n\r\n|\n\n|\r\r)/ : /(?<=\n)/;
  return text.split(before ?? after).filter((item) => item !== '');
}

/** The text of an example that is written as it goes over the wire. One that has no events is what they say together. */
function writtenStream(type: string, { itemSchema }: MediaType, example: Example | undefined): string | undefined {
  const text = example?.text ?? (example?.value?.startsWith('"') ? plainText(example.value) : undefined);
  if (text === undefined || type !== 'text/event-stream' || /^(data|event|id|retry)?:/m.test(text)) return text;
  return itemSchema === undefined ? cutTokens(text).map(dataLines).join('') : undefined;
}

function dataLines(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `${lines.join('')}\n`;
}

async function itemTexts(call: Call, media: MediaType, value: JsonText | undefined): Promise<string[]> {
  const { schemas } = call.api;
  const { itemSchema } = media;
  const { buildExample } = await import('../schema/example.ts');
  const build = (schema: MediaType['schema']) => buildExample(schema ?? true, schemas, { direction: 'response' });
  const type = mediaEssence(media.name);
  if (value !== undefined || itemSchema === undefined) {
    return itemsOf(value ?? build(media.schema)).map((text) => itemText(type, text));
  }
  // One of each kind that a stream may hold says more than the same over and over.
  const { oneOf, anyOf } = mergeSchema(schemas, itemSchema).schema;
  const kinds = (oneOf ?? anyOf ?? []).slice(0, MOST_KINDS).map(build);
  const fitting = kinds.filter((item) => isValid(schemas, itemSchema, item));
  const items = fitting.length > 1 ? fitting : Array.from({ length: BUILT_ITEMS }, () => build(itemSchema));
  return items.map((text) => itemText(type, text));
}
