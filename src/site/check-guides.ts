import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Api } from '../model/api.ts';
import { requestExamples } from '../request/defaults.ts';
import { exampleBodies } from '../views/response-examples.ts';

/** An attribute of one of our components in a guide: `operation` of `<Sample operation="…"/>`. */
interface Named {
  readonly value: string;
  /** Offset of the value in the guide. */
  readonly offset: number;
}

/**
 * Checks that every operation and example that a guide names is in a description.
 *
 * @param root - the project; its guides are read from `docs/`
 * @returns an error per wrong name, at its place in the guide
 */
export async function checkGuides(root: string, apis: readonly Api[]): Promise<Diagnostic[]> {
  const docs = join(root, 'docs');
  if (!existsSync(docs)) return [];
  const files = (await readdir(docs, { recursive: true })).filter((name) => name.endsWith('.mdx')).sort();
  const found = await Promise.all(
    files.map(async (name) => {
      const path = relative(root, join(docs, name)).split(sep).join('/');
      return checkGuide(await readFile(join(docs, name), 'utf8'), path, apis);
    }),
  );
  return found.flat();
}

/** @param file - the guide's path in messages */
export function checkGuide(text: string, file: string, apis: readonly Api[]): Diagnostic[] {
  return components(text).flatMap(({ name, operation, example }) => {
    if (!operation) return [];
    const report = (code: string, at: Named, message: string, names: readonly string[]): Diagnostic => {
      const near = nearest(at.value, names);
      return {
        code,
        severity: 'error',
        message,
        ...placeOf(text, file, at),
        fix: near ? `Did you mean "${near}"?` : `Use one of ${names.join(', ')}.`,
      };
    };
    const keys = apis.flatMap((api) => api.operations.map((one) => one.key));
    const api = apis.find((one) => one.operations.some(({ key }) => key === operation.value));
    const target = api?.operations.find(({ key }) => key === operation.value);
    if (!api || !target) {
      const message = `<${name}> names the operation "${operation.value}", but no description has one of that name.`;
      return [report('operation-unknown', operation, message, keys)];
    }
    if (!example) return [];
    const bodies = name === 'ResponseExample' ? exampleBodies(api, target) : requestExamples(api, target);
    const names = [...new Set(bodies.map((one) => one.name))];
    if (names.includes(example.value)) return [];
    const message = `<${name}> names the example "${example.value}", but "${target.key}" has none of that name.`;
    return [report('example-unknown', example, message, names)];
  });
}

function components(text: string): { name: string; operation: Named | undefined; example: Named | undefined }[] {
  const tags = blankCode(text).matchAll(/<(Sample|TryIt|ResponseExample)\b([^>]*)>/g);
  return [...tags].map((match) => {
    const start = match.index + 1 + (match[1]?.length ?? 0);
    const attribute = (name: string): Named | undefined => {
      const value = new RegExp(`\\b${name}=(["'])(.*?)\\1`, 'd').exec(match[2] ?? '');
      const at = value?.indices?.[2]?.[0];
      return value?.[2] === undefined || at === undefined ? undefined : { value: value[2], offset: start + at };
    };
    return { name: match[1] ?? '', operation: attribute('operation'), example: attribute('example') };
  });
}

/** Code and comments with blanks in their place, so that offsets stay and what they show isn't taken for use. */
function blankCode(text: string): string {
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
  return text
    .replace(/^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\2[`~]*[ \t]*$/gm, blank)
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, blank)
    .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, blank);
}

function placeOf(text: string, file: string, { value, offset }: Named): Pick<Diagnostic, 'place' | 'source'> {
  const before = text.slice(0, offset).split('\n');
  const line = before.length;
  return {
    place: { file, line, column: (before.at(-1)?.length ?? 0) + 1, length: Math.max(1, value.length) },
    source: (text.split('\n')[line - 1] ?? '').replace(/\r$/, ''),
  };
}
