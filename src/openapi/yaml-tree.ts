import { Composer, Parser } from 'yaml';
import { deepFault } from './json-tree.ts';
import type { Limits } from './limits.ts';
import { lineAt, type Source } from './source-file.ts';
import type { ParsedTree, TreeFault } from './tree-fault.ts';
import { TreeBuilder } from './yaml-builder.ts';
import { withoutEchoes } from './yaml-fault.ts';
import { findTooDeep, locateError } from './yaml-tokens.ts';

/**
 * Reads YAML 1.2 with its core schema and merge keys; whatever `%YAML` or a tag asks for, nothing else is
 * built. Numbers and keys keep their spelling.
 *
 * @returns all syntax faults, one a line, so that a slip doesn't tell its echo as well
 */
export function parseYamlTree(source: Source, limits: Limits): ParsedTree {
  // A CR alone ends a line (YAML 1.2.2, section 5.4), which the parser doesn't know; offsets stay.
  const text = source.text.replace(/\r(?!\n)/g, '\n');
  const tokens = [...new Parser().parse(text)];
  for (const token of tokens) {
    const deep = token.type === 'document' ? findTooDeep(token, limits.depth) : undefined;
    if (deep !== undefined) return { faults: [deepFault(limits, { start: deep, end: deep + 1 })] };
  }
  const options = { schema: 'failsafe', merge: false, resolveKnownTags: false, uniqueKeys: false, prettyErrors: false };
  const composer = new Composer({ ...options, logLevel: 'silent' } as const);
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  const faults = oneEachLine(
    withoutEchoes(document?.errors ?? []).map((error) => locateError(error, tokens)),
    source,
  );
  if (second) {
    const start = second.contents?.range?.[0] ?? second.range[0];
    faults.push({
      code: 'yaml-syntax',
      severity: 'error',
      message: 'A second document starts here, after `---`.',
      fix: 'Keep one document a file.',
      span: { start, end: start + 1 },
    });
  }
  if (faults.length > 0) return { faults };
  if (!document?.contents) {
    const message = 'The file is empty.';
    const fix = 'Write the description, or remove the file.';
    return { faults: [{ code: 'yaml-syntax', severity: 'error', message, fix, span: { start: 0, end: 0 } }] };
  }
  const builder = new TreeBuilder(source, limits);
  const root = builder.build(document.contents, 0, { start: 0, end: 0 });
  return { root, faults: builder.faults };
}

function oneEachLine(faults: readonly TreeFault[], source: Source): TreeFault[] {
  const lines = new Set<number>();
  return faults.filter((fault) => {
    const line = lineAt(source, fault.span.start);
    return !lines.has(line) && lines.add(line);
  });
}
