import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Server } from '../../model/server.ts';
import { UsageError } from '../command.ts';

/**
 * The server that `--server` names.
 *
 * @throws UsageError unless it is an address of http or https and nothing else
 */
export function readServer(text: string): Server {
  const url = URL.parse(text);
  const fits =
    url && /^https?:$/.test(url.protocol) && /^https?:\/\//i.test(text) && !/[?#@\\\s]/.test(text) && url.host !== '';
  if (fits) return { url: url.origin + url.pathname, variables: [] };
  throw new UsageError(
    `--server takes an address of http or https without credentials, query and fragment, such as https://api.example.com/v1, found "${visibleText(text)}".`,
  );
}
