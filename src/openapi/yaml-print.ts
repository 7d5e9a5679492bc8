import { type JsonNode, quoteJson } from '../model/json-text.ts';

/** Words that YAML readers of other versions take for something else than a text. */
const OTHER = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
/** What needs no quotes, however it is read. */
const PLAIN = /^[A-Za-z](?:[\w ./()-]*[\w/)])?$/;

/** A tree as YAML 1.2 in block style, ending in a newline. Numbers stay as written; other texts are in double quotes. */
export function printYaml(root: JsonNode): string {
  const lines: string[] = [];
  write(root, '', '', lines);
  return `${lines.join('\n')}\n`;
}

/** @param lead - what the node's first line begins with: `key:`, `-` */
function write(node: JsonNode, indent: string, lead: string, lines: string[]): void {
  const put = (text: string): number => lines.push(`${indent}${lead}${lead ? ' ' : ''}${text}`);
  if (node.kind === 'object' && node.entries.length > 0) {
    const inner = lead === '' ? indent : `${indent}  `;
    if (lead !== '') lines.push(indent + lead);
    for (const { key, value } of node.entries) write(value, inner, `${scalar(key)}:`, lines);
  } else if (node.kind === 'array' && node.items.length > 0) {
    const inner = lead === '' ? indent : `${indent}  `;
    if (lead !== '') lines.push(indent + lead);
    for (const item of node.items) writeItem(item, inner, lines);
  } else if (node.kind === 'object') put('{}');
  else if (node.kind === 'array') put('[]');
  else if (node.kind === 'string') put(scalar(node.value));
  else if (node.kind === 'number') put(node.text);
  else put(node.kind === 'null' ? 'null' : String(node.value));
}

/** The first line of what an item holds stands beside its mark. */
function writeItem(node: JsonNode, indent: string, lines: string[]): void {
  const first = lines.length;
  write(node, `${indent}  `, '', lines);
  lines[first] = `${indent}- ${lines[first]?.slice(indent.length + 2)}`;
}

function scalar(text: string): string {
  return PLAIN.test(text) && !OTHER.test(text) ? text : quoteJson(text);
}
