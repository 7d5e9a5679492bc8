import { languages, targets } from '../samples/targets.ts';
import { defineCommand, type Values } from './command.ts';

/** Short names, and libraries in the place of their language. Of a library in several the first is meant. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ...targets
    .toReversed()
    .map(({ language, library }) => [library.toLowerCase(), `--lang ${language} --client ${library}`] as const),
  ...Object.entries({
    bash: 'shell',
    sh: 'shell',
    py: 'python',
    js: 'javascript',
    node: 'javascript',
    nodejs: 'javascript',
    ts: 'typescript',
    golang: 'go',
    cs: 'csharp',
    'c#': 'csharp',
    rb: 'ruby',
    kt: 'kotlin',
    rs: 'rust',
    ps1: 'powershell',
  }).map(([name, language]) => [name, `--lang ${language}`] as const),
]);

const OPTIONS = {
  lang: {
    kind: 'choice',
    value: 'LANGUAGE',
    choices: languages.map(({ id }) => id),
    otherNames: OTHER_NAMES,
    help: 'The language',
    required: true,
  },
  client: {
    kind: 'choice',
    value: 'LIBRARY',
    choices: [...new Set(targets.map(({ library }) => library))],
    help: 'The library or tool to send with, where the language has several',
    default: "the language's first",
  },
  server: { kind: 'text', value: 'URL', help: 'Where it sends to', default: "the description's first server" },
  key: { kind: 'text', value: 'KEY', help: 'Write this key into the sample', default: 'an environment variable' },
  param: {
    kind: 'list',
    value: 'NAME=VALUE',
    help: 'A parameter: a text as it is, anything else as JSON',
  },
  example: { kind: 'text', value: 'NAME', help: 'The example to start from', default: 'the first' },
  body: {
    kind: 'text',
    value: 'JSON|@FILE',
    help: 'The body: JSON for forms too, `@` names a file',
    default: "the example's",
  },
  'content-type': {
    kind: 'text',
    value: 'TYPE',
    help: 'The media type of the body, where there are several',
    default: 'the first',
  },
  stream: { kind: 'flag', help: 'Ask for the answer in pieces' },
} as const;

export type SampleOptions = Values<typeof OPTIONS>;

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
  run: async ({ positionals: [file = '', operation = ''], options }, surroundings) => {
    const { printSample } = await import('./sample/print-sample.ts');
    return printSample({ file, operation, options }, surroundings);
  },
});
