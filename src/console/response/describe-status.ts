import type { Response } from '../../model/operation.ts';

/**
 * What the description says of a status: its own entry, else that of its hundred, else `default`.
 *
 * @see OpenAPI 3.2, "Responses Object"
 */
export function describeStatus(responses: readonly Response[], status: number): Response | undefined {
  const code = String(status);
  const named = (name: string): Response | undefined => responses.find((response) => response.status === name);
  return named(code) ?? named(`${code.charAt(0)}XX`) ?? named('default');
}
