import type { Api } from '../../src/model/api.ts';
import { buildRequest } from '../../src/request/build.ts';
import { defaultValues, requestExamples } from '../../src/request/defaults.ts';
import type { HttpRequest } from '../../src/request/http-request.ts';
import { secretsOf } from '../../src/samples/dialect.ts';

export interface DescribedRequests {
  readonly requests: readonly HttpRequest[];
  /** What can't be sent as the description has it, and why. */
  readonly refused: readonly string[];
  /** A value for each credential, by its environment variable. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Every operation of a description with each example of its body and each alternative of its security, sent to a
 * recorder in place of the server.
 *
 * @param server - the recorder's address
 * @param first - the number of the first case there
 */
export function describedRequests(api: Api, server: string, first = 0): DescribedRequests {
  const requests: HttpRequest[] = [];
  const refused: string[] = [];
  const variables: Record<string, string> = {};
  const add = (name: string, built: ReturnType<typeof buildRequest>): void => {
    if (built.problems.length > 0) {
      refused.push(
        `${name}: ${built.problems.map(({ code, field }) => `${code} ${JSON.stringify(field)}`).join(', ')}`,
      );
      return;
    }
    const { pathname, search } = new URL(built.request.url);
    requests.push({ ...built.request, url: `${server}/case-${first + requests.length}${pathname}${search}` });
    for (const { variable, form } of secretsOf(built.request))
      variables[variable] = form === 'basic' ? 'user:pass' : 'secret';
  };
  for (const original of api.operations) {
    const operation = { ...original, servers: [{ url: server, variables: [] }] };
    const examples = requestExamples(api, operation).map(({ name }): string | undefined => name);
    for (const name of examples.length > 0 ? examples : [undefined]) {
      const values = defaultValues(api, operation, name);
      add(`${operation.key} ${name ?? ''}`, buildRequest(api, operation, values));
    }
    for (const security of operation.security.keys()) {
      if (security > 0)
        add(operation.key, buildRequest(api, operation, { ...defaultValues(api, operation), security }));
    }
  }
  return { requests, refused, variables };
}
