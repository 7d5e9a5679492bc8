import { diagnose } from '../report.ts';
import { child } from '../spot.ts';
import type { Check } from './check.ts';

/** An operation whose answer nobody describes leaves its reader alone. */
export const checkResponses: Check = ({ api, references }) =>
  api.operations.flatMap(({ method, path, responses, source }) => {
    const spot = references.at(source ?? '');
    if (!spot) return [];
    if (responses.length === 0) {
      return diagnose(spot, {
        code: 'response-missing',
        severity: 'warning',
        message: `${method} ${path} describes no response.`,
        fix: 'Add `responses:` with at least the status of success.',
      });
    }
    if (responses.some(({ status }) => /^[1-3]/.test(status) || status === 'default')) return [];
    return diagnose(child(spot, 'responses') ?? spot, {
      code: 'response-success-missing',
      severity: 'info',
      message: `${method} ${path} describes only responses of failure.`,
      fix: 'Add the response of success, such as "200".',
      onKey: true,
    });
  });
