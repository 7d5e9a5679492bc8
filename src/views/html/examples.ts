import { writeNumber } from '../../i18n/numbers.ts';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { exampleTitle, givenName } from '../../request/example-title.ts';
import type { ShownCode } from '../example-room.ts';
import type { Sender } from '../operation-view.ts';
import { exampleIds, type PageExample, type PageExamples, type PageSample } from '../page-examples.ts';
import { quotedName } from '../quoted-name.ts';
import { valueIds } from '../value-ids.ts';
import { codeBlock } from './code.ts';
import { codeTools } from './code-tools.ts';
import type { HtmlContext } from './context.ts';
import { externalLink } from './external-link.ts';
import { type HeadingLevel, sectionHeading } from './heading.ts';
import { attribute, type Content, type Html, html } from './html.ts';
import { missingNote, proseBlock } from './prose.ts';

/** What examples are written for. */
export interface ExampleContext extends Omit<HtmlContext, 'marks'> {
  /** The file of an example that is too long for the page. */
  readonly fileOf: (number: number) => string;
}

/**
 * @param id - that of the heading, which ids of the examples begin with
 * @param isExclusive - only one of the list is open at a time
 */
export function exampleList(
  context: ExampleContext,
  examples: readonly PageExample[],
  id: string,
  isExclusive = false,
): Content {
  const ids = exampleIds(id, examples);
  return examples.map((example, index) => {
    const opening = html`<details class="code"${attribute('id', ids[index])}${attribute('open', index === 0)}${attribute('name', isExclusive && id)}>`;
    return html`${opening}<summary>${exampleLine(context, example)}</summary>${exampleNotes(context, example)}${example.code && shownCode(context, example.code, example.number)}</details>`;
  });
}

function exampleLine({ text }: ExampleContext, example: PageExample): Content {
  const { status, mediaTypes, isData } = example;
  const types = showInvisibles(mediaTypes.join(', '));
  const title = exampleTitle(example);
  return [
    status && html`<span class="status status-${status.charAt(0)}">${showInvisibles(status)}</span>`,
    html` <span class="example-name" dir="auto">${title === undefined ? types : showInvisibles(title)}</span> `,
    title && !isData && html`<span class="example-type">${types}</span>`,
    isData && html`<span class="example-type">${text.exampleData}</span>`,
  ];
}

function exampleNotes(context: ExampleContext, example: PageExample): Content {
  const { summary, description, name, missing, externalUrl } = example;
  const named = summary && givenName(example) !== undefined && html`<p><code>${quotedName(name)}</code></p>`;
  return [
    (named || description) && html`<div class="example-note prose">${named}${proseBlock(context, description)}</div>`,
    missing !== undefined && html`<div class="example-note">${missingNote(context, missing)}</div>`,
    externalUrl &&
      html`<p class="example-note">${context.text.exampleElsewhere} ${externalLink(context, externalUrl)}</p>`,
  ];
}

/** Code that may be only the beginning of a file. */
function shownCode({ text, locale, fileOf }: ExampleContext, { tokens, whole }: ShownCode, number: number): Content {
  const count = whole && writeNumber(whole.length, locale);
  return [
    html`<div class="code-body">${!whole && codeTools(text)}${codeBlock(tokens)}</div>`,
    count && html`<p class="example-note"><a href="${fileOf(number)}">${fill(text.wholeExample, { count })}</a></p>`,
  ];
}

interface PanelOptions {
  /** What the ids begin with. */
  readonly prefix?: string | undefined;
  readonly sender?: Sender | undefined;
  readonly level?: HeadingLevel | undefined;
}

/** What an operation is asked with and answers, as examples. */
export function panelExamples(
  context: ExampleContext,
  { request, responses }: Pick<PageExamples, 'request' | 'responses'>,
  { prefix = '', sender = 'reader', level }: PanelOptions = {},
): Content {
  const { text } = context;
  const isSent = sender === 'reader';
  const lists = [
    { name: 'request-examples', title: isSent ? text.requestExamples : text.payloadExamples, list: request },
    { name: 'response-examples', title: isSent ? text.responseExamples : text.answerExamples, list: responses },
  ];
  return lists
    .filter(({ list }) => list.length > 0)
    .map(({ name, title, list }) => {
      const id = prefix + name;
      return html`<section class="examples"${labelledBy(name, prefix)}>${sectionHeading(id, title, { level })}${exampleList(context, list, id, true)}</section>`;
    });
}

/** Code that the description brings along, marked as its author's. */
export function authorSamples(
  context: ExampleContext,
  samples: readonly PageSample[],
  { prefix = '', level }: Omit<PanelOptions, 'sender'> = {},
): Html {
  const { text } = context;
  const id = `${prefix}author-samples`;
  const ids = valueIds(
    id,
    samples.map(({ lang, label }) => label ?? lang),
  );
  const rows = samples.map(({ lang, label, code, number }, index) => {
    const type =
      label !== undefined && label !== lang && html`<span class="example-type">${showInvisibles(lang)}</span>`;
    return html`<details class="code"${attribute('id', ids[index])} name="${id}"><summary><span class="example-name" dir="auto">${showInvisibles(label ?? lang)}</span> ${type}</summary>${shownCode(context, code, number)}</details>`;
  });
  return html`<section class="examples"${labelledBy('author-samples', prefix)}>${sectionHeading(id, text.authorSamples, { level })}${rows}</section>`;
}

/** Among other requests the name would not tell it apart, and there are landmarks enough. */
function labelledBy(name: string, prefix: string): Html {
  return attribute('aria-labelledby', prefix === '' && name);
}
