import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parsePointer } from '../model/json-pointer.ts';
import type { JsonNode } from '../model/json-text.ts';
import { object, type Shape, type Tables } from './checks/shapes.ts';
import { tablesOf } from './checks/tables.ts';
import { originOf } from './origins.ts';
import { diagnose, quoteShort } from './report.ts';
import type { SourceFile } from './source-file.ts';
import { child, entries, items, rootSpot, type Spot, step } from './spot.ts';

const SHORTHAND = /^[A-Za-z_][A-Za-z_\d]*$/;

/** How far a description speaks another language. */
export interface TranslatedTexts {
  /** How many texts there are to translate. */
  readonly all: number;
  /** Those that are left in the description's own language. */
  readonly untranslated: readonly string[];
}

interface Translation {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: TranslatedTexts;
}

/** The way to the object that holds a text, as a target of an overlay. */
function printTarget(text: Spot): string {
  let spot: Spot | undefined = rootSpot(text.file);
  let target = '$';
  for (const token of (parsePointer(text.pointer) ?? []).slice(0, -1)) {
    if (spot?.node.kind === 'array') target += `[${token}]`;
    else if (SHORTHAND.test(token)) target += `.${token}`;
    else target += `['${token.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`;
    spot = spot && step(spot, token);
  }
  return target;
}

/** Whether there is something to translate: a name such as `Pet`, code or a number says the same in any language. */
function isProse(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/(?<!`)(`+)[^`]+\1/g, ''));
}

/** A schema's title is often its name. */
function isName(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

/** Goes through a description by the tables of what may stand where, so that data is never taken for texts. */
class Search {
  readonly overlays: string;
  readonly tables: Tables;
  readonly diagnostics: Diagnostic[] = [];
  /** The texts there are. */
  all = 0;
  /** Those that no overlay says anything of, as they are shown. */
  readonly untranslated: string[] = [];
  readonly seen = new Set<JsonNode>();

  constructor(overlays: readonly SourceFile[], tables: Tables) {
    this.tables = tables;
    this.overlays = overlays.map(({ path }) => path).join(' or ');
  }

  visit(spot: Spot, shape: Shape): void {
    const { node } = spot;
    if ((node.kind !== 'object' && node.kind !== 'array') || this.seen.has(node)) return;
    this.seen.add(node);
    if (shape.kind === 'list') for (const item of items(spot)) this.visit(item, shape.of);
    if (shape.kind === 'map') for (const { value } of entries(spot)) this.visit(value, shape.of);
    if (shape.kind === 'schema') this.visitSchema(spot);
    if (shape.kind === 'object') this.visitObject(spot, shape.name);
  }

  visitSchema(spot: Spot): void {
    this.visitFields(spot, this.tables.schema.fields);
    const title = child(spot, 'title');
    if (title?.node.kind === 'string' && !isName(title.node.value)) this.text(title);
    this.textsIn(child(spot, 'x-enumDescriptions'));
  }

  visitObject(spot: Spot, name: string): void {
    this.visitFields(spot, this.tables.objects.get(name)?.fields);
    if (name === 'info') this.text(child(spot, 'title'));
    if (name.startsWith('oauth-') || name === 'security-scheme') this.textsIn(child(spot, 'scopes'));
  }

  visitFields(spot: Spot, fields: ReadonlyMap<string, { readonly shape: Shape }> | undefined): void {
    for (const { key, value } of entries(spot)) {
      const field = fields?.get(key);
      if (field && (key === 'summary' || key === 'description')) this.text(value);
      else if (field) this.visit(value, field.shape);
    }
  }

  textsIn(spot: Spot | undefined): void {
    if (spot) for (const { value } of entries(spot)) this.text(value);
  }

  text(spot: Spot | undefined): void {
    if (spot?.node.kind !== 'string' || !isProse(spot.node.value)) return;
    this.all += 1;
    // What an overlay wrote is meant, be it the same text again.
    if (originOf(spot.node)) return;
    this.untranslated.push(spot.node.value);
    this.diagnostics.push(
      diagnose(spot, {
        code: 'translation-missing',
        severity: 'warning',
        message: `${this.overlays} has no translation of ${quoteShort(spot.node.value)}.`,
        fix: `Add an action with the target ${printTarget(spot)} that updates "${spot.key?.name}", be it with the same text.`,
      }),
    );
  }
}

/**
 * Finds the texts that readers of another language would get untranslated: each summary, description and title,
 * and what describes values of an enumeration.
 *
 * @param file - the description with the overlays of that language applied
 * @returns with a warning for each text, where the description has it
 */
export function checkTranslation(file: SourceFile, overlays: readonly SourceFile[]): Translation {
  const root = rootSpot(file);
  const search = new Search(overlays, tablesOf(child(root, 'swagger') ? '2.0' : '3.2'));
  search.visit(root, object('openapi'));
  const { diagnostics, all, untranslated } = search;
  return { diagnostics, texts: { all, untranslated } };
}
