import type { Change, Effect } from '../../changes/change.ts';
import { changeWords } from '../../changes/change-words.ts';
import type { ApiChanges } from '../../changes/compare-apis.ts';
import { visibleText } from '../../diagnostics/visible-text.ts';
import { en } from '../../i18n/en.ts';
import { code, inline } from '../../views/markdown/encode.ts';

export type ReportFormat = 'text' | 'json' | 'markdown';

const EFFECTS: readonly Effect[] = ['breaking', 'risky', 'compatible'];
const TITLES: { readonly [effect in Effect]: string } = {
  breaking: 'Breaking changes',
  risky: 'Risky changes',
  compatible: 'Compatible changes',
};
/** Operations that are named of those that a change of a schema reaches. */
const MOST_NAMED = 3;

/** What changed, gravest first. */
export function reportChanges(compared: ApiChanges, format: ReportFormat): string {
  switch (format) {
    case 'json':
      return JSON.stringify(compared, null, 2);
    case 'markdown':
      return markdown(compared);
    case 'text':
      return text(compared);
  }
}

function text({ before, after, changes }: ApiChanges): string {
  const parts = EFFECTS.flatMap((effect) => {
    const own = changes.filter((change) => change.effect === effect);
    return own.length === 0
      ? []
      : [`${TITLES[effect]} (${own.length})`, ...own.map((change) => `  ${line(change)}`), ''];
  });
  const title = `${visibleText(before.title)} ${visibleText(before.version)} → ${visibleText(after.title)} ${visibleText(after.version)}`;
  return [title, '', ...parts, counts(changes)].join('\n');
}

function line(change: Change): string {
  const words = visibleText(wordsOf(change));
  return `${visibleText(placeWords(change))}: ${words}${visibleText(reachWords(change))}`;
}

function wordsOf(change: Change): string {
  const { what, none } = en.site.changes;
  return changeWords(change, what, none);
}

function placeWords({ place: { operation, schema, path }, direction }: Change): string {
  const start = operation ?? (schema === undefined ? [] : `schema ${schema.replace(/^#\/components\/schemas\//, '')}`);
  const words = [start, ...path].flat().join(' › ');
  return schema !== undefined && direction ? `${words} (${direction})` : words;
}

function reachWords({ operations = [] }: Change): string {
  if (operations.length === 0) return '';
  const more = operations.length - MOST_NAMED;
  return `; in ${operations.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function counts(changes: readonly Change[]): string {
  if (changes.length === 0) return 'Nothing changed that a program could notice.';
  const of = (effect: Effect): number => changes.filter((change) => change.effect === effect).length;
  return EFFECTS.map((effect) => `${of(effect)} ${effect}`).join(', ');
}

function markdown({ before, after, changes }: ApiChanges): string {
  const parts = EFFECTS.flatMap((effect) => {
    const own = changes.filter((change) => change.effect === effect);
    if (own.length === 0) return [];
    const rows = own.map((change) => `- ${code(placeWords(change))}: ${inline(wordsOf(change) + reachWords(change))}`);
    return [`## ${TITLES[effect]}`, '', ...rows, ''];
  });
  return [
    `# ${inline(`${before.title} ${before.version} → ${after.title} ${after.version}`)}`,
    '',
    ...parts,
    `${counts(changes)}${changes.length === 0 ? '' : '.'}`,
  ].join('\n');
}
