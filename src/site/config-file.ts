import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, parseSync } from 'vite';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { locate, type Source, type Span } from '../openapi/source-file.ts';
import type { OptionPath } from './option-checks.ts';
import type { Project } from './project.ts';

/** The names Astro looks for, in its order. */
const NAMES = ['mjs', 'js', 'ts', 'mts', 'cjs', 'cts'].map((ending) => `astro.config.${ending}`);

export function isConfigName(name: string): boolean {
  return NAMES.includes(name);
}

export interface ConfigFile {
  readonly source: Source;
  readonly program: ESTree.Program;
}

/** Reads the project's `astro.config.mjs`, if it has one. What can't be read as JavaScript is told. */
export function readConfigFile({ root, only }: Project): { config?: ConfigFile; diagnostics: Diagnostic[] } {
  const name = NAMES.find((one) => existsSync(join(root, one)));
  if (name === undefined || only !== undefined) return { diagnostics: [] };
  const source: Source = { path: name, text: readFileSync(join(root, name), 'utf8') };
  const { program, errors } = parseSync(name, source.text);
  const diagnostics = errors.map(({ message, labels }): Diagnostic => {
    const { start, end } = labels[0] ?? { start: 0, end: 1 };
    const sentence = `This can't be read as JavaScript: ${message}.`;
    return {
      code: 'config-syntax',
      severity: 'error',
      message: sentence,
      ...locate(source, { start, end }),
      fix: 'Correct it.',
    };
  });
  return { config: { source, program }, diagnostics };
}

/**
 * Where an option stands in the file.
 *
 * @param path - in the options given to curlew, or in Astro's own config
 * @returns the place of the value, or of the key of a value that is wrong as a whole; of the nearest object
 *   around it that is written there, when it comes from elsewhere
 */
export function locateOption(
  { source, program }: ConfigFile,
  owner: 'curlew' | 'astro',
  path: OptionPath,
  mark: 'key' | 'value',
): { place: Place; source: string } {
  const start = owner === 'curlew' ? findOptions(program) : findConfig(program);
  return locate(source, start ? follow(program, start, path, mark) : { start: 0, end: 1 });
}

type Node = ESTree.Node;

function follow(program: ESTree.Program, start: Node, path: OptionPath, mark: 'key' | 'value'): Span {
  let node = resolved(program, start);
  let shown: Span = node.type === 'ObjectExpression' ? { start: node.start, end: node.start + 1 } : node;
  for (const [index, step] of path.entries()) {
    const found = stepInto(node, step);
    if (!found) return shown;
    node = resolved(program, found.value);
    shown = mark === 'key' && found.key && index === path.length - 1 ? found.key : found.value;
  }
  return shown;
}

function stepInto(node: Node, step: string | number): { key?: Node; value: Node } | undefined {
  if (node.type === 'ArrayExpression') {
    const value = typeof step === 'number' ? node.elements[step] : undefined;
    return value ? { value } : undefined;
  }
  if (node.type !== 'ObjectExpression') return undefined;
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.computed) continue;
    const { key, value } = property;
    const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
    if (name === step) return { key, value };
  }
  return undefined;
}

/** What a name of the file stands for, and what TypeScript wraps; names that go in circles stay. */
function resolved(program: ESTree.Program, node: Node, depth = 0): Node {
  if (depth > 10) return node;
  if (
    node.type === 'TSSatisfiesExpression' ||
    node.type === 'TSAsExpression' ||
    node.type === 'ParenthesizedExpression'
  ) {
    return resolved(program, node.expression, depth + 1);
  }
  if (node.type !== 'Identifier') return node;
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type === 'Identifier' && id.name === node.name && init) return resolved(program, init, depth + 1);
    }
  }
  return node;
}

/** The object that `export default` or `defineConfig` holds. */
function findConfig(program: ESTree.Program): Node | undefined {
  const exported = program.body.find((statement) => statement.type === 'ExportDefaultDeclaration');
  if (exported?.type !== 'ExportDefaultDeclaration') return undefined;
  const value = resolved(program, exported.declaration);
  return value.type === 'CallExpression' ? value.arguments[0] : value;
}

/** The options of the call of the integration, by whatever name it is imported. */
function findOptions(program: ESTree.Program): Node | undefined {
  const names = program.body.flatMap((statement) =>
    statement.type === 'ImportDeclaration' && /(?:^curlew|\/site\/integration\.ts)$/.test(statement.source.value)
      ? statement.specifiers.map(({ local }) => local.name)
      : [],
  );
  const config = findConfig(program);
  const list = config && stepInto(resolved(program, config), 'integrations');
  const integrations = list ? resolved(program, list.value) : undefined;
  if (integrations?.type !== 'ArrayExpression') return undefined;
  for (const element of integrations.elements) {
    const call = element ? resolved(program, element) : undefined;
    if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier') continue;
    if (names.includes(call.callee.name)) return call.arguments[0] ?? call;
  }
  return undefined;
}
