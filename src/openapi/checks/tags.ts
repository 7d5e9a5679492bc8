import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { diagnose, quoteShort } from '../report.ts';
import { child, items, rootSpot, type Spot, scalarText, textAt } from '../spot.ts';
import type { Check } from './check.ts';
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

/** Parents that aren't there, and circles of them. OpenAPI 3.2, "Tag Object". */
function parents(tags: readonly Declared[]): Diagnostic[] {
  const parentOf = new Map(tags.map(({ name, spot }) => [name, textAt(spot, 'parent')]));
  return tags.flatMap(({ name, spot }) => {
    const at = child(spot, 'parent');
    const parent = textAt(spot, 'parent');
    if (!at || parent === undefined) return [];
    if (!parentOf.has(parent)) {
      const better = nearest(parent, parentOf.keys());
      const fix =
        better === undefined ? 'Declare it in `tags`, or remove this.' : `Did you mean ${quoteShort(better)}?`;
      const message = `No tag ${quoteShort(parent)} is declared, so ${quoteShort(name)} has no parent.`;
      return diagnose(at, { code: 'tag-parent-missing', severity: 'warning', message, fix });
    }
    const above = new Set<string>();
    let current: string | undefined = parent;
    while (current !== undefined && current !== name && !above.has(current)) {
      above.add(current);
      current = parentOf.get(current);
    }
    if (current !== name) return [];
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
function groups(root: Spot, known: ReadonlySet<string>): Diagnostic[] {
  const list = child(root, 'x-tagGroups');
  return (list ? items(list) : []).flatMap((group) => {
    const tags = child(group, 'tags');
    return (tags ? items(tags) : []).flatMap((item) => {
      const name = scalarText(item);
      if (name === undefined || known.has(name)) return [];
      const better = nearest(name, known);
      const fix =
        better === undefined ? 'Declare it in `tags`, or remove it here.' : `Did you mean ${quoteShort(better)}?`;
      const message = `This group names the tag ${quoteShort(name)}, but there is none.`;
      return diagnose(item, { code: 'tag-group-unknown', severity: 'warning', message, fix });
    });
  });
}

/** Tags are declared once and named as they are declared. */
export const checkTags: Check = ({ api, references }) => {
  const root = rootSpot(references.main);
  const tags = declaredTags(root);
  const names = new Set(tags.map(({ name }) => name));
  const known = new Set(names);
  const told = new Set<string>();
  const undeclared = everyOperation(api).flatMap(({ tags: used, source }) =>
    used.flatMap((name) => {
      known.add(name);
      // A description that declares no tag at all does so on purpose.
      if (names.size === 0 || names.has(name) || told.has(name)) return [];
      told.add(name);
      const operation = references.at(source ?? '');
      const list = operation && child(operation, 'tags');
      const spot = list && (items(list).find((item) => scalarText(item) === name) ?? list);
      if (!spot) return [];
      const better = nearest(name, names);
      return diagnose(spot, {
        code: 'tag-undeclared',
        severity: 'info',
        message: `The tag ${quoteShort(name)} is used, but not declared.`,
        fix: better === undefined ? 'Add it to `tags` with a description.' : `Did you mean ${quoteShort(better)}?`,
      });
    }),
  );
  return [...repeated(tags), ...parents(tags), ...groups(root, known), ...undeclared];
};
