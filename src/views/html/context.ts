import type { SiteMessages } from '../../i18n/en.ts';
import type { Api } from '../../model/api.ts';
import type { PageMarks } from '../change-marks.ts';
import type { UrlSpace } from '../urls.ts';
import type { Content, Html } from './html.ts';

/** What markup is written for: an API on a page in a language. */
export interface HtmlContext {
  readonly api: Api;
  readonly space: UrlSpace;
  readonly locale: string;
  readonly text: SiteMessages;
  /** By the ids of what recent versions changed. */
  readonly marks?: PageMarks | undefined;
  /** The Markdown of a description, cleaned. @param place - what the ids of its headings begin with; none have one without it */
  readonly prose: (text: string, place?: string) => Html;
  /** Attributes that mark a text as one of another language than its page. */
  readonly foreign: (text: string) => Content;
  /** An address of the description, where a reader may be led there. */
  readonly safeUrl: (url: string) => string | undefined;
}
