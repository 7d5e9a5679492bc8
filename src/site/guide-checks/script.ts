import { parseSync } from 'vite';
import type { Span } from '../../openapi/source-file.ts';
import type { Tag, TagAttribute } from './markup.ts';

/** JavaScript of a guide: what it names and what it uses. Spans are offsets into the code. */
export interface Script {
  /** Every name it declares, in whatever scope. */
  readonly declared: ReadonlySet<string>;
  readonly used: readonly { readonly name: string; readonly span: Span }[];
  readonly tags: readonly Tag[];
  /** The modules it imports. */
  readonly imports: readonly { readonly from: string; readonly span: Span }[];
  /** Why it can't be read; the rest is empty then. */
  readonly fault?: { readonly message: string; readonly span: Span };
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const NOTHING: Script = { declared: new Set(), used: [], tags: [], imports: [] };

/** How code of each kind is made a module, with the offset at which it starts in there. */
const WRAPPERS = {
  module: { before: '', after: '' },
  expression: { before: '(', after: '\n)' },
  /** Of an attribute, which can't be empty. */
  value: { before: '(', after: '\n)' },
  spread: { before: '({', after: '\n})' },
} as const;

export type ScriptKind = keyof typeof WRAPPERS;

/** Reads the code of an expression in braces, of an attribute, of a spread, or of imports and exports. */
export function readScript(code: string, kind: ScriptKind): Script {
  const { before, after } = WRAPPERS[kind];
  if (kind === 'expression' && isComment(code)) return NOTHING;
  const { program, errors } = parseSync('guide.jsx', before + code + after, { lang: 'jsx', sourceType: 'module' });
  const [error] = errors;
  if (error) {
    const start = Math.max(0, Math.min((error.labels[0]?.start ?? 0) - before.length, code.length - 1));
    return { ...NOTHING, fault: { message: error.message, span: { start, end: start + 1 } } };
  }
  if (kind === 'spread' && countProperties(program as unknown as Node) !== 1) {
    return { ...NOTHING, fault: { message: 'More than one value', span: { start: 0, end: code.length } } };
  }
  const declared = new Set<string>();
  const used: { name: string; span: Span }[] = [];
  const tags: Tag[] = [];
  const imports: { from: string; span: Span }[] = [];
  const spanOf = (node: Node): Span => ({ start: node.start - before.length, end: node.end - before.length });
  const visit = (node: Node): void => {
    if (node.type === 'Identifier' && typeof node.name === 'string') used.push({ name: node.name, span: spanOf(node) });
    if (node.type === 'JSXOpeningElement') tags.push(readTag(node, spanOf));
    if (node.type === 'ImportDeclaration' && isNode(node.source) && typeof node.source.value === 'string') {
      const { start, end } = spanOf(node.source);
      imports.push({ from: node.source.value, span: { start: start + 1, end: end - 1 } });
    }
    for (const key of DECLARES.get(node.type) ?? []) for (const name of namesIn(node[key])) declared.add(name);
    const skipped = new Set(unread(node));
    for (const [key, value] of Object.entries(node)) {
      if (!skipped.has(key)) for (const child of [value].flat()) if (isNode(child)) visit(child);
    }
  };
  visit(program as unknown as Node);
  return { declared, used: used.filter(({ name }) => !declared.has(name)), tags, imports };
}

/** Of the object that a spread is wrapped in. */
function countProperties(node: Node): number {
  const inner = [node.body, node.expression, node.properties].flat().filter(isNode);
  const [first] = inner;
  return node.type === 'ObjectExpression' || !first ? inner.length : countProperties(first);
}

function isComment(code: string): boolean {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').trim() === '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** Where each kind of node gives names. */
const DECLARES: ReadonlyMap<string, readonly string[]> = new Map([
  ['VariableDeclarator', ['id']],
  ['FunctionDeclaration', ['id', 'params']],
  ['FunctionExpression', ['id', 'params']],
  ['ArrowFunctionExpression', ['params']],
  ['ClassDeclaration', ['id']],
  ['ClassExpression', ['id']],
  ['CatchClause', ['param']],
  ['ImportSpecifier', ['local']],
  ['ImportDefaultSpecifier', ['local']],
  ['ImportNamespaceSpecifier', ['local']],
]);

/** The names that a pattern binds; defaults in it may add some that it only uses, which does no harm. */
function namesIn(pattern: unknown): string[] {
  if (Array.isArray(pattern)) return pattern.flatMap(namesIn);
  if (!isNode(pattern)) return [];
  if (pattern.type === 'Identifier' && typeof pattern.name === 'string') return [pattern.name];
  if (pattern.type === 'AssignmentPattern') return namesIn(pattern.left);
  const skipped = new Set(unread(pattern));
  return Object.entries(pattern).flatMap(([key, value]) => (skipped.has(key) ? [] : namesIn(value)));
}

/** The parts of a node that hold names of properties, labels and the like, which stand for no variable. */
function unread(node: Node): string[] {
  switch (node.type) {
    case 'MemberExpression':
      return node.computed === true ? [] : ['property'];
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return node.computed === true ? [] : ['key'];
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return ['label'];
    case 'MetaProperty':
      return Object.keys(node);
    case 'ImportSpecifier':
      return ['imported'];
    case 'ExportSpecifier':
      return ['exported'];
    case 'UnaryExpression':
      // `typeof` may ask for a name that is nowhere.
      return node.operator === 'typeof' && isNode(node.argument) && node.argument.type === 'Identifier'
        ? ['argument']
        : [];
    case 'ExportNamedDeclaration':
      // With a source, its names are those of another module.
      return isNode(node.source) ? ['specifiers'] : [];
    case 'ExportAllDeclaration':
      return ['exported'];
    default:
      return [];
  }
}

function readTag(node: Node, spanOf: (node: Node) => Span): Tag {
  const attributes = [node.attributes].flat().filter(isNode);
  const name = isNode(node.name) ? node.name : node;
  return {
    name: jsxName(node.name),
    span: spanOf(name),
    isSpread: attributes.some(({ type }) => type === 'JSXSpreadAttribute'),
    attributes: attributes.flatMap((attribute): TagAttribute[] => {
      if (attribute.type !== 'JSXAttribute' || !isNode(attribute.name)) return [];
      const { value } = attribute;
      const base = { name: jsxName(attribute.name), span: spanOf(attribute.name) };
      if (!isNode(value)) return [{ ...base, kind: 'bare' }];
      const literal = value.type === 'JSXExpressionContainer' ? value.expression : value;
      if (!isNode(literal) || literal.type !== 'Literal' || typeof literal.value !== 'string') {
        return [{ ...base, kind: 'code' }];
      }
      const { start, end } = spanOf(literal);
      return [{ ...base, kind: 'text', value: literal.value, valueSpan: { start: start + 1, end: end - 1 } }];
    }),
  };
}

function jsxName(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'JSXMemberExpression') return `${jsxName(node.object)}.${jsxName(node.property)}`;
  if (node.type === 'JSXNamespacedName') return `${jsxName(node.namespace)}:${jsxName(node.name)}`;
  return typeof node.name === 'string' ? node.name : '';
}
