import type { ChangePiece } from '../../changes/change-words.ts';
import type { Changelog } from '../../changes/changelog.ts';
import { fill } from '../../i18n/translate.ts';
import type { PageChanges } from '../change-marks.ts';
import { entryUrl, markWords, removedName } from '../change-words.ts';
import { changelogView, type EntryView, type GroupView, type NamedRequest } from '../changelog-page.ts';
import { type Block, code, heading, inline, item, join, line, list, plain } from './encode.ts';
import { type TwinContext, toPage } from './twin.ts';

/** The Markdown copy of a changelog's page. @param sheet - which of its pages, from 1 */
export function changelogMarkdown(twin: TwinContext, changelog: Changelog, sheet: number): string {
  const { text, api } = twin;
  const { changes } = text;
  const { sections, sheets, oldest } = changelogView(changelog, sheet, twin);
  return join([
    heading(1, changes.title + (sheet === 1 ? '' : ` (${sheet})`)),
    ...line(inline(fill(changes.about, { title: api.title }))),
    ...sections.flatMap(({ title, comparedWith, counts, groups }) => [
      heading(2, plain(title)),
      ...line(inline(comparedWith) + text.colon + (counts.length > 0 ? counts.join(text.listComma) : changes.nothing)),
      ...groups.flatMap((group) => groupBlocks(twin, group)),
    ]),
    ...(oldest === undefined ? [] : line(inline(fill(changes.first, { version: oldest })))),
    ...(sheets.length > 0
      ? [
          ...line(changes.parts),
          ...list(
            sheets.map(({ number, words, url }) =>
              item(line(number === sheet ? plain(words) : toPage(twin, words, url))),
            ),
          ),
        ]
      : []),
  ]);
}

function groupBlocks(twin: TwinContext, { title = '', url, request, entries }: GroupView): Block[] {
  const shown = request ? requestText(twin, request) : url === undefined ? plain(title) : toPage(twin, title, url);
  return [heading(3, shown), ...list(entries.map((entry) => entryItem(twin, entry)))];
}

function requestText(twin: TwinContext, { method, path, page }: NamedRequest): string {
  const endpoint = code(`${method} ${path}`.trim());
  return page ? `${toPage(twin, page.title, page.url)} ${endpoint}` : endpoint;
}

function entryItem(twin: TwinContext, { kind, effect, request, steps, sentence, direction, reach }: EntryView): string {
  const { text } = twin;
  const where = steps.length > 0 ? `${pieces(steps, ' › ')}${text.colon}` : '';
  const notes = [direction, effect && `**${effect}**`].filter(Boolean).map((note) => ` · ${note}`);
  const what = request ? requestText(twin, request) : where + pieces(sentence, '');
  const names = reach?.requests.map(({ method, path }) => code(`${method} ${path}`.trim())).join(text.listComma);
  return item([
    { text: `${kind}${text.colon}${what}${notes.join('')}`, isLine: true },
    ...(reach ? line(`${inline(reach.before)}${names}${inline(reach.after)}`) : []),
  ]);
}

function pieces(list: readonly ChangePiece[], between: string): string {
  return list.map(({ text, isValue }) => (isValue ? code(text) : inline(text))).join(between);
}

/** What recent versions did to what a page is about. */
export function pageChanges(twin: TwinContext, changes: PageChanges | undefined): Block[] {
  if (!changes) return [];
  const { api, space, locale, text } = twin;
  const { mark, removed } = changes;
  return [
    ...(mark ? line(toPage(twin, markWords(mark, text), entryUrl(space, locale, api, mark.entry))) : []),
    ...removed.flatMap(({ version, parts }) => {
      const names = parts.map(({ change }) => pieces(removedName(change, api, text), ''));
      return line(inline(fill(text.changes.removedIn, { version })) + text.colon + names.join(text.listComma));
    }),
  ];
}
