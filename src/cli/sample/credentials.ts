import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import { type FilledRequest, fillCredentials } from '../../request/fill-credentials.ts';
import { isHeaderValue } from '../../request/header-text.ts';
import type { Credential, HttpRequest } from '../../request/http-request.ts';
import { placeCredentials } from '../../request/security.ts';
import { UsageError } from '../command.ts';

/**
 * The alternative of the operation's security that one key goes into: the first that it is enough for, else the
 * first that asks for any.
 *
 * @param note - told where the key isn't all that the operation asks for
 * @returns nothing where the operation asks for no credential
 */
export function chooseSecurity(api: Api, operation: Operation, note: (line: string) => void): number | undefined {
  const asked = operation.security.map((requirement) => {
    const { headers, query, cookies } = placeCredentials(api, requirement);
    return [...headers, ...query, ...cookies].flatMap((one) => ('credential' in one ? one.credential : []));
  });
  const single = asked.findIndex((credentials) => credentials.length === 1);
  if (single >= 0) return single;
  const several = asked.findIndex((credentials) => credentials.length > 1);
  if (several < 0) {
    note('The operation asks for no credential, so the key is not in the sample.');
    return undefined;
  }
  const variables = asked[several]?.map(({ variable }) => variable) ?? [];
  note(
    `The operation asks for ${variables.length} credentials, and the key went into each. Without --key, the sample reads ${variables.join(' and ')}.`,
  );
  return several;
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
