import { showInvisibles } from '../../model/invisibles.ts';
import { asciiHost } from '../ascii-host.ts';
import type { ServerView } from '../operation-view.ts';
import { textWords } from '../schema-words.ts';
import type { HtmlContext } from './context.ts';
import { type Html, html } from './html.ts';
import { proseBlock } from './prose.ts';

type Context = Pick<HtmlContext, 'text' | 'foreign' | 'prose'>;

/** Where an API answers, with the variables of its addresses. */
export function serverFields(context: Context, servers: readonly ServerView[]): Html {
  const rows = servers.map(({ server, id, variables }) => {
    const host = asciiHost(server.url);
    const head = [
      host !== undefined && html`<code class="field-type">${host}</code>`,
      ' ',
      server.name && html`<span class="field-type" dir="auto">${showInvisibles(server.name)}</span>`,
    ];
    const below = [
      proseBlock(context, server.description, 'field-text', `${id}==`),
      variables.length > 0 && html`<ul class="fields">${variables.map((one) => serverVariable(context, one))}</ul>`,
    ];
    return html`<li class="field" id="${id}"><div class="field-head"><a class="field-name" href="#${id}">${showInvisibles(server.url)}</a> ${head}</div>${below}</li>`;
  });
  return html`<ul class="fields">${rows}</ul>`;
}

function serverVariable(context: Context, { variable, id }: ServerView['variables'][number]): Html {
  const { text } = context;
  const { name, default: usual, description, enum: values } = variable;
  const listed = values.map((value) => html`<code>${showInvisibles(textWords(value))}</code> `);
  const below = [
    proseBlock(context, description, 'field-text', `${id}==`),
    values.length > 0 && html`<p class="facts-line">${text.allowed} ${listed}</p>`,
  ];
  return html`<li class="field" id="${id}"><div class="field-head"><a class="field-name" href="#${id}">${showInvisibles(`{${name}}`)}</a> <span class="field-type">${text.default} <code>${showInvisibles(textWords(usual))}</code></span></div>${below}</li>`;
}
