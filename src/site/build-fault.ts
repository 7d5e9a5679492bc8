import { relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { locate, offsetAt, type Source } from '../openapi/source-file.ts';
import type { GuideSource } from './check-guides.ts';
import { type ConfigFile, locateOption } from './config-file.ts';
import type { OptionPath } from './option-checks.ts';
import { SRC } from './package-folder.ts';
import type { Run, SiteSources } from './run.ts';

/** What Astro, Vite and Rolldown say of an error, as far as they do. */
interface BuildError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly hint?: unknown;
  readonly id?: unknown;
  readonly loc?: { readonly file?: unknown; readonly line?: unknown; readonly column?: unknown };
  readonly errors?: unknown;
  readonly issues?: unknown;
}

/**
 * Finds the author's file behind an error that stopped the build: what only the build itself can find, such
 * as a package that isn't there or an expression that fails.
 *
 * @param config - the project's config, where it has one
 * @returns empty when the fault is ours
 */
export function projectFaults(error: unknown, run: Run, config: ConfigFile | undefined): Diagnostic[] {
  if (!isObject(error)) return [];
  const { sources, guide } = run;
  // Before the integration is asked for anything, only the config has run.
  if (!sources) return config ? configFaults(error, config) : [];
  const parts = Array.isArray(error.errors) && error.errors.length > 0 ? error.errors.filter(isObject) : [error];
  const found = parts.flatMap((part) => fileFault(part, sources));
  const written = sources.guides.find(({ file }) => guide !== undefined && file === resolve(sources.root, guide));
  // Astro's renderer of MDX says so of whatever is thrown in there.
  if (found.length > 0 || !written || !/MDX component/.test(String(error.hint))) return found;
  return [guideFault(written, error)];
}

function isObject(value: unknown): value is BuildError {
  return typeof value === 'object' && value !== null;
}

function configFaults(error: BuildError, config: ConfigFile): Diagnostic[] {
  const issues = error.name === 'ZodError' && Array.isArray(error.issues) ? error.issues.filter(isObject) : [];
  const report = (code: string, message: string, path: OptionPath): Diagnostic => {
    return { code, severity: 'error', message, ...locateOption(config, 'astro', path, 'value'), fix: 'Correct it.' };
  };
  if (issues.length > 0) {
    return issues.map((issue) => {
      const path = 'path' in issue && Array.isArray(issue.path) ? issue.path.filter(isStep) : [];
      return report('option-wrong', `Astro's option "${path.join('.')}" is wrong: ${firstLine(issue)}.`, path);
    });
  }
  const message = `The config fails when it is read: ${firstLine(error)}.`;
  const spot = quotedIn(config.source, error);
  return [{ ...report('config-failed', message, []), ...(spot === undefined ? {} : locate(config.source, spot)) }];
}

function isStep(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** An error that names a file of the project. */
function fileFault(error: BuildError, { root, guides }: SiteSources): Diagnostic[] {
  const sentence = firstLine(error);
  const from = sentence.indexOf(root);
  const named = from < 0 ? undefined : /^[^"'`]+/.exec(sentence.slice(from))?.[0];
  const path = [error.loc?.file, error.id, named].find((one) => typeof one === 'string' && one.startsWith(root));
  if (typeof path !== 'string') return [];
  const file = path.replace(/\?.*$/, '');
  const guide = guides.find((one) => one.file === file);
  const message = `The build can't go on with this file: ${sentence.replaceAll(root, '')}.`;
  const base = { code: 'build-failed', severity: 'error', message, fix: 'Correct it.' } as const;
  if (guide) return [{ ...base, ...placeIn(guide.source, error) }];
  if (file.startsWith(SRC) || file.includes(`${sep}node_modules${sep}`)) return [];
  const { line, column } = error.loc ?? {};
  const place = {
    file: relative(root, file).split(sep).join('/'),
    line: typeof line === 'number' ? line : 1,
    column: typeof column === 'number' ? column + 1 : 1,
    length: 1,
  };
  return [{ ...base, place }];
}

/** Lines of the compiled guide are not those of its text, so what the error quotes is looked for. */
function placeIn(source: Source, error: BuildError): ReturnType<typeof locate> {
  const quoted = quotedIn(source, error);
  if (quoted) return locate(source, quoted);
  const line = typeof error.loc?.line === 'number' ? error.loc.line : 1;
  const start = offsetAt(source, line, 1);
  return locate(source, { start, end: start + 1 });
}

function quotedIn({ text }: Source, error: BuildError): { start: number; end: number } | undefined {
  for (const [, quoted = ''] of firstLine(error).matchAll(/["'`]([^"'`]+)["'`]|\burl (\S+)/g)) {
    const start = quoted === '' ? -1 : text.indexOf(quoted);
    if (start >= 0) return { start, end: start + quoted.length };
  }
  return undefined;
}

function guideFault({ source, expressions }: GuideSource, error: BuildError): Diagnostic {
  const [only, second] = expressions;
  const message = `This guide fails when its page is made: ${firstLine(error)}.`;
  return {
    code: 'guide-failed',
    severity: 'error',
    message,
    ...locate(source, only && !second ? only : { start: 0, end: 1 }),
    fix: 'Correct the expressions in braces, or the components that it imports.',
  };
}

/** The error's sentence, without colours, code and full stop. */
function firstLine({ message }: BuildError): string {
  const plain = String(message).replace(/\u001b\[[\d;]*m/g, '');
  const line = plain.split('\n').find((one) => /\w/.test(one) && !/^Build failed|^\[[^\]]*\]$/.test(one)) ?? '';
  return line
    .replace(/^(?:Error: )?\[[\w:]+\]:? /, '')
    .replace(/\.$/, '')
    .trim();
}
