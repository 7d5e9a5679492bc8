import { isIgnoredHeader } from '../model/ignored-header.ts';
import type { Operation } from '../model/operation.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { validateJson } from '../schema/validate.ts';
import { pointerStep } from '../schema/violation.ts';
import type { Call, Fault, Problem } from './call.ts';
import { pairedName } from './choose.ts';
import { violationFault } from './fault.ts';
import { isUnavoidable } from './is-valid.ts';
import { inMediaRange } from './media-range.ts';
import { isForm, parameterValue } from './parameters.ts';
import { readBody } from './read-body.ts';

/**
 * Checks the parameters and the body of a request against the description; the credentials come before
 * (`credentials.ts`). A body that is an example of the description is fine as it is: its author says so.
 *
 * @returns nothing for a request that is fine; all that is wrong at once otherwise, as far as a status goes
 */
export function checkRequest(call: Call): Problem | undefined {
  const parameters = parameterFaults(call);
  const unreadable = checkBodyType(call);
  if (unreadable && parameters.length === 0) return unreadable;
  const body = unreadable || call.body === '' || pairedName(call, []) ? [] : bodyFaults(call);
  const faults = [...parameters, ...body];
  const [first] = faults;
  if (!first) return undefined;
  return {
    status: statusFor(call.operation, first),
    message: first.message,
    ...(first.param ? { param: first.param } : {}),
    faults,
  };
}

function parameterFaults(call: Call): Fault[] {
  return call.operation.parameters.flatMap((parameter): Fault[] => {
    const { name, content, in: place } = parameter;
    if (place === 'header' && isIgnoredHeader(name)) return [];
    if (parameter.allowEmptyValue && call.url.searchParams.get(name) === '') return [];
    const value = parameterValue(call, parameter);
    if (value === undefined) {
      if (!parameter.required) return [];
      const message = `The ${place} parameter '${name}' is required.`;
      return [{ place, pointer: pointerStep(name), param: name, code: 'required', message }];
    }
    // What a server doesn't know of it "MUST be ignored", and the sandbox has preferences of its own. RFC 7240, section 2.
    if (place === 'header' && name.toLowerCase() === 'prefer') return [];
    if (content && !isJsonType(content.name) && !isForm(call.api.schemas, content)) return [];
    const violations = validateJson(call.api.schemas, content?.schema ?? parameter.schema ?? true, value);
    return violations.map((violation) => violationFault(violation, place, name));
  });
}

/**
 * A body must be there where it is required, of a media type that the operation takes, and not packed.
 *
 * @see RFC 9110, section 12.5.3, for the header that names the codings a server takes
 */
function checkBodyType({ operation: { requestBody, parameters }, body, headers }: Call): Problem | undefined {
  if (!requestBody) return undefined;
  if (body === '') {
    return requestBody.required
      ? { status: 400, message: 'This operation needs a body, but none was sent.' }
      : undefined;
  }
  const coding = codingOf(headers);
  const isDescribed = parameters.some(({ in: place, name }) => place === 'header' && /^content-encoding$/i.test(name));
  if (coding !== undefined && !isDescribed) {
    const message = `Send the body as it is: the sandbox doesn't unpack ${coding}.`;
    return { status: 415, message, headers: [['Accept-Encoding', 'identity']] };
  }
  const sent = headers.get('Content-Type') ?? '';
  if (requestBody.content.length === 0 || requestBody.content.some(({ name }) => inMediaRange(name, sent))) {
    return undefined;
  }
  const known = requestBody.content.map(({ name }) => name);
  const found = sent ? `Content-Type ${sent} was sent` : 'no Content-Type was sent';
  return { status: 415, message: `Send the body as ${known.join(' or ')}; ${found}.` };
}

/** How the body is packed, which leaves nothing to look at. */
function codingOf(headers: Headers): string | undefined {
  const coding = headers.get('Content-Encoding')?.trim() ?? '';
  return /^(?:identity)?$/i.test(coding) ? undefined : coding;
}

function bodyFaults(call: Call): Fault[] {
  if (codingOf(call.headers) !== undefined) return [];
  const sent = call.headers.get('Content-Type') ?? '';
  const media = call.operation.requestBody?.content.find(({ name }) => inMediaRange(name, sent));
  if (!media) return [];
  const { faults, value } = readBody(call, media, sent);
  if (faults.length > 0 || value === undefined) return [...faults];
  const { schemas } = call.api;
  const violations = validateJson(schemas, value.schema, value.text, { direction: 'request' });
  return violations
    .filter((violation) => !isUnavoidable(violation))
    .map((violation) => violationFault(violation, 'body'));
}

/** 422 where the description has it for what can be read but doesn't fit, and for all where it has no 400. */
function statusFor({ responses }: Operation, { place, code }: Fault): number {
  const has = (wanted: string): boolean => responses.some(({ status }) => status === wanted);
  if (!has('422')) return 400;
  return (place === 'body' && code !== 'not-json') || !has('400') ? 422 : 400;
}
