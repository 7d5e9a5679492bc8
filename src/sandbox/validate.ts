import type { Operation } from '../model/operation.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { validateJson } from '../schema/validate.ts';
import type { SchemaViolation } from '../schema/violation.ts';
import type { Call, Problem } from './call.ts';
import { inMediaRange } from './media-range.ts';
import { parameterValue } from './parameters.ts';
import { dottedPath, violationMessage } from './violation-message.ts';

/** Headers that OpenAPI describes elsewhere ("Parameter Object", `name`). */
const ELSEWHERE = new Set(['accept', 'content-type', 'authorization']);

/**
 * Checks the parameters and the body of a request against the description; the credentials come before
 * (`credentials.ts`). Bodies are checked where they are JSON.
 *
 * @returns the first thing that is wrong, or nothing
 */
export function checkRequest(call: Call): Problem | undefined {
  return checkParameters(call) ?? checkBody(call);
}

function checkParameters(call: Call): Problem | undefined {
  for (const parameter of call.operation.parameters) {
    const { name, content } = parameter;
    if (parameter.in === 'header' && ELSEWHERE.has(name.toLowerCase())) continue;
    if (parameter.allowEmptyValue && call.url.searchParams.get(name) === '') continue;
    const value = parameterValue(call, parameter);
    if (value === undefined) {
      if (!parameter.required) continue;
      return { status: 400, message: `The ${parameter.in} parameter '${name}' is required.`, param: name };
    }
    if (content && !isJsonType(content.name)) continue;
    const [violation] = validateJson(call.api.schemas, content?.schema ?? parameter.schema ?? true, value);
    if (!violation) continue;
    const param = dottedPath(violation.instancePath, name);
    return { status: 400, message: violationMessage(violation, param), param };
  }
  return undefined;
}

function checkBody(call: Call): Problem | undefined {
  const { operation, body, headers, json, api } = call;
  const { requestBody } = operation;
  if (!requestBody) return undefined;
  if (body === '') {
    return requestBody.required
      ? { status: 400, message: 'This operation needs a body, but none was sent.' }
      : undefined;
  }
  const sent = headers.get('Content-Type') ?? '';
  const mediaType = requestBody.content.find(({ name }) => inMediaRange(name, sent));
  if (!mediaType) {
    const known = requestBody.content.map(({ name }) => name);
    const found = sent ? `Content-Type ${sent} was sent` : 'no Content-Type was sent';
    return {
      status: 415,
      message: `Send the body as ${known.join(' or ')}; ${found}.`,
    };
  }
  if (!isJsonType(sent)) return undefined;
  const [violation] = validateJson(api.schemas, mediaType.schema ?? true, json ?? body, { direction: 'request' });
  return violation && bodyProblem(operation, violation);
}

/** 422 where the description has it, which tells broken JSON (400) from JSON that doesn't fit. */
function bodyProblem(operation: Operation, violation: SchemaViolation): Problem {
  const knows422 = operation.responses.some(({ status }) => status === '422');
  const path = dottedPath(violation.instancePath);
  const { name } = violation.values;
  const missing = violation.code === 'required' && typeof name === 'string';
  const param = missing ? `${path}${path && '.'}${name}` : path;
  return {
    status: knows422 && violation.code !== 'not-json' ? 422 : 400,
    message: violationMessage(violation, path),
    ...(param ? { param } : {}),
  };
}
