import { isMap, parseDocument } from 'yaml';
import type { Source } from './source-file.ts';

/** Whether the file is JSON, also one that is called otherwise: its author writes braces and quotes. */
export function isJsonFile({ path, text }: Pick<Source, 'path' | 'text'>): boolean {
  return path.toLowerCase().endsWith('.json') || /^\ufeff?\s*[{[]/.test(text);
}

/**
 * How to mend something, as it is written in JSON.
 *
 * @param fix - what stands in backquotes in it is YAML: `in: path`, `paths:`, `consumes: [text/plain]`
 */
export function fixInJson(fix: string): string {
  return fix.replace(/`([^`]*)`/g, (whole, yaml: string) => {
    const json = jsonOf(yaml);
    return json === undefined ? whole : `\`${json}\``;
  });
}

/** The members of a mapping without the braces around them; nothing for what is none. */
function jsonOf(yaml: string): string | undefined {
  if (/^[\w-]+:$/.test(yaml)) return JSON.stringify(yaml.slice(0, -1));
  const { errors, contents } = parseDocument(yaml);
  if (errors.length > 0 || !isMap(contents) || contents.flow) return undefined;
  return members(contents.toJSON());
}

function members(value: object): string {
  return Object.entries(value)
    .map(([key, child]) => `${JSON.stringify(key)}: ${print(child)}`)
    .join(', ');
}

function print(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(print).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${members(value)} }`;
  // What an author is to fill in.
  return value === '…' ? value : JSON.stringify(value);
}
