import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import { type FilledRequest, fillCredentials } from '../../request/fill-credentials.ts';
import { isHeaderValue } from '../../request/header-text.ts';
import type { Credential, HttpRequest } from '../../request/http-request.ts';
import { placeCredentials } from '../../request/security.ts';
import { UsageError } from '../command.ts';

/**
 * The alternative of the operation's security that one key is enough for, the first of them.
 *
 * @throws UsageError when there is none
 */
export function chooseSecurity(api: Api, operation: Operation): number {
  const asked = operation.security.map((requirement) => {
    const { headers, query, cookies } = placeCredentials(api, requirement);
    return [...headers, ...query, ...cookies].flatMap((one) => ('credential' in one ? one.credential : []));
  });
  const single = asked.findIndex((credentials) => credentials.length === 1);
  if (single >= 0) return single;
  const [several] = asked.filter((credentials) => credentials.length > 1);
  if (!several) throw new UsageError('The operation asks for no credential; leave out --key.');
  const variables = several.map(({ variable }) => variable).join(' and ');
  throw new UsageError(
    `The operation asks for ${several.length} credentials, more than --key can give. Leave it out, and set the environment variables ${variables} where the sample runs.`,
  );
}

/**
 * The request with the key in it, for a sample that somebody asked to have it in.
 *
 * @throws UsageError when the key can't go where the description wants it
 */
export function fillKey(request: HttpRequest, key: string): FilledRequest {
  const filled = fillCredentials(request, (credential) => checkKey(credential, key));
  const unfit = filled.headers.find(({ value }) => !isHeaderValue(value) || value !== value.trim());
  if (!unfit) return filled;
  throw new UsageError(
    `--key doesn't fit the header ${visibleText(unfit.name)}: a line break, a character outside Latin-1, or a space at an end.`,
  );
}

function checkKey({ form }: Credential, key: string): string {
  if (form === 'raw' || key.includes(':')) return key;
  throw new UsageError('--key takes user:password here, as the operation asks for HTTP basic authentication.');
}
