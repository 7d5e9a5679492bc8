import type { Operation } from '../../model/operation.ts';
import type { PageView, Sender } from '../operation-view.ts';
import type { PageExamples } from '../page-examples.ts';
import { callbackRows } from './callbacks.ts';
import type { HtmlContext } from './context.ts';
import type { ExampleContext } from './examples.ts';
import { markAt } from './facts.ts';
import { titledSection } from './heading.ts';
import { type Content, type Html, html } from './html.ts';
import { requestFields } from './request-fields.ts';
import { responseRows } from './responses.ts';
import { authorization } from './security.ts';
import { serverFields } from './servers.ts';

interface SectionOptions {
  readonly examples: PageExamples;
  readonly sender: Sender;
  /** Of the headings: one below the operation's own. */
  readonly level: 2 | 3;
}

/** The sections of an operation or a webhook, but for what stands at its head and in its panel. */
export function operationSections(
  context: HtmlContext & ExampleContext,
  operation: Operation,
  view: PageView,
  { examples, sender, level }: SectionOptions,
): Content {
  const { text } = context;
  const { trees } = view;
  const isSent = sender === 'reader';
  const section = (name: string, title: string, content: Content, after?: Content): Html => {
    return titledSection(view.prefix + name, title, content, { level, after });
  };
  const { requestBody } = operation;
  const bodyTitle = isSent ? text.requestBody : text.payload;
  return [
    (isSent || operation.security.length > 0) &&
      section(
        'authorization',
        text.authorization,
        authorization(context, view.ways),
        markAt(context, `${view.prefix}authorization`),
      ),
    requestFields(context, view, { trees, requestBody, bodyTitle, level }),
    view.responses.length > 0 &&
      section(
        'responses',
        isSent ? text.responses : text.expectedAnswers,
        responseRows(context, view.responses, trees, level),
      ),
    view.callbacks.length > 0 &&
      section('callbacks', text.callbacks, [
        isSent && html`<p class="note-line">${text.callbacksHint}</p>`,
        callbackRows(context, view.callbacks, { trees, examples: examples.callbacks, level }),
      ]),
    (isSent || operation.servers.length > 0) && section('servers', text.servers, serverFields(context, view.servers)),
  ];
}
