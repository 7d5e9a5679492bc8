import type { Operation, Webhook } from '../model/operation.ts';

/** A summary that is no longer than this, on one line, is a title; longer ones are prose. */
const LONGEST_TITLE = 120;

function asTitle(summary: string | undefined): string | undefined {
  const title = summary?.trim();
  return title && title.length <= LONGEST_TITLE && !/[\r\n]/.test(title) ? title : undefined;
}

/** What an operation is called: its summary when that is a title, else its id, else method and path. */
export function operationTitle(operation: Operation): string {
  return asTitle(operation.summary) ?? operation.operationId ?? `${operation.method} ${operation.path}`;
}

/** What a webhook is called: the summary of its request when that is a title, else its name. */
export function webhookTitle({ name, operation }: Webhook): string {
  return asTitle(operation.summary) ?? name;
}

/** The summary of an operation that its title doesn't say: Markdown, shown as prose. */
export function proseSummary(operation: Operation, title: string): string | undefined {
  const summary = operation.summary?.trim();
  return summary && summary !== title ? summary : undefined;
}
