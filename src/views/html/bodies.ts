import { showInvisibles } from '../../model/invisibles.ts';
import type { SchemaNode } from '../../schema/tree.ts';
import type { EncodingView, MediaView } from '../operation-view.ts';
import { quotedName } from '../quoted-name.ts';
import { encodingName, encodingWords } from '../style-words.ts';
import type { HtmlContext } from './context.ts';
import { factsOf, markAt, phrases, typeLabel } from './facts.ts';
import { schemaFields } from './fields.ts';
import { type Content, type Html, html } from './html.ts';
import { parameterFields } from './parameters.ts';
import { missingNote, proseBlock } from './prose.ts';

/** What a body may be, by its media types. */
export function bodies(context: HtmlContext, content: readonly MediaView[], trees: readonly SchemaNode[]): Content {
  return content.map((media) => body(context, media, trees));
}

function body(context: HtmlContext, view: MediaView, trees: readonly SchemaNode[]): Html {
  const { marks, text } = context;
  const { names, media, whole, item, encodings } = view;
  const wholeNode = whole === undefined ? undefined : trees[whole];
  const itemNode = item === undefined ? undefined : trees[item];
  /** What its type can stand beside the media type of. */
  const only = item === undefined ? wholeNode : undefined;
  const types = names.map(({ name, id }) => [
    html`<a class="anchor" id="${id}" href="#${id}"><code>${showInvisibles(name)}</code></a> `,
    markAt(context, id),
    marks?.has(id) && ' ',
  ]);
  const part = (node: SchemaNode, label?: string): Html => {
    const facts = factsOf(context, node, { place: `${node.id}==schema=`, said: [media.description] });
    return html`<div class="media-part">${label !== undefined && html`<p class="media-label">${label}</p>`}${node !== only && html`<p>${typeLabel(context, node)}</p>`}${facts}${schemaFields(context, node, true)}</div>`;
  };
  const parts = [
    wholeNode && part(wholeNode),
    itemNode && part(itemNode, text.streamItem),
    encodings.length > 0 &&
      html`<div class="media-part"><p class="media-label">${text.encodings}</p>${encodingFields(context, encodings, trees)}</div>`,
  ];
  const about = [
    missingNote(context, media.missing),
    proseBlock(context, media.description, 'field-text', `${names[0]?.id}==`),
  ];
  return html`<div class="media"><p class="media-type">${types}${only && typeLabel(context, only)}</p>${about}${parts}</div>`;
}

/** How the parts of a multipart or form body are written. */
function encodingFields(context: HtmlContext, encodings: readonly EncodingView[], trees: readonly SchemaNode[]): Html {
  const rows = encodings.map(({ encoding, id, position, headers, inside }) => {
    const { name, contentType } = encoding;
    const kind = name === undefined ? 'field-label' : 'field-name';
    const words = name === undefined ? encodingName(encoding, position, context.text) : quotedName(name);
    const type = contentType && html`<code class="field-type">${showInvisibles(contentType)}</code>`;
    const below = [
      phrases(encodingWords(encoding, context.text)),
      headers.length > 0 && parameterFields({ ...context, marks: undefined }, headers, trees),
      inside.length > 0 && encodingFields(context, inside, trees),
    ];
    return html`<li class="field" id="${id}"><div class="field-head"><a class="${kind}" href="#${id}">${words}</a> ${type}</div>${below}</li>`;
  });
  return html`<ul class="fields">${rows}</ul>`;
}
