import { escapeToken } from '../../model/json-pointer.ts';
import type { JsonNode } from '../../model/json-text.ts';
import type { SourceFile } from '../source-file.ts';

function findTexts(root: JsonNode): Map<JsonNode, string> {
  const pointers = new Map<JsonNode, string>();
  const stack: { readonly node: JsonNode; readonly pointer: string }[] = [{ node: root, pointer: '' }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, pointer } = top;
    if (node.kind === 'string') pointers.set(node, pointer);
    if (node.kind === 'array') {
      for (const [at, item] of node.items.entries()) stack.push({ node: item, pointer: `${pointer}/${at}` });
    }
    if (node.kind !== 'object') continue;
    for (const { key, value } of node.entries) stack.push({ node: value, pointer: `${pointer}/${escapeToken(key)}` });
  }
  return pointers;
}

const known = new WeakMap<SourceFile, Map<JsonNode, string>>();

/** Where a text stands in its file. A search of the whole file, once, for a diagnostic. */
export function pointerOf(file: SourceFile, text: JsonNode): string | undefined {
  let pointers = known.get(file);
  if (!pointers) {
    pointers = findTexts(file.root);
    known.set(file, pointers);
  }
  return pointers.get(text);
}
