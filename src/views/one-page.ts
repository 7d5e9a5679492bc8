import type { Api } from '../model/api.ts';
import type { Operation, Webhook } from '../model/operation.ts';
import { PAGE_LIMIT } from '../schema/tree.ts';
import type { Weight } from '../schema/weight.ts';
import { operationTitle, webhookTitle } from './operation-title.ts';
import type { Sender } from './operation-view.ts';
import { operationSlug, webhookSlug } from './urls.ts';

/** An operation or a webhook on the page that has all of an API. */
export interface OnePageRequest {
  /** Of its heading; the ids of all it holds begin with it and a dot. */
  readonly id: string;
  readonly title: string;
  readonly operation: Operation;
  readonly webhook?: Webhook;
  readonly sender: Sender;
  /** What its schemas may take of the page. */
  readonly limit: Weight;
}

/** What the schemas of all requests may take together: six pages of one. */
const PAGES = 6;
const FEWEST = { rows: 20, bytes: 6000 };

/** The requests of an API as one page shows them, webhooks last. */
export function onePageRequests(api: Api): OnePageRequest[] {
  const { operations, webhooks = [] } = api;
  const share = Math.min(1, PAGES / (operations.length + webhooks.length));
  const limit = {
    rows: Math.max(FEWEST.rows, Math.floor(PAGE_LIMIT.rows * share)),
    bytes: Math.max(FEWEST.bytes, Math.floor(PAGE_LIMIT.bytes * share)),
  };
  return [
    ...operations.map((operation) => ({
      ...{ id: operationSlug(api, operation), title: operationTitle(operation), operation, limit },
      sender: 'reader' as const,
    })),
    // No operation has the first part of these: it is a name that the site keeps.
    ...webhooks.map((webhook) => ({
      ...{ id: `webhooks.${webhookSlug(api, webhook)}`, title: webhookTitle(webhook), limit },
      ...{ operation: webhook.operation, webhook, sender: 'api' as const },
    })),
  ];
}
