import { join, resolve } from 'node:path';
import { visibleText } from '../diagnostics/visible-text.ts';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { findDescriptions, loadApi } from '../openapi/load.ts';
import { browserProblems } from '../request/browser-limits.ts';
import { buildRequest } from '../request/build.ts';
import { defaultValues, requestExamples } from '../request/defaults.ts';
import type { HttpRequest } from '../request/http-request.ts';
import type { RequestValues } from '../request/values.ts';
import { clients } from '../samples/clients.ts';
import { type Target, targets } from '../samples/targets.ts';
import { defineCommand, EXIT, type Surroundings, UsageError, type Values } from './command.ts';
import { tellFindings } from './findings.ts';
import { kindOf } from './project.ts';
import { readBody } from './sample/body.ts';
import { chooseSecurity, fillKey } from './sample/credentials.ts';
import { findOperation } from './sample/operation.ts';
import { readParameters } from './sample/parameters.ts';
import { problemText } from './sample/problem-text.ts';
import { readServer } from './sample/server.ts';
import { askForStream } from './sample/stream.ts';
import { suggest } from './suggest.ts';

const OPTIONS = {
  lang: {
    kind: 'choice',
    value: 'LANGUAGE',
    choices: targets.map(({ id }) => id),
    help: 'The language',
    required: true,
  },
  client: {
    kind: 'choice',
    value: 'LIBRARY',
    choices: [...new Set(clients.map(({ id }) => id))],
    help: 'Send with this library instead of plain HTTP',
  },
  server: { kind: 'text', value: 'URL', help: 'Where it sends to', default: "the description's first server" },
  key: { kind: 'text', value: 'KEY', help: 'Write this key into the sample', default: 'an environment variable' },
  param: {
    kind: 'list',
    value: 'NAME=VALUE',
    help: 'A parameter: a text as it is, anything else as JSON',
  },
  example: { kind: 'text', value: 'NAME', help: 'The example to start from', default: 'the first' },
  body: { kind: 'text', value: 'JSON|@FILE', help: 'The body, sent to the letter', default: "the example's" },
  stream: { kind: 'flag', help: 'Ask for the answer in pieces' },
} as const;

type Given = Values<typeof OPTIONS>;

export const sample = defineCommand({
  name: 'sample',
  summary: 'Print a request of an operation as code that is ready to run.',
  positionals: [
    { name: 'FILE', help: 'The description', required: true },
    { name: 'OPERATION', help: 'Its operationId, or "GET /path"', required: true },
  ],
  options: OPTIONS,
  examples: [
    'curlew sample pets.yaml listPets --lang shell',
    'curlew sample pets.yaml "GET /pets/{petId}" --lang python --param petId=7',
    'curlew sample pets.yaml searchPets --lang javascript --param \'tags=["cat","small"]\' --server http://127.0.0.1:4010',
    'curlew sample pets.yaml addPet --lang shell --body @pet.json --key "$PETS_API_KEY"',
  ],
  run: async ({ positionals: [file = '', name = ''], options }, surroundings) => {
    const api = await readApi(file, surroundings);
    if (!api) return EXIT.faultyFiles;
    const found = findOperation(api, name);
    const operation = options.server === undefined ? found : { ...found, servers: [readServer(options.server)] };
    const chosen = chooseValues(api, operation, options, surroundings);
    const streamed = options.stream ? askForStream(api.schemas, operation, chosen.body) : undefined;
    const { request, problems } = buildRequest(api, operation, streamed ? { ...chosen, body: streamed } : chosen);
    if (options.stream && !streamed && !request.stream) {
      throw new UsageError('The operation has no stream to ask for. Leave out --stream.');
    }
    const all = [...problems, ...(options.lang === 'javascript' ? browserProblems(request, '') : [])];
    const told = all.filter(({ code }) => code !== 'header-forbidden').map(problemText);
    if (told.length > 0) throw new UsageError([...new Set(told)].join('\n'));
    const sent = options.key === undefined ? request : fillKey(request, options.key);
    surroundings.print(printSample(options, sent, operation));
    return EXIT.fine;
  },
});

/** Nothing when the description has errors, which are told then. */
async function readApi(file: string, surroundings: Surroundings): Promise<Api | undefined> {
  const path = resolve(surroundings.folder, file);
  const found = findDescriptions(path);
  const [first] = found?.files ?? [];
  if (!found) throw new UsageError(`There is no file ${visibleText(file)}.`);
  if (kindOf(path) === 'folder' || first === undefined) {
    const hint = first === undefined ? '' : ` Name a description in it, such as ${visibleText(join(file, first))}.`;
    throw new UsageError(`${visibleText(file)} is a folder.${hint}`);
  }
  const { api, diagnostics } = await loadApi(first, { root: found.root });
  if (!api) tellFindings(diagnostics, surroundings);
  return api;
}

function chooseValues(api: Api, operation: Operation, options: Given, { folder }: Surroundings): RequestValues {
  const { example, key, param } = options;
  if (example !== undefined) checkExample(api, operation, example);
  const usual = defaultValues(api, operation, example);
  const given = readParameters(api, operation, param);
  const isGiven = (one: (typeof given)[number]): boolean =>
    given.some((other) => other.in === one.in && other.name === one.name);
  const body = options.body === undefined ? usual.body : readBody(operation, options.body, usual.body, folder);
  return {
    ...usual,
    parameters: [...usual.parameters.filter((one) => !isGiven(one)), ...given],
    ...(body ? { body } : {}),
    ...(key === undefined ? {} : { security: chooseSecurity(api, operation) }),
  };
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

function printSample({ lang, client }: Given, request: HttpRequest, operation: Operation): string {
  const target = targets.find(({ id }) => id === lang);
  if (!target) throw new Error(`No target ${lang}.`);
  return client === undefined ? target.print(request) : printClient(client, target, request, operation);
}

function printClient(id: string, target: Target, request: HttpRequest, operation: Operation): string {
  const variants = clients.filter((one) => one.id === id);
  const variant = variants.find((one) => one.target === target.id);
  if (!variant) {
    const all = variants.map((one) => one.target).join(' and ');
    throw new UsageError(`The library ${id} is there for ${all}, not for ${target.id}.`);
  }
  const code = variant.print(request, operation);
  if (code !== undefined) return code;
  throw new UsageError(`The library ${id} has no call that sends this request. Leave out --client.`);
}
