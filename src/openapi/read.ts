import { readFileSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts';
import { parseJsonTree } from './json-tree.ts';
import type { Limits } from './limits.ts';
import { findLongPointer } from './long-pointer.ts';
import type { Witness } from './root-jail.ts';
import { locate, type Source, type SourceFile } from './source-file.ts';
import type { ParsedTree, TreeFault } from './tree-fault.ts';
import { parseYamlTree } from './yaml-tree.ts';

export interface ReadOptions {
  /** The project, a real path; file names in diagnostics are relative to it. */
  readonly root: string;
  readonly limits: Limits;
  readonly referencedFrom?: Place;
  readonly witness?: Witness | undefined;
}

export interface ReadResult {
  readonly file?: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

function fileFault(path: string, code: string, message: string, fix: string): Diagnostic {
  return { code, severity: 'error', message, place: { file: path, line: 1, column: 1, length: 1 }, fix };
}

/** By its byte order mark, or by the zero that each Latin character has beside it. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.length >= 2 && (first === 0) !== (second === 0);
}

/** What people have in the place of a description, by how it begins. */
const STRANGERS: readonly (readonly [start: RegExp, what: string, fix: string])[] = [
  [/^PK\x03\x04/, 'a ZIP archive', 'Unpack it, and name the description in it.'],
  [/^\x1f\x8b/, 'compressed by gzip', 'Unpack it, and name the description in it.'],
  [/^%PDF-/, 'a PDF', 'Name the description itself, in YAML or JSON.'],
  [/^\s*<(?:!doctype|html)\b/i, 'a page of HTML', 'Save the description itself, not the page that shows it.'],
  [/^\s*<\?xml\b/i, 'XML', 'Name the description itself, in YAML or JSON.'],
  [/\0/, 'no text, since it has a zero byte', 'Name the description itself, in YAML or JSON.'],
];

const LONGEST_START = 1000;

function strangerFault(path: string, bytes: Uint8Array): Diagnostic | undefined {
  const start = Buffer.from(bytes.subarray(0, LONGEST_START))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  const found = STRANGERS.find(([pattern]) => pattern.test(start));
  return found && fileFault(path, 'file-kind', `This is ${found[1]}, and no YAML or JSON.`, found[2]);
}

function decode(bytes: Uint8Array): string | undefined {
  if (isUtf16(bytes)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where the first byte stands that is no UTF-8: every line before it can be decoded. */
function findUndecodable(path: string, bytes: Uint8Array): Pick<Diagnostic, 'place' | 'source'> {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const text = bytes.subarray(start, end < 0 ? undefined : end);
    if (end >= 0 && decode(text) !== undefined) {
      start = end + 1;
      continue;
    }
    const shown = new TextDecoder('utf-8').decode(text);
    const column = shown.indexOf('\ufffd') + 1;
    return { place: { file: path, line, column: Math.max(column, 1), length: 1 }, source: shown.replace(/\r$/, '') };
  }
}

function toDiagnostic(source: Source, { span, ...fault }: TreeFault, referencedFrom?: Place): Diagnostic {
  return { ...fault, ...locate(source, span), ...(referencedFrom ? { referencedFrom } : {}) };
}

function parse(source: Source, limits: Limits): ParsedTree {
  const isJson = source.path.toLowerCase().endsWith('.json');
  if (!isJson && !/^\s*[{[]/.test(source.text)) return parseYamlTree(source, limits);
  const tree = parseJsonTree(source, limits);
  // JSON is YAML too, and reading it as JSON takes a tenth of the time; other YAML in braces isn't JSON.
  const otherYaml = !isJson && tree.faults.some(({ code }) => code === 'json-syntax');
  return otherYaml ? parseYamlTree(source, limits) : tree;
}

type Bytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'large'; readonly size: number }
  | { readonly kind: 'refused'; readonly code: string };

function readBytes(path: string, most: number): Bytes {
  try {
    const { size } = statSync(path);
    return size > most ? { kind: 'large', size } : { kind: 'bytes', bytes: readFileSync(path) };
  } catch (error) {
    return { kind: 'refused', code: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' };
  }
}

/**
 * Reads an author's file as text.
 *
 * @param path - where it lies
 * @param name - as messages call it
 * @param inspect - looks at the bytes before they are taken for text, and may refuse them
 */
export function readText(
  path: string,
  name: string,
  limits: Pick<Limits, 'bytes'>,
  inspect?: (bytes: Uint8Array) => Diagnostic | undefined,
): { readonly text: string } | { readonly fault: Diagnostic } {
  const read = readBytes(path, limits.bytes);
  if (read.kind === 'refused') {
    const fix = 'Let this account read the file, or remove it.';
    return { fault: fileFault(name, 'file-unreadable', `The file can't be read: the system says ${read.code}.`, fix) };
  }
  if (read.kind === 'large') {
    const message = `The file has ${read.size} bytes, more than the ${limits.bytes} that are read.`;
    return { fault: fileFault(name, 'file-too-large', message, 'Split it into files that refer to each other.') };
  }
  const { bytes } = read;
  const refused = inspect?.(bytes);
  if (refused) return { fault: refused };
  const text = decode(bytes);
  if (text !== undefined) return { text };
  const isWide = isUtf16(bytes);
  const message = isWide ? 'The file is in UTF-16, and only UTF-8 is read.' : 'The file is not in UTF-8 here.';
  const fault = fileFault(name, 'file-encoding', message, 'Save it as UTF-8.');
  return { fault: isWide ? fault : { ...fault, ...findUndecodable(name, bytes) } };
}

/**
 * Reads one file of a description: `.json` as JSON, anything else as YAML 1.2.
 *
 * @param path - a real path inside the root
 * @returns no file when it can't be read at all; a tree with an error in it is still given, so that the
 *   other errors can be found too
 */
export function readSourceFile(path: string, { root, limits, referencedFrom, witness }: ReadOptions): ReadResult {
  const name = relative(root, path).split(sep).join('/');
  const read = readText(path, name, limits, (bytes) => {
    witness?.read(path, bytes);
    return isUtf16(bytes) ? undefined : strangerFault(name, bytes);
  });
  if ('fault' in read) return { diagnostics: [{ ...read.fault, ...(referencedFrom ? { referencedFrom } : {}) }] };
  const source: Source = { path: name, text: read.text };
  const { root: tree, faults } = parse(source, limits);
  const long = tree && findLongPointer(tree, limits);
  const diagnostics = [...faults, ...(long ? [long] : [])].map((fault) => toDiagnostic(source, fault, referencedFrom));
  if (!tree || long) return { diagnostics };
  return { file: { ...source, root: tree, ...(referencedFrom ? { referencedFrom } : {}) }, diagnostics };
}

/** Says why a file that was asked for can't be had. @param path - relative to the root */
export function unreadable(path: string, fault: string): Diagnostic {
  const name = path.split(sep).join('/');
  if (fault === 'missing') {
    const message = `There is no file ${name}.`;
    return { code: 'file-missing', severity: 'error', message, fix: 'Correct the name.' };
  }
  const message = `${name} lies outside the project.`;
  return { code: 'file-outside-root', severity: 'error', message, fix: 'Move it into the project.' };
}
