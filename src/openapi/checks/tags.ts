import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Suggest } from '../../diagnostics/nearest.ts';
import type { Operation } from '../../model/operation.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, items, rootSpot, type Spot, scalarText, textAt } from '../spot.ts';
import type { Check, CheckInput } from './check.ts';
import { everyOperation } from './operations.ts';

interface Declared {
  readonly name: string;
  readonly spot: Spot;
}

function declaredTags(root: Spot): Declared[] {
  const list = child(root, 'tags');
  return (list ? items(list) : []).flatMap((spot) => {
    const name = textAt(spot, 'name');
    return name === undefined ? [] : { name, spot };
  });
}

function repeated(tags: readonly Declared[]): Diagnostic[] {
  const seen = new Set<string>();
  return tags.flatMap(({ name, spot }) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const message = `The tag ${quoteShort(name)} is declared twice; the first one counts.`;
    return diagnose(child(spot, 'name') ?? spot, {
      code: 'tag-duplicate',
      severity: 'warning',
      message,
      fix: 'Remove one of them.',
    });
  });
}

/** The tags that are their own ancestors. */
function circular(parentOf: ReadonlyMap<string, string | undefined>): ReadonlySet<string> {
  const found = new Set<string>();
  const done = new Set<string>();
  for (const start of parentOf.keys()) {
    const way = new Set<string>();
    let current: string | undefined = start;
    while (current !== undefined && !done.has(current) && !way.has(current)) {
      way.add(current);
      current = parentOf.get(current);
    }
    const names = [...way];
    const from = current === undefined ? -1 : names.indexOf(current);
    for (const [at, name] of names.entries()) {
      done.add(name);
      if (from >= 0 && at >= from) found.add(name);
    }
  }
  return found;
}

/** Parents that aren't there, and circles of them. OpenAPI 3.2, "Tag Object". */
function parents(tags: readonly Declared[], suggest: Suggest): Diagnostic[] {
  const parentOf = new Map(tags.map(({ name, spot }) => [name, textAt(spot, 'parent')]));
  const ownAncestors = circular(parentOf);
  return tags.flatMap(({ name, spot }) => {
    const at = child(spot, 'parent');
    const parent = textAt(spot, 'parent');
    if (!at || parent === undefined) return [];
    if (!parentOf.has(parent)) {
      const better = suggest(parent, parentOf.keys());
      const fix =
        better === undefined ? 'Declare it in `tags`, or remove this.' : `Did you mean ${quoteShort(better)}?`;
      const message = `No tag ${quoteShort(parent)} is declared, so ${quoteShort(name)} has no parent.`;
      return diagnose(at, { code: 'tag-parent-missing', severity: 'warning', message, fix });
    }
    if (!ownAncestors.has(name)) return [];
    const message = `The tag ${quoteShort(name)} is its own ancestor.`;
    return diagnose(at, {
      code: 'tag-parent-circular',
      severity: 'warning',
      message,
      fix: 'Remove one parent of the circle.',
    });
  });
}

/** @param known - declared or used */
function groups(root: Spot, known: ReadonlySet<string>, suggest: Suggest): Diagnostic[] {
  const list = child(root, 'x-tagGroups');
  return (list ? items(list) : []).flatMap((group) => {
    const tags = child(group, 'tags');
    return (tags ? items(tags) : []).flatMap((item) => {
      const name = scalarText(item);
      if (name === undefined || known.has(name)) return [];
      const better = suggest(name, known);
      const fix =
        better === undefined ? 'Declare it in `tags`, or remove it here.' : `Did you mean ${quoteShort(better)}?`;
      const message = `This group names the tag ${quoteShort(name)}, but there is none.`;
      return diagnose(item, { code: 'tag-group-unknown', severity: 'warning', message, fix });
    });
  });
}

/** The tags that operations have and nobody declares, each where it is used first. */
function undeclared(used: readonly Operation[], names: ReadonlySet<string>, input: CheckInput): Diagnostic[] {
  const told = new Set<string>();
  return used.flatMap(({ source }) => {
    const operation = input.references.at(source ?? '');
    const list = operation && child(operation, 'tags');
    // One word where a list has to be stands for a list of it.
    const written = list && (list.node.kind === 'array' ? items(list) : [list]);
    return (written ?? []).flatMap((spot) => {
      const name = scalarText(spot);
      if (name === undefined || names.has(name) || told.has(name)) return [];
      told.add(name);
      const better = input.suggest(name, names);
      return diagnose(spot, {
        code: 'tag-undeclared',
        severity: 'info',
        message: `The tag ${quoteShort(name)} is used, but not declared.`,
        fix: better === undefined ? 'Add it to `tags` with a description.' : `Did you mean ${quoteShort(better)}?`,
      });
    });
  });
}

/** Tags are declared once and named as they are declared. */
export const checkTags: Check = (input) => {
  const { api, references, suggest } = input;
  const root = rootSpot(references.main);
  const tags = declaredTags(root);
  const names = new Set(tags.map(({ name }) => name));
  const used = everyOperation(api);
  const known = new Set([...names, ...used.flatMap((operation) => operation.tags)]);
  return [
    ...repeated(tags),
    ...parents(tags, suggest),
    ...groups(root, known, suggest),
    // A description that declares no tag at all does so on purpose.
    ...(names.size === 0 ? [] : undeclared(used, names, input)),
  ];
};
