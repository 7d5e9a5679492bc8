import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Api } from '../../model/api.ts';
import { isToken } from '../../request/header-text.ts';
import { type ApiSettings, settingsOf } from '../api-settings.ts';
import { makeFolder } from '../make-folder.ts';
import type { OptionFault } from '../option-checks.ts';
import { SRC } from '../package-folder.ts';
import { relayOrigins } from './relay-origins.ts';

/** What a relay may send, by the origin of the API. */
export interface RelayAllowed {
  readonly [origin: string]: { readonly methods: readonly string[]; readonly headers: readonly string[] };
}

/** What whoever serves a site has to know of its relay. */
export interface RelayFacts {
  /** Where consoles ask for it: paths of the site's host, sorted. */
  readonly paths: readonly string[];
  readonly allowed: RelayAllowed;
}

/** @returns nothing where no API has a relay */
export function relayFacts(apis: readonly Api[], settings: ApiSettings, isLocal: boolean): RelayFacts | undefined {
  const relayed = apis.filter((api) => settingsOf(settings, api).relay !== undefined);
  if (relayed.length === 0) return undefined;
  const allowed = new Map<string, { methods: Set<string>; headers: Set<string> }>();
  for (const api of relayed) {
    for (const origin of relayOrigins(api, settingsOf(settings, api).connect, isLocal)) {
      const known = allowed.get(origin) ?? { methods: new Set(), headers: new Set() };
      allowed.set(origin, known);
      for (const { method } of api.operations) if (isToken(method)) known.methods.add(method);
      for (const name of headerNames(api)) known.headers.add(name);
    }
  }
  return {
    paths: [...new Set(relayed.map((api) => settingsOf(settings, api).relay ?? ''))].sort(),
    allowed: Object.fromEntries(
      [...allowed]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([origin, { methods, headers }]) => [
          origin,
          { methods: [...methods].sort(), headers: [...headers].sort() },
        ]),
    ),
  };
}

/** The headers that a request of the console can have, in lower case. */
function headerNames(api: Api): string[] {
  const described = api.operations.flatMap(({ parameters }) =>
    parameters.flatMap((parameter) => (parameter.in === 'header' ? parameter.name : [])),
  );
  const keys = api.securitySchemes.flatMap((scheme) =>
    scheme.kind === 'apiKey' ? (scheme.in === 'header' ? scheme.name : []) : 'authorization',
  );
  return ['accept', 'content-type', ...described, ...keys].filter(isToken).map((name) => name.toLowerCase());
}

/** APIs whose relay would ask no one. */
export function relaysWithoutServer(apis: readonly Api[], settings: ApiSettings, isLocal: boolean): OptionFault[] {
  return apis.flatMap((api): OptionFault[] => {
    const { relay, connect } = settingsOf(settings, api);
    if (relay === undefined || relayOrigins(api, connect, isLocal).length > 0) return [];
    const message = `The option "apis" of curlew gives "${api.id}" a relay, but its description has no server that one could ask.`;
    const fix =
      'Give it a server with an https address; confirm one whose host is a variable with the option "connect".';
    return [{ code: 'option-wrong', path: ['apis', api.edition?.api ?? api.id, 'relay'], message, fix }];
  });
}

const PLACE = 'const ALLOWED = {};';

/**
 * Writes the file of a relay.
 *
 * @param folder - of the site
 * @param file - absolute; left out: `dist.relay.mjs` beside `dist`, where no reader finds it
 * @returns where it was written
 */
export async function writeRelay(
  folder: string,
  facts: RelayFacts,
  file = `${resolve(folder)}.relay.mjs`,
): Promise<string> {
  makeFolder(dirname(file));
  await writeFile(file, relayFile(facts));
  return file;
}

/** The file that the site's owner deploys: the sample with its list filled in. */
export function relayFile({ allowed, paths }: RelayFacts): string {
  const sample = readFileSync(join(SRC, 'site/relay/relay.mjs'), 'utf8');
  if (!sample.includes(PLACE)) throw new Error('The sample of the relay has no place for its list.');
  // Origins and tokens, and as JSON: nothing of a description becomes code.
  const list = JSON.stringify(allowed, null, 2).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const head = `// The relay of this site, written by curlew with every build, for ${paths.join(', ')}. It passes requests of the\n// site's own pages on to the origins below, and to no other. How to deploy it: "Deploy" in Curlew's README.\n\n`;
  return head + sample.replace(PLACE, () => `const ALLOWED = ${list};`);
}
