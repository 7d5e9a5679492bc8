import { type JsonEntry, parseJson } from '../model/json-text.ts';
import type { Operation } from '../model/operation.ts';
import type { Credential, HttpRequest } from '../request/http-request.ts';

/** What a request says to the official OpenAI libraries' Azure client. */
export interface AzureCall {
  readonly method: 'chat' | 'completions' | 'embeddings';
  readonly endpoint: string;
  readonly deployment: string;
  readonly apiVersion: string;
  readonly credential: Credential;
  /** The fields of the body, without `model`: the deployment takes its place. */
  readonly fields: readonly JsonEntry[];
}

const PATH =
  /^(https?:\/\/[^/?#]+(?:\/[^?#]*)?)\/openai\/deployments\/([^/?#]+)\/(chat\/completions|completions|embeddings)(?:\?([^#]*))?$/;

/**
 * Reads a request as a call of the Azure client, which wants an endpoint, a deployment and an API version.
 *
 * @param operation - gives the API version where the request leaves it out
 * @returns nothing when the client has no method for this request, or couldn't send it as it is
 */
export function azureCall(request: HttpRequest, operation: Operation): AzureCall | undefined {
  const match = PATH.exec(request.url);
  const [, endpoint, deployment, path, query] = match ?? [];
  const secrets = request.headers.flatMap((header) => ('credential' in header ? [header.credential] : []));
  const [credential] = secrets;
  const body = request.body && parseJson(request.body.text);
  if (request.method !== 'POST' || !endpoint || !deployment || !credential || body?.kind !== 'object') return undefined;
  const names = body.entries.map((entry) => entry.key);
  if (new Set(names).size !== names.length) return undefined;
  const declared = operation.parameters.find((one) => one.in === 'query' && one.name === 'api-version')?.schema;
  const usual = typeof declared === 'object' && declared.default ? parseJson(declared.default) : undefined;
  return {
    method: path === 'chat/completions' ? 'chat' : path === 'completions' ? 'completions' : 'embeddings',
    endpoint,
    deployment: decodeURIComponent(deployment),
    apiVersion:
      new URLSearchParams(query).get('api-version') ?? (usual?.kind === 'string' ? usual.value : '2023-05-15'),
    credential,
    fields: body.entries.filter((entry) => entry.key !== 'model'),
  };
}

/** How many choices the call asks for. */
export function choicesOf(call: AzureCall): number {
  const n = call.fields.find((field) => field.key === 'n')?.value;
  return n?.kind === 'number' ? Number(n.text) : 1;
}

/** Whether embeddings of several texts are asked for at once. */
export function isBatch(call: AzureCall): boolean {
  return call.fields.some((field) => field.key === 'input' && field.value.kind === 'array');
}
