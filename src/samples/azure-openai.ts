import { type JsonEntry, type JsonNode, parseJson } from '../model/json-text.ts';
import type { Operation } from '../model/operation.ts';
import { ownExample } from '../request/given.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { plainText } from '../request/shape.ts';
import { isJson } from './dialect.ts';

/** What a request says to the official OpenAI libraries' Azure client. */
export interface AzureCall {
  readonly method: 'chat' | 'completions' | 'embeddings';
  readonly endpoint: string;
  readonly deployment: string;
  readonly apiVersion: string;
  /** The secret, in the environment or, where the request holds it itself, as it is. */
  readonly key: { readonly variable: string } | { readonly value: string };
  /** The fields of the body that are handed to the client, each name once. */
  readonly fields: readonly JsonEntry[];
}

/** A deployment that needs percent-encoding is left out: the Node library puts its name into the path as it is. */
const PATH =
  /^(https?:\/\/[^?#]+)\/openai\/deployments\/([^/?#%]+)\/(chat\/completions|completions|embeddings)(?:\?([^#]*))?$/;

/**
 * Reads a request as a call of the Azure client, which wants an endpoint, a deployment and an API version, and
 * sends an `api-key`, a query of the version alone and no other header.
 *
 * @param operation - gives the API version where the request leaves it out
 * @returns nothing when the client has no method for this request, or couldn't send it as it is
 */
export function azureCall(request: HttpRequest, operation: Operation): AzureCall | undefined {
  const [, endpoint, deployment, path, query] = PATH.exec(request.url) ?? [];
  const key = keyOf(request);
  const apiVersion = versionOf(query, operation);
  const body = request.body?.kind === 'text' && isJson(request.body) ? parseJson(request.body.text) : undefined;
  if (request.method !== 'POST' || !endpoint || !deployment || !key || !apiVersion) return undefined;
  if (body?.kind !== 'object' || new Set(body.entries.map(({ key }) => key)).size !== body.entries.length)
    return undefined;
  const method = path?.startsWith('chat') ? 'chat' : path === 'completions' ? path : 'embeddings';
  const fields = body.entries.filter((entry) => !isImplied(method, entry));
  return { method, endpoint, deployment, apiVersion, key, fields };
}

/** The one secret of the request, where it is what the client sends. */
function keyOf({ headers, queryCredentials = [] }: HttpRequest): AzureCall['key'] | undefined {
  const [header, ...others] = headers.filter(({ name }) => !/^(accept|content-type)$/i.test(name));
  if (!header || !/^api-key$/i.test(header.name) || others.length > 0 || queryCredentials.length > 0) return undefined;
  if ('value' in header) return header.value === '' ? undefined : { value: header.value };
  return header.prefix === '' ? { variable: header.credential.variable } : undefined;
}

/** The version in the query, else the one that the description shows or takes as given. */
function versionOf(query: string | undefined, operation: Operation): string | undefined {
  const sent = [...new URLSearchParams(query)];
  const [first] = sent;
  if (first) return sent.length === 1 && first[0] === 'api-version' ? first[1] : undefined;
  const parameter = operation.parameters.find((one) => one.in === 'query' && one.name === 'api-version');
  const schema = typeof parameter?.schema === 'object' ? parameter.schema : undefined;
  const usual = parameter && (ownExample(parameter) ?? schema?.default ?? schema?.enum?.[0]);
  return usual === undefined ? undefined : plainText(usual);
}

/** What the client sends of itself: the deployment as `model`, and vectors as base64, which it decodes unless asked to. */
function isImplied(method: AzureCall['method'], { key, value }: JsonEntry): boolean {
  if (key === 'model') return true;
  return method === 'embeddings' && key === 'encoding_format' && value.kind === 'string' && value.value === 'base64';
}

/**
 * Whether a number is the same after it was a double: the client serialises, so its spelling may change. A double keeps
 * 15 digits, but for the smallest, which no one sends.
 */
export function isDouble(text: string): boolean {
  const digits = text.replace(/e.*/i, '').replace(/^[-0.]+|\D/g, '');
  const size = Math.abs(Number(text));
  return (
    String(Number(text)) === text ||
    (digits.length <= 15 && (size === 0 ? digits === '' : size > 1e-290 && size < Infinity))
  );
}

function fieldValue({ fields }: AzureCall, name: string): JsonNode | undefined {
  return fields.find(({ key }) => key === name)?.value;
}

/** Whether the client hands out pieces as they arrive. */
export function isStreamed(call: AzureCall): boolean {
  const stream = fieldValue(call, 'stream');
  return call.method !== 'embeddings' && stream?.kind === 'boolean' && stream.value;
}

/** Whether a field holds several texts; a list of numbers is one text as tokens. */
export function isList(call: AzureCall, name: 'input' | 'prompt'): boolean {
  const value = fieldValue(call, name);
  return value?.kind === 'array' && value.items[0]?.kind !== 'number';
}

/** Whether more than one choice comes back: several for the prompt, or several prompts. */
export function hasChoices(call: AzureCall): boolean {
  const n = fieldValue(call, 'n');
  return (n?.kind === 'number' && Number(n.text) > 1) || (call.method === 'completions' && isList(call, 'prompt'));
}

/** The client's method, spelt alike in Python and JavaScript. */
export function methodName({ method }: AzureCall): string {
  return `client.${method === 'chat' ? 'chat.completions' : method}.create`;
}

/** What a sample calls the method's result. */
export function resultName(call: AzureCall): string {
  if (isStreamed(call)) return 'stream';
  return call.method === 'embeddings' ? 'response' : 'completion';
}

/** How a language shows the method's result. */
export interface Showing {
  readonly vectors: string;
  readonly vector: string;
  /** @param isNumbered - the pieces of several choices come, each with its number */
  readonly stream: (piece: string, isNumbered: boolean) => string;
  /** Each choice with its number and these parts of it. */
  readonly choices: (parts: string) => string;
  readonly choice: (part: string) => string;
}

/** What shows the method's result: each of several choices with its number, log probabilities where they were asked for. */
export function shown(call: AzureCall, show: Showing): string {
  if (call.method === 'embeddings') return isList(call, 'input') ? show.vectors : show.vector;
  const isChat = call.method === 'chat';
  const isMany = hasChoices(call);
  if (isStreamed(call)) return show.stream(isChat ? 'choice.delta.content' : 'choice.text', isMany);
  const asked = fieldValue(call, 'logprobs');
  const hasProbabilities = asked?.kind === 'number' || (asked?.kind === 'boolean' && asked.value);
  const parts = [isChat ? 'message.content' : 'text', ...(hasProbabilities ? ['logprobs'] : [])];
  return isMany
    ? show.choices(parts.map((part) => `choice.${part}`).join(', '))
    : parts.map((part) => show.choice(`completion.choices[0].${part}`)).join('\n');
}
