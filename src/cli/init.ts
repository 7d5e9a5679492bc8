import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { visibleText } from '../diagnostics/visible-text.ts';
import type { Api } from '../model/api.ts';
import { quoteShell } from '../samples/quote-shell.ts';
import { makeFolder } from '../site/make-folder.ts';
import { IS_SOURCE } from '../site/package-folder.ts';
import { namedSchemas } from '../views/urls.ts';
import { defineCommand, EXIT, type Surroundings, UsageError } from './command.ts';
import { tellFindings } from './findings.ts';
import { NEW_CONFIG, NEW_IGNORES } from './init/config.ts';
import { EXAMPLE_API } from './init/example-api.ts';
import { isPlainKey, newGuides } from './init/guides.ts';
import { TIDE_IMAGE, writingGuide } from './init/writing.ts';
import { findFile, kindOf } from './project.ts';

/** What a project starts with, by path. */
type Files = ReadonlyMap<string, string | Uint8Array>;

export const init = defineCommand({
  name: 'init',
  summary: 'Make a new project.',
  positionals: [{ name: 'DIR', help: 'Its folder (default: the current one)' }],
  options: {
    from: { kind: 'text', value: 'FILE', help: 'The description to begin with', default: 'an example' },
  },
  examples: ['curlew init', 'curlew init my-docs', 'curlew init my-docs --from pets.yaml'],
  run: async ({ positionals: [given = '.'], options }, surroundings) => {
    const root = resolve(surroundings.folder, given);
    if (kindOf(root) === 'file') throw new UsageError(`${visibleText(given)} is a file, not a folder.`);
    const described = options.from === undefined ? exampleFiles() : await copiedFiles(options.from, surroundings);
    if (!described) return EXIT.faultyFiles;
    const guides = newGuides(described.title, described.operation);
    const files: Files = new Map([
      ...described.files,
      ['docs/index.mdx', guides.index],
      ['docs/start.mdx', guides.start],
      ['docs/writing.mdx', writingGuide(described)],
      ['docs/tide.svg', TIDE_IMAGE],
      ['astro.config.mjs', NEW_CONFIG],
      ['.gitignore', NEW_IGNORES],
    ]);
    refuseToOverwrite(root, given);
    for (const [path, content] of files) {
      makeFolder(dirname(join(root, path)));
      writeFileSync(join(root, path), content, { flag: 'wx' });
    }
    tellNext([...files.keys()], relative(surroundings.folder, root), surroundings);
    return EXIT.fine;
  },
});

interface Described {
  readonly title: string;
  /** The key of an operation for the guides to show. */
  readonly operation: string | undefined;
  /** The name of a schema for them. */
  readonly schema: string | undefined;
  readonly files: Files;
}

function exampleFiles(): Described {
  const files = new Map([['openapi/harbour.yaml', EXAMPLE_API]]);
  return { title: 'Harbour API', operation: 'listHarbours', schema: 'Harbour', files };
}

/** The description with the files it refers to; nothing when it has errors, which are told then. */
async function copiedFiles(file: string, surroundings: Surroundings): Promise<Described | undefined> {
  const { loadApi } = await import('../openapi/load.ts');
  const path = await findFile(file, surroundings.folder);
  if (!/\.(?:ya?ml|json)$/i.test(path))
    throw new UsageError(`--from takes a file of YAML or JSON, found ${visibleText(file)}.`);
  const root = dirname(path);
  const { api, diagnostics, files } = await loadApi(path, { root });
  if (!api) {
    tellFindings(diagnostics, surroundings);
    return undefined;
  }
  return {
    title: 'Documentation',
    operation: shownOperation(api),
    schema: shownSchema(api),
    files: new Map(files.map((name) => [`openapi/${name}`, readFileSync(join(root, name))])),
  };
}

function shownOperation({ operations }: Api): string | undefined {
  return operations.find(({ key, deprecated }) => isPlainKey(key) && !deprecated)?.key;
}

/** One with fields. */
function shownSchema(api: Api): string | undefined {
  return namedSchemas(api).find(({ id, name }) => {
    const schema = api.schemas[id];
    return isPlainKey(name) && typeof schema === 'object' && schema.properties;
  })?.name;
}

/** Whatever a project has in these places is somebody's work. */
function refuseToOverwrite(root: string, given: string): void {
  if (kindOf(root) === 'nothing') return;
  const taken = readdirSync(root).filter((name) => {
    if (name === 'openapi' || name === 'docs') return kindOf(join(root, name)) === 'file' || !isEmpty(join(root, name));
    return name === '.gitignore' || /^astro\.config\./.test(name);
  });
  if (taken.length === 0) return;
  throw new UsageError(
    `${given === '.' ? 'This folder' : visibleText(given)} already has ${taken.sort().join(', ')}. Nothing was written.`,
  );
}

function isEmpty(folder: string): boolean {
  return readdirSync(folder).length === 0;
}

function tellNext(files: readonly string[], folder: string, { print }: Surroundings): void {
  print(`${files.length} files were made${folder === '' ? '' : ` in ${visibleText(folder)}`}:`);
  for (const file of files) print(`  ${visibleText(file)}`);
  print('\nNext:');
  for (const line of nextCalls(folder, IS_SOURCE)) print(`  ${line}`);
}

/**
 * What to call in a new project.
 *
 * @param folder - the project, from the current folder; empty where it is that one
 * @param isSource - npm has installed no package there: npx would ask the registry for one of our name
 */
export function nextCalls(folder: string, isSource: boolean): string[] {
  const shown = /^[\w./-]*$/.test(folder) ? folder : quoteShell(folder);
  const call = (name: string): string =>
    isSource ? `npm run -s curlew -- ${name.padEnd(5)} ${shown}` : `npx curlew ${name.padEnd(5)}`;
  return [
    ...(isSource || folder === '' ? [] : [`cd ${shown}`]),
    `${call('dev')}    the site while you write it`,
    `${call('check')}    what is wrong with it`,
    `${call('build')}    the site to put online, in dist/`,
  ];
}
