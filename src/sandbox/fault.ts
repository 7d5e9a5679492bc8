import type { ParameterIn } from '../model/parameter.ts';
import { pointerStep, type SchemaViolation } from '../schema/violation.ts';
import type { Fault } from './call.ts';
import { dottedPath, violationMessage } from './violation-message.ts';

/**
 * What a violation of a schema is to the one who sent the request.
 *
 * @param name - of the parameter; empty for the body
 */
export function violationFault(violation: SchemaViolation, place: ParameterIn | 'body', name = ''): Fault {
  const { code, instancePath, values } = violation;
  const path = dottedPath(instancePath, name);
  const root = name === '' ? '' : pointerStep(name);
  // What is missing has no place of its own yet: it is meant, not what lacks it.
  const missing = code === 'required' && typeof values.name === 'string' ? values.name : undefined;
  return {
    place,
    pointer: `${root}${instancePath}${missing === undefined ? '' : pointerStep(missing)}`,
    param: missing === undefined ? path : dottedPath(pointerStep(missing), path),
    code,
    message: violationMessage(violation, path),
  };
}

/** A body that isn't what its media type says. */
export function unreadable(message: string): Fault {
  return { place: 'body', pointer: '', param: '', code: 'not-readable', message };
}
