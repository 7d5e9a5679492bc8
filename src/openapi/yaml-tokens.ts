import type { CST, YAMLError } from 'yaml';
import type { TreeFault } from './tree-fault.ts';
import { describeYamlError } from './yaml-fault.ts';

/** Every token of a document with its nesting, by a stack of our own: the text may nest without end. */
function* walkTokens(document: CST.Document): Generator<{ token: CST.Token; depth: number }> {
  const stack: { token: CST.Token; depth: number }[] = [];
  const push = (token: CST.Token | null | undefined, depth: number): void => {
    if (token) stack.push({ token, depth });
  };
  push(document.value, 0);
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    yield top;
    for (const item of 'items' in top.token ? top.token.items : []) {
      push(item.key, top.depth + 1);
      push(item.value, top.depth + 1);
    }
  }
}

/**
 * Where the text nests deeper than `limit`. The parser keeps a stack of its own, but what follows it
 * recurses, so this comes between them.
 */
export function findTooDeep(document: CST.Document, limit: number): number | undefined {
  for (const { token, depth } of walkTokens(document)) if ('items' in token && depth > limit) return token.offset;
  return undefined;
}

/** The parser tells a missing quote where the text ends, which may be the end of the file. */
function findQuote(document: CST.Document, end: number): number | undefined {
  for (const { token } of walkTokens(document)) {
    if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar') continue;
    if (token.offset + token.source.length === end) return token.offset;
  }
  return undefined;
}

/** The fault of an error, at the opening quote where it is about a missing one. */
export function locateError(error: YAMLError, tokens: readonly CST.Token[]): TreeFault {
  const fault = describeYamlError(error);
  if (!error.message.startsWith('Missing closing')) return fault;
  for (const token of tokens) {
    const start = token.type === 'document' ? findQuote(token, error.pos[0]) : undefined;
    if (start !== undefined) return { ...fault, span: { start, end: start + 1 } };
  }
  return fault;
}
