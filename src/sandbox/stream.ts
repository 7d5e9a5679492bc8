import type { JsonNode, JsonText } from '../model/json-text.ts';
import { compactJson, jsonEntry, parseJson } from '../model/json-text.ts';
import type { Example, MediaType } from '../model/media-type.ts';
import { plainText } from '../request/shape.ts';
import type { Call, Piece } from './call.ts';
import { mediaEssence } from './media-range.ts';
import { randomNumbers } from './random.ts';

/** Built items are all alike: a few show what a stream is. */
const BUILT_ITEMS = 3;

/** Cuts an example of a sequential media type into its items, or builds some from the item's schema. */
export async function streamPieces(call: Call, media: MediaType, example: Example | undefined): Promise<Piece[]> {
  const text = example?.text ?? (await itemTexts(call, media, example?.value)).join('');
  return paced(splitItems(mediaEssence(media.name), text), call.settings.seed);
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

async function itemTexts(call: Call, media: MediaType, value: JsonText | undefined): Promise<string[]> {
  const { buildExample } = await import('../schema/example.ts');
  const build = (schema: MediaType['schema']) =>
    buildExample(schema ?? true, call.api.schemas, { direction: 'response' });
  const one = value ?? (media.itemSchema === undefined ? build(media.schema) : undefined);
  const texts = one === undefined ? Array.from({ length: BUILT_ITEMS }, () => build(media.itemSchema)) : membersOf(one);
  return texts.map((text) => itemText(mediaEssence(media.name), text));
}

/** The members of an array; a lone value is the only one. */
function membersOf(text: JsonText): JsonText[] {
  const node = parseJson(text);
  return node.kind === 'array' ? node.items.map(({ start, end }) => text.slice(start, end)) : [text];
}

/** One item as it goes over the wire. An event is an object with `data`, `event`, `id`; any other value is its data. */
function itemText(mediaType: string, item: JsonText): string {
  const compact = compactJson(item);
  if (mediaType !== 'text/event-stream') return `${mediaType.endsWith('seq') ? '\u001e' : ''}${compact}\n`;
  const node = parseJson(item);
  if (node.kind !== 'object' || !jsonEntry(node, 'data')) return `data: ${compact}\n\n`;
  const lines = node.entries.flatMap(({ key, value }) =>
    fieldText(item, value)
      .split(/\r\n|\r|\n/)
      .map((line) => `${key}: ${line}\n`),
  );
  return `${lines.join('')}\n`;
}

function fieldText(item: JsonText, { start, end }: JsonNode): string {
  return plainText(item.slice(start, end));
}
