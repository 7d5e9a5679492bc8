import { diagnose } from '../report.ts';
import type { Check } from './check.ts';

/** An operation whose answer nobody describes leaves its reader alone. */
export const checkResponses: Check = ({ api, references }) =>
  api.operations.flatMap(({ method, path, responses, source }) => {
    const spot = references.at(source ?? '');
    if (responses.length > 0 || !spot) return [];
    return diagnose(spot, {
      code: 'response-missing',
      severity: 'warning',
      message: `${method} ${path} describes no response.`,
      fix: 'Add `responses:` with at least the status of success.',
    });
  });
