import { diagnose } from '../report.ts';
import { child } from '../spot.ts';
import type { Check } from './check.ts';
import { everyOperation } from './operations.ts';

/** A body whose meaning HTTP leaves undefined, so that servers and proxies may drop it. RFC 9110, section 9.3. */
const WITHOUT_BODY = ['GET', 'HEAD', 'TRACE'];

export const checkRequestBodies: Check = ({ api, references, version }) =>
  everyOperation(api).flatMap(({ method, path, requestBody, source }) => {
    const operation = requestBody && WITHOUT_BODY.includes(method) ? references.at(source ?? '') : undefined;
    const spot = operation && child(operation, 'requestBody');
    if (!spot) return [];
    return diagnose(spot, {
      code: 'request-body-undefined',
      severity: 'info',
      message: `${method} ${path} has a body, which HTTP gives no meaning; browsers don't send it.`,
      fix:
        version === '2.0'
          ? 'Use parameters in the query, or another method.'
          : 'Use parameters, or another method such as POST or QUERY.',
      onKey: true,
    });
  });
