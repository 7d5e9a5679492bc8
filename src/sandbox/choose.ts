import type { JsonNode } from '../model/json-text.ts';
import { jsonEntry, parseJson } from '../model/json-text.ts';
import type { Example, MediaType } from '../model/media-type.ts';
import type { Response as DescribedResponse } from '../model/operation.ts';
import { isSequential } from '../model/slice.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { canonicalJson } from '../schema/canonical.ts';
import { answerBody } from './answer-body.ts';
import type { Answer, Call } from './call.ts';
import { describedHeaders } from './described-headers.ts';
import { errorAnswer } from './error-answer.ts';
import { isValid } from './is-valid.ts';
import { decodePercent } from './match.ts';
import { acceptedRanges, inMediaRange } from './media-range.ts';
import { hasValidItems } from './stream.ts';

/** @see Fetch standard, "null body status" */
const NO_BODY = new Set([204, 205, 304]);

/**
 * Answers a request that is fine with what the description shows: the status and example that `Prefer` asks
 * for (`code=404, example=NAME`), else success with the example that belongs to the body sent, else the first that
 * its own schema allows, else a value built from the schema.
 */
export async function chooseAnswer(call: Call): Promise<Answer> {
  const wanted = preferences(call.headers.get('Prefer') ?? '');
  const code = wanted.get('code')?.match(/^[2-5]\d\d$/)?.[0];
  const response = chooseResponse(call, code);
  if (!response) return { status: Number(code ?? 204), headers: [], body: '' };
  const status = statusOf(response, code);
  const media = chooseMedia(call, response.content);
  if (media === 'none-accepted') {
    const types = response.content.map(({ name }) => name).join(' or ');
    return errorAnswer(call.api, [call.operation], { status: 406, message: `The answer comes as ${types} only.` });
  }
  const headers = await describedHeaders(call.api, response);
  if (!media || NO_BODY.has(status)) return { status, headers, body: '' };
  const example = chooseExample(call, media, wanted.get('example'));
  return { status, headers, ...(await answerBody(call, media, example)) };
}

/** Reads a Prefer header: `code=404, example="a b"` (RFC 7240). */
export function preferences(header: string): Map<string, string> {
  const pairs = header.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s,;]+))/g);
  return new Map([...pairs].map(([, name = '', quoted, plain]) => [name.toLowerCase(), quoted ?? plain ?? '']));
}

/** What a class or the default stands for where no status is asked for. */
export function statusOf({ status }: DescribedResponse, code?: string): number {
  return Number(code ?? status.replace(/XX$/i, '00').replace(/^default$/i, '200'));
}

/** The first success, the default or whatever there is; with a code, its own response, its class or the default. */
export function chooseResponse({ operation }: Call, code?: string): DescribedResponse | undefined {
  // Informational answers come before the one that counts.
  const responses = operation.responses.filter(({ status }) => /^([2-5](\d\d|XX)|default)$/i.test(status));
  const find = (pattern: RegExp) => responses.find(({ status }) => pattern.test(status));
  const success = find(/^2\d\d$/) ?? find(/^2XX$/i) ?? find(/^default$/i) ?? responses[0];
  if (code === undefined) return success;
  return find(new RegExp(`^${code}$`)) ?? find(new RegExp(`^${code[0]}XX$`, 'i')) ?? find(/^default$/i);
}

/**
 * A stream when the body says `stream: true`; else what Accept likes best, where a plain answer comes before
 * a stream. An Accept that fits nothing is passed over, as most servers do, unless the description has a 406.
 */
function chooseMedia(call: Call, content: readonly MediaType[]): MediaType | 'none-accepted' | undefined {
  const streams = content.filter(isSequential);
  const plain = content.filter((media) => !isSequential(media));
  if (wantsStream(call.json) && streams[0]) return streams[0];
  const ordered = [...plain, ...streams];
  const ranges = acceptedRanges(call.headers.get('Accept') ?? '');
  for (const range of ranges) {
    const fitting = ordered.find(({ name }) => inMediaRange(range, name) || inMediaRange(name, range));
    if (fitting) return fitting;
  }
  const isTold = call.operation.responses.some(({ status }) => status === '406');
  return isTold && ranges.length > 0 && ordered.length > 0 ? 'none-accepted' : ordered[0];
}

export function wantsStream(json: JsonNode | undefined): boolean {
  const stream = json && jsonEntry(json, 'stream');
  return stream?.kind === 'boolean' && stream.value;
}

/** An example that is asked for by name is answered as it is written, whatever its schema says. */
function chooseExample(call: Call, media: MediaType, wanted: string | undefined): Example | undefined {
  const usable = media.examples.filter(({ value, text }) => value !== undefined || text !== undefined);
  if (wanted !== undefined) {
    const named = usable.find(({ name }) => name === wanted || name === decodePercent(wanted));
    if (named) return named;
  }
  const paired = pairedName(call);
  const first = usable.filter(({ name }) => name === paired);
  return [...first, ...usable].find((example) => isFine(call, media, example));
}

function isFine({ api }: Call, media: MediaType, example: Example): boolean {
  if (isSequential(media)) return hasValidItems(api.schemas, media, example);
  if (!isJsonType(media.name)) return true;
  return isValid(api.schemas, media.schema, example.text ?? example.value ?? '');
}

/**
 * The name of the request example that was sent, however it was laid out; the answer's example of the same
 * name belongs to it.
 *
 * @param free - members that make no other request: by default whether the answer is streamed
 */
export function pairedName({ operation, json }: Call, free: readonly string[] = ['stream']): string | undefined {
  if (!json) return undefined;
  const essence = (node: JsonNode) => canonicalJson(node.kind === 'object' ? without(node, free) : node);
  const sent = essence(json);
  const examples = operation.requestBody?.content.flatMap((media) => media.examples) ?? [];
  return examples.find(({ value }) => {
    const node = parseJson(value ?? '');
    return node.kind !== 'problem' && essence(node) === sent;
  })?.name;
}

function without(node: JsonNode & { kind: 'object' }, names: readonly string[]): JsonNode {
  return { ...node, entries: node.entries.filter(({ key }) => !names.includes(key)) };
}
