import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { isCalendarDay } from '../../model/calendar-day.ts';
import { map, number, type Shape, text } from '../../openapi/checks/shapes.ts';
import { strictFinding } from '../../openapi/checks/structure-words.ts';
import { LIMITS } from '../../openapi/limits.ts';
import { diagnose, type Finding, quoteShort } from '../../openapi/report.ts';
import { locate, type Source, type SourceFile, type Span } from '../../openapi/source-file.ts';
import { child, entries, rootSpot, type Spot, scalarText } from '../../openapi/spot.ts';
import { parseYamlTree } from '../../openapi/yaml-tree.ts';
import { GUIDE_FIELDS, type GuideData, type GuideField, isRequired } from '../guide-fields.ts';
import type { Link } from './markup.ts';

export interface Frontmatter {
  readonly diagnostics: readonly Diagnostic[];
  /** The guide's text with blanks for the frontmatter, so that offsets and lines stay. */
  readonly body: string;
  /** The paths in it that become links of the page. */
  readonly links: readonly Link[];
  /** The fields; to be used only where no diagnostic is an error. */
  readonly data: GuideData;
  /** The value of the field `original`. */
  readonly originalSpan?: Span;
}

const NO_DATA: GuideData = { title: '' };

/** As the content collection cuts it: the fences may follow empty lines, and need not be alone on their line. */
const FRONTMATTER = /^(?:\s*\n)?(---|\+\+\+)([\s\S]*?\n)\1/;

const SHAPES = { text, date: text, number, paths: map(text) } as const satisfies { readonly [kind: string]: Shape };

const FIRST: Span = { start: 0, end: 1 };

/** The parser of the content collection makes a date of these, also in a text. */
const DATE = /^\d{4}-\d\d?-\d\d?(?:$|[Tt \t])/;

