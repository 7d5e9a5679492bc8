import type { Api } from '../model/api.ts';
import type { GroupTitles } from './groups.ts';
import type { UrlSpace } from './urls.ts';

/** A line of the navigation. */
export interface NavigationItem {
  readonly title: string;
  readonly url: string;
  /** The method of an operation, for its badge. */
  readonly method?: string;
  readonly deprecated?: boolean;
  /** Leads to what there is no room for. */
  readonly isRest?: boolean;
  /** Has no page of its own, and leads to the first below it. */
  readonly isFolder?: boolean;
  /** What stands below it; left out where it is closed. */
  readonly items?: readonly NavigationItem[];
  /** The file that has what stands below a closed one, or the whole list that there is no room for: its data path. */
  readonly load?: string;
}

export interface NavigationInput {
  readonly space: UrlSpace;
  readonly locale: string;
  /** In their order; the home page is not among them. */
  readonly guides: readonly { readonly name: string; readonly title: string }[];
  readonly titles: NavigationTitles;
}

/** What the interface calls things; `{count}` is a number. */
export interface NavigationTitles extends GroupTitles {
  readonly guides: string;
  readonly overview: string;
  readonly webhooks: string;
  readonly schemas: string;
  readonly changelog: string;
  readonly reference: string;
  readonly allApis: (count: number) => string;
  readonly allOperations: (count: number) => string;
  readonly allGroups: (count: number) => string;
}

/** A site with so few operations shows all of them on each page. */
const FEW_OPERATIONS = 40;

export function isSmallSite(apis: readonly Api[]): boolean {
  return apis.reduce((sum, api) => sum + countRequests(api), 0) <= FEW_OPERATIONS;
}

export function countRequests(api: Api): number {
  return api.operations.length + (api.webhooks?.length ?? 0);
}
