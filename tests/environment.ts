import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What programs that a test starts are told: without what Vitest says to our code, which Astro would take for its own,
 * and without what the terminal says of colours.
 */
export const ENVIRONMENT: { readonly [name: string]: string | undefined } = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:VITEST|TEST$|NODE_ENV$|MODE$|DEV$|PROD$|SSR$|BASE_URL$|FORCE_COLOR$|NO_COLOR$)/.test(name),
    ),
  ),
  // Node compiles the source once, not in each of many short runs.
  NODE_COMPILE_CACHE: join(tmpdir(), 'curlew-compile-cache'),
};
