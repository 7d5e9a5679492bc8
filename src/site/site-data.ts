import type { Api } from '../model/api.ts';
import type { ResolvedOptions } from './options.ts';

/** What the integration hands to pages, through the virtual module `virtual:curlew/site`. */
export interface SiteData {
  readonly options: ResolvedOptions;
  readonly apis: readonly Api[];
  /** Origins beside the site's own that the console may send to. */
  readonly connect: readonly string[];
  /** The HTTP sandbox of this run, in `dev` and `npm start`. */
  readonly sandboxUrl?: string;
  /** The default language first. */
  readonly locales: readonly string[];
}
