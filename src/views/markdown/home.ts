import { fill } from '../../i18n/translate.ts';
import type { Api } from '../../model/api.ts';
import { plainText } from '../../model/plain-text.ts';
import { type Block, heading, inline, item, join, line, link, list, plain } from './encode.ts';
import type { TwinContext } from './twin.ts';

type HomeContext = Pick<TwinContext, 'text' | 'address'>;

/** An API with the page it is listed with. */
export interface ApiEntry {
  readonly api: Api;
  readonly url: string;
}

export interface GuideRow {
  readonly title: string;
  readonly description?: string | undefined;
  readonly url: string;
}

/** The Markdown copy of a list of APIs, or of the versions of one. */
export function apisMarkdown(home: HomeContext, title: string, apis: readonly ApiEntry[]): string {
  return join([heading(1, plain(title)), ...list(apis.map((one) => apiItem(home, one)))]);
}

/** The Markdown copy of a home page that no guide is: what there is to read. */
export function homeMarkdown(
  home: HomeContext,
  title: string,
  apis: readonly ApiEntry[],
  guides: readonly GuideRow[],
): string {
  const { text } = home;
  const section = (name: string, rows: readonly string[]): Block[] =>
    rows.length > 0 ? [heading(2, name), ...list(rows)] : [];
  return join([
    heading(1, plain(title)),
    ...section(
      text.reference,
      apis.map((one) => apiItem(home, one)),
    ),
    ...section(
      text.guides,
      guides.map((one) => guideItem(home, one)),
    ),
  ]);
}

export function apiItem({ text, address }: HomeContext, { api, url }: ApiEntry): string {
  const name = api.edition ? `${api.title} ${api.edition.name}` : api.title;
  const about = plainText(api.summary ?? api.description ?? '', 160);
  const count = fill(text.operationCount, { count: api.operations.length });
  const version = fill(text.apiVersion, { version: inline(api.version) });
  return item(line(link(plain(name), address(url)), `· ${count} · ${version}`, about && `· ${inline(about)}`));
}

export function guideItem({ text, address }: HomeContext, { title, description, url }: GuideRow): string {
  const about = description ? `${text.colon}${inline(description)}` : '';
  return item(line(`${link(plain(title), address(url))}${about}`));
}