/** Checks what stands above a guide's text against the fields there are. */
export function checkFrontmatter(source: Source): Frontmatter {
  const match = FRONTMATTER.exec(source.text);
  if (!match) return { diagnostics: [missing(source)], body: source.text, links: [], data: NO_DATA };
  const [whole, fence = '', raw = ''] = match;
  const start = whole.length - fence.length - raw.length;
  const body = blank(whole) + source.text.slice(whole.length);
  if (fence === '+++') {
    const message = 'This guide starts with TOML between "+++"; the fields of a guide are YAML.';
    const fix = 'Write the fields as `name: value`, between lines of `---`.';
    return {
      diagnostics: [fault(source, 'frontmatter-toml', { start: start - 3, end: start }, message, fix)],
      body,
      links: [],
      data: NO_DATA,
    };
  }
  // Blanks before it keep the offsets those of the guide.
  const yaml = { path: source.path, text: blank(whole.slice(0, start)) + raw };
  const opening = { start: start - 3, end: start };
  if (!/^[^\S\n]*[^\s#]/m.test(raw))
    return { diagnostics: [missingField(source, 'title', opening)], body, links: [], data: NO_DATA };
  const { root, faults } = parseYamlTree(yaml, LIMITS);
  const diagnostics = faults.map(({ span, ...rest }): Diagnostic => ({ ...rest, ...locate(source, span) }));
  if (!root) return { diagnostics, body, links: [], data: NO_DATA };
  const spot = rootSpot({ ...source, root });
  // What a value that couldn't be read looks like is no fault of its own.
  const told = new Set(diagnostics.map(({ place }) => `${place?.line}:${place?.column}`));
  const checked = checkFields(spot, opening).filter(({ place }) => !told.has(`${place?.line}:${place?.column}`));
  const original = child(spot, 'original' satisfies GuideField)?.node;
  return {
    diagnostics: [...diagnostics, ...checked],
    body,
    links: movedPaths(spot),
    data: readData(spot),
    ...(original ? { originalSpan: { start: original.start, end: original.end } } : {}),
  };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function fault(source: Source, code: string, span: Span, message: string, fix: string): Diagnostic {
  return { code, severity: 'error', message, ...locate(source, span), fix };
}

function missing(source: Source): Diagnostic {
  const fix = 'Start the file with a line `---`, a line `title: …` and a line `---`.';
  const open = /^(?:\s*\n)?---[^\S\n]*\n/.exec(source.text);
  const end = open?.[0].trimEnd().length ?? 1;
  return open
    ? fault(
        source,
        'frontmatter-unclosed',
        { start: end - 3, end },
        'The frontmatter that starts here is never closed.',
        'Add a line `---` after its last field.',
      )
    : fault(source, 'frontmatter-missing', FIRST, 'This guide has no frontmatter, and so no title.', fix);
}

function missingField(source: Source, name: string, span: Span): Diagnostic {
  return fault(
    source,
    'field-missing',
    span,
    `A guide needs the field "${name}".`,
    `Add \`${name}: …\` between the lines of \`---\`.`,
  );
}

function checkFields(spot: Spot, opening: Span): Diagnostic[] {
  if (spot.node.kind !== 'object') {
    const found = quoteShort(scalarText(spot) ?? spot.file.text.slice(spot.node.start, spot.node.end));
    const message = `The frontmatter has to be fields, each as \`name: value\`, but it is ${found}.`;
    return [diagnose(spot, { code: 'wrong-type', severity: 'error', message, fix: 'Write `title: …`.' })];
  }
  const names = Object.keys(GUIDE_FIELDS) as GuideField[];
  const lacking = names.filter((name) => isRequired(name) && !child(spot, name));
  return [
    ...lacking.map((name) => missingField(spot.file, name, opening)),
    ...entries(spot).flatMap(({ key, value }) => {
      const name = names.find((one) => one === key);
      return name ? checkField(name, value) : [diagnose(value, unknownField(key, names))];
    }),
  ];
}

function unknownField(key: string, names: readonly string[]): Finding {
  const better = nearest(key, names);
  const fix = better === undefined ? `The fields are ${names.join(', ')}.` : `Did you mean "${better}"?`;
  const message = `A guide has no field ${quoteShort(key)}.`;
  return { code: 'key-unknown', severity: 'error', message, fix, onKey: true };
}

function checkField(name: GuideField, spot: Spot): Diagnostic[] {
  const { kind } = GUIDE_FIELDS[name];
  if (spot.node.kind === 'null' || (kind === 'text' && scalarText(spot)?.trim() === '')) {
    const fix = isRequired(name) ? 'Give it a value.' : 'Give it a value, or remove it.';
    return [diagnose(spot, { code: 'value-empty', severity: 'error', message: `"${name}" has no value.`, fix })];
  }
  const finding = strictFinding(spot, SHAPES[kind]) ?? (kind === 'date' ? noDateFinding(spot) : dateFinding(spot));
  // Elsewhere a number may stand for a text; the content collection refuses it.
  if (finding) return [diagnose(spot, { ...finding, severity: 'error' })];
  return kind === 'paths' ? entries(spot).flatMap(({ key, value }) => checkPath(key, value)) : [];
}

function checkPath(name: string, spot: Spot): Diagnostic[] {
  const { node } = spot;
  if (node.kind === 'string' && /^\/(?!\/)/.test(node.value)) return [];
  const found = scalarText(spot);
  const message = `"${name}" leads to ${found === undefined ? 'no text' : quoteShort(found)}, which is no path of this site.`;
  return [
    diagnose(spot, { code: 'path-slash', severity: 'error', message, fix: 'Write a path that starts with "/".' }),
  ];
}

function noDateFinding(spot: Spot): Finding | undefined {
  const value = scalarText(spot)?.trim() ?? '';
  if (isCalendarDay(value)) return undefined;
  const message = `"${spot.key?.name}" has to be a date such as 2026-01-31, but it is ${quoteShort(value)}.`;
  return { code: 'wrong-type', severity: 'error', message, fix: 'Write year, month and day.' };
}

function dateFinding(spot: Spot): Finding | undefined {
  const { node, file } = spot;
  if (node.kind !== 'string' || !DATE.test(file.text.slice(node.start, node.end))) return undefined;
  const message = `${quoteShort(node.value)} is read as a date, and "${spot.key?.name}" has to be a text.`;
  return { code: 'wrong-type', severity: 'error', message, fix: 'Put it in quotes.' };
}

function readData(spot: Spot): GuideData {
  const data: { [name: string]: unknown } = {};
  for (const name of Object.keys(GUIDE_FIELDS) as GuideField[]) {
    const field = child(spot, name);
    if (!field) continue;
    const { kind } = GUIDE_FIELDS[name];
    if (kind === 'paths') {
      data[name] = Object.fromEntries(entries(field).map(({ key, value }) => [key, scalarText(value) ?? '']));
    } else {
      const value = scalarText(field)?.trim() ?? '';
      data[name] = kind === 'number' ? Number(value) : value;
    }
  }
  return data as unknown as GuideData;
}

function movedPaths(spot: Spot): Link[] {
  const moved = child(spot, 'moved' satisfies GuideField);
  return (moved ? entries(moved) : []).flatMap(({ value }) => {
    const { node, file } = value;
    return node.kind === 'string' ? [{ href: node.value, span: unquoted(node, file) }] : [];
  });
}

function unquoted({ start, end }: Span, { text: whole }: SourceFile): Span {
  return /["']/.test(whole.charAt(start)) ? { start: start + 1, end: end - 1 } : { start, end };
}
