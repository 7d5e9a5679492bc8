import { type JsonFault, type JsonNode, type JsonProblem, parseJson } from '../model/json-text.ts';
import type { Limits } from './limits.ts';
import { lineAt, type Source } from './source-file.ts';
import type { ParsedTree, TreeFault } from './tree-fault.ts';

const FAULTS: { readonly [fault in JsonFault]: { readonly message: string; readonly fix?: string } } = {
  empty: { message: 'The file is empty.', fix: 'Write the description, or remove the file.' },
  'value-expected': {
    message: 'A JSON value is expected here.',
    fix: 'Write a value, such as "text", 1, true or null.',
  },
  'key-expected': { message: 'A key in double quotes is expected here.', fix: 'Write the key in double quotes.' },
  'colon-expected': { message: 'A `:` is expected here, between the key and its value.', fix: 'Add the `:`.' },
  'comma-expected': { message: 'A `,` or the end of the list or object is expected here.', fix: 'Add the `,`.' },
  'trailing-comma': { message: 'This `,` has nothing after it.', fix: 'Remove the `,`.' },
  'string-unterminated': {
    message: 'The text that starts here has no closing quote on its line.',
    fix: 'Add the `"`.',
  },
  'string-control': {
    message: 'A control character stands inside a text.',
    fix: 'Write it as an escape, such as \\t.',
  },
  'string-escape': { message: 'This is no escape that JSON has.', fix: 'Write `\\\\` for a backslash.' },
  'number-malformed': { message: 'This is not how JSON writes a number.', fix: 'Write it like 12, -0.5 or 1e6.' },
  'after-end': { message: 'Something follows the end of the document.', fix: 'Remove what follows, or join it.' },
  'too-deep': { message: 'Objects and lists are nested deeper here than can be read.' },
};

const COMMENT = { message: 'JSON has no comments.', fix: 'Remove the comment, or write the file as YAML.' };

function describe(problem: JsonProblem, text: string, limits: Limits): TreeFault {
  const isComment = /^(?:\/[/*]|#)/.test(text.slice(problem.offset, problem.offset + 2));
  const { message, fix } = isComment ? COMMENT : FAULTS[problem.fault];
  const span = { start: problem.offset, end: problem.offset + 1 };
  if (problem.fault !== 'too-deep') {
    return { code: 'json-syntax', severity: 'error', message, span, ...(fix === undefined ? {} : { fix }) };
  }
  return deepFault(limits, span);
}

/** Shared with the YAML reader: the one limit on nesting. */
export function deepFault(limits: Limits, span: { readonly start: number; readonly end: number }): TreeFault {
  return {
    code: 'too-deep',
    severity: 'error',
    message: `Objects and lists are nested more than ${limits.depth} levels deep here.`,
    fix: 'Give the inner part a name of its own and refer to it.',
    span,
  };
}

/** Shared with the YAML reader. `first` is where the key stands already. */
export function duplicateFault(key: string, line: number, span: TreeFault['span']): TreeFault {
  return {
    code: 'duplicate-key',
    severity: 'error',
    message: `The key "${key}" stands twice in one object, first on line ${line}.`,
    fix: 'Remove one of them, or join their values.',
    span,
  };
}

function findDuplicates(source: Source, root: JsonNode): TreeFault[] {
  const faults: TreeFault[] = [];
  const stack: JsonNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === 'array') for (const item of node.items) stack.push(item);
    if (node.kind !== 'object') continue;
    for (const { value } of node.entries) {
      if (value.kind === 'object' || value.kind === 'array') stack.push(value);
    }
    if (new Set(node.entries.map(({ key }) => key)).size === node.entries.length) continue;
    const seen = new Map<string, number>();
    for (const { key, keySpan } of node.entries) {
      const first = seen.get(key);
      if (first === undefined) seen.set(key, keySpan.start);
      else faults.push(duplicateFault(key, lineAt(source, first), keySpan));
    }
  }
  return faults;
}

/** Reads JSON strictly. Only the first syntax fault is told; every repeated key is. */
export function parseJsonTree(source: Source, limits: Limits): ParsedTree {
  const root = parseJson(source.text, limits.depth);
  if (root.kind === 'problem') return { faults: [describe(root, source.text, limits)] };
  return { root, faults: findDuplicates(source, root) };
}
