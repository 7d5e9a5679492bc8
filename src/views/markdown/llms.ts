import type { Api } from '../../model/api.ts';
import { plainText } from '../../model/plain-text.ts';
import { groupCount } from '../group-count.ts';
import { groupTitle, placedGroups } from '../groups.ts';
import { operationTitle, webhookTitle } from '../operation-title.ts';
import {
  changelogOf,
  changelogUrl,
  groupUrl,
  hasGroupPages,
  operationUrl,
  referenceUrl,
  type UrlSpace,
  webhookUrl,
} from '../urls.ts';
import { type Block, code, heading, inline, item, join, line, link, list, plain } from './encode.ts';
import { type GuideRow, guideItem } from './home.ts';
import type { TwinContext } from './twin.ts';

export interface LlmsContext extends Pick<TwinContext, 'text' | 'address' | 'locale'> {
  readonly space: UrlSpace;
  readonly title: string;
  readonly description?: string | undefined;
  readonly guides: readonly GuideRow[];
  /** What else there is for machines: whole addresses or paths. */
  readonly more: readonly { readonly title: string; readonly url: string }[];
}

/** More operations in all of a site's APIs are told by their overviews alone. */
const MOST_OPERATIONS = 2000;

/** What there is to read on a site in one language. @see https://llmstxt.org/ */
export function llmsText(context: LlmsContext): string {
  const { space, text, title, description, guides, more } = context;
  const count = space.apis.reduce((sum, { operations }) => sum + operations.length, 0);
  return join([
    heading(1, plain(title)),
    ...(description ? [{ text: `> ${inline(description)}` }] : []),
    ...(guides.length > 0 ? [heading(2, text.guides), ...list(guides.map((one) => guideItem(context, one)))] : []),
    ...space.apis.flatMap((api) => apiSection(context, api, count > MOST_OPERATIONS && space.apis.length > 1)),
    // The one heading that the form gives a meaning: what may be left out.
    ...(more.length > 0
      ? [heading(2, 'Optional'), ...list(more.map((one) => item(line(link(plain(one.title), one.url)))))]
      : []),
  ]);
}

function apiSection({ space, locale, text, address }: LlmsContext, api: Api, isShort: boolean): Block[] {
  const name = api.edition ? `${api.title} ${api.edition.name}` : api.title;
  const about = plainText(api.summary ?? api.description ?? '', 200);
  const to = (label: string, url: string): string => link(plain(label), address(url));
  const overview = item(
    line(to(text.overview, referenceUrl(space, locale, api)) + (about && `${text.colon}${inline(about)}`)),
  );
  const groups = hasGroupPages(api)
    ? placedGroups(api).map(({ group }) =>
        item(
          line(
            [to(groupTitle(group, text), groupUrl(space, locale, api, group)), groupCount(group, text, locale)]
              .filter(Boolean)
              .join(text.colon),
          ),
        ),
      )
    : [
        ...api.operations.map((one) =>
          item(
            line(
              to(operationTitle(one), operationUrl(space, locale, api, one)) +
                text.colon +
                code(`${one.method} ${one.path}`),
            ),
          ),
        ),
        ...(api.webhooks ?? []).map((one) =>
          item(line(to(webhookTitle(one), webhookUrl(space, locale, api, one)) + text.colon + code(one.name))),
        ),
      ];
  const changelog = changelogOf(space, api)
    ? [item(line(to(text.changes.title, changelogUrl(space, locale, api))))]
    : [];
  return [heading(2, plain(name)), ...list([overview, ...changelog, ...(isShort ? [] : groups)])];
}
