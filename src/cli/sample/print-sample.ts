import { dirname } from 'node:path';
import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import { loadApi } from '../../openapi/load.ts';
import { buildRequest } from '../../request/build.ts';
import { defaultValues, requestExamples } from '../../request/defaults.ts';
import type { HttpRequest } from '../../request/http-request.ts';
import type { RequestValues } from '../../request/values.ts';
import { firstThatPrints } from '../../samples/static-samples.ts';
import { targets } from '../../samples/targets.ts';
import { EXIT, type Surroundings, UsageError } from '../command.ts';
import { tellFindings } from '../findings.ts';
import { findFile } from '../project.ts';
import type { SampleOptions } from '../sample.ts';
import { suggest } from '../suggest.ts';
import { readBody } from './body.ts';
import { chooseSecurity, fillKey } from './credentials.ts';
import { findOperation } from './operation.ts';
import { readParameters } from './parameters.ts';
import { problemText } from './problem-text.ts';
import { readServer } from './server.ts';
import { askForStream } from './stream.ts';

/**
 * Prints the sample that was asked for.
 *
 * @param asked.operation - as it was typed
 * @returns the exit code
 * @throws UsageError on what the operation doesn't have, and on what can't be sent
 */
export async function printSample(
  asked: { readonly file: string; readonly operation: string; readonly options: SampleOptions },
  surroundings: Surroundings,
): Promise<number> {
  const { file, options } = asked;
  const api = await readApi(file, surroundings);
  if (!api) return EXIT.faultyFiles;
  const found = findOperation(api, asked.operation);
  const operation = options.server === undefined ? found : { ...found, servers: [readServer(options.server)] };
  const request = makeRequest(api, operation, options, surroundings);
  const sent = options.key === undefined ? request : fillKey(request, options.key);
  surroundings.print(await sampleCode(options, sent, operation));
  return EXIT.fine;
}

function makeRequest(api: Api, operation: Operation, options: SampleOptions, surroundings: Surroundings): HttpRequest {
  const values = chooseValues(api, operation, options, surroundings);
  const streamed = options.stream ? askForStream(api.schemas, operation, values.body) : undefined;
  const { request, problems } = buildRequest(api, operation, streamed ? { ...values, body: streamed } : values);
  if (options.stream && !streamed && !request.stream) {
    throw new UsageError('The operation has no stream to ask for. Leave out --stream.');
  }
  const told = problems.map(problemText);
  if (told.length > 0) throw new UsageError([...new Set(told)].join('\n'));
  return request;
}

/** Nothing when the description has errors, which are told then. */
async function readApi(file: string, surroundings: Surroundings): Promise<Api | undefined> {
  const path = await findFile(file, surroundings.folder);
  const { api, diagnostics } = await loadApi(path, { root: dirname(path) });
  if (!api) tellFindings(diagnostics, surroundings);
  return api;
}

function chooseValues(
  api: Api,
  operation: Operation,
  options: SampleOptions,
  { folder, note }: Surroundings,
): RequestValues {
  const { example, key, param } = options;
  if (example !== undefined) checkExample(api, operation, example);
  const usual = defaultValues(api, operation, example ?? exampleOfType(api, operation, options['content-type']));
  const given = readParameters(api, operation, param);
  const isGiven = (one: (typeof given)[number]): boolean =>
    given.some((other) => other.in === one.in && other.name === one.name);
  const asked = options.body !== undefined || options['content-type'] !== undefined;
  const body = asked
    ? readBody(api, operation, { body: options.body, contentType: options['content-type'], usual: usual.body, folder })
    : usual.body;
  const security = key === undefined ? undefined : chooseSecurity(api, operation, note);
  return {
    ...usual,
    parameters: [...usual.parameters.filter((one) => !isGiven(one)), ...given],
    ...(body ? { body } : {}),
    ...(security === undefined ? {} : { security }),
  };
}

/** The first example in this media type. */
function exampleOfType(api: Api, operation: Operation, type: string | undefined): string | undefined {
  const examples = type === undefined ? [] : requestExamples(api, operation);
  return examples.find(({ mediaType }) => mediaType.toLowerCase() === type?.toLowerCase())?.name;
}

function checkExample(api: Api, operation: Operation, name: string): void {
  const ofParameters = operation.parameters.flatMap(({ examples, content }) => [
    ...examples,
    ...(content?.examples ?? []),
  ]);
  const names = new Set([...requestExamples(api, operation), ...ofParameters].map((one) => one.name));
  if (names.has(name)) return;
  throw new UsageError(`The operation has no example "${visibleText(name)}".${suggest(name, [...names], 'examples')}`);
}

async function sampleCode(
  { lang, client }: SampleOptions,
  request: HttpRequest,
  operation: Operation,
): Promise<string> {
  const known = targets.filter(({ language }) => language === lang);
  const asked =
    client === undefined
      ? known.filter(({ isClient }) => !isClient)
      : known.filter(({ library }) => library === client);
  if (asked.length === 0) {
    const others = targets.filter(({ library }) => library === client).map(({ language }) => language);
    throw new UsageError(`The library ${client} is there for ${others.join(' and ')}, not for ${lang}.`);
  }
  const found = await firstThatPrints(asked, request, operation);
  if (found) return found.code;
  throw new UsageError(
    client === undefined
      ? `${lang} has no way to send this request here. Choose another language.`
      : `The library ${client} has no call that sends this request. Leave out --client.`,
  );
}
