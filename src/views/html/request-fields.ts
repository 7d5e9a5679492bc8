import type { RequestBody } from '../../model/operation.ts';
import type { SchemaNode } from '../../schema/tree.ts';
import type { MissingField, OperationView } from '../operation-view.ts';
import { parameterTitles } from '../parameter-titles.ts';
import { quotedName } from '../quoted-name.ts';
import { bodies } from './bodies.ts';
import type { HtmlContext } from './context.ts';
import { markAt } from './facts.ts';
import { type HeadingLevel, titledSection } from './heading.ts';
import { type Content, type Html, html } from './html.ts';
import { parameterFields } from './parameters.ts';
import { missingNote, proseBlock } from './prose.ts';

interface RequestOptions {
  readonly trees: readonly SchemaNode[];
  readonly requestBody: RequestBody | undefined;
  /** What the body is called. */
  readonly bodyTitle: string;
  readonly level: HeadingLevel;
}

/** What a request holds: its parameters by place, and its body. */
export function requestFields(context: HtmlContext, view: OperationView, options: RequestOptions): Content {
  const { text } = context;
  const { trees, requestBody, bodyTitle, level } = options;
  const titles = parameterTitles(text);
  const section = (name: string, title: string, content: Content, after?: Content): Html => {
    return titledSection(view.prefix + name, title, content, { level, after });
  };
  const bodyId = `${view.prefix}request-body`;
  return [
    view.parameters.map(({ place, fields }) => {
      return section(`parameters-${place}`, titles[place], parameterFields(context, fields, trees));
    }),
    view.missing.length > 0 &&
      section('parameters-missing', text.parametersMissing, missingFields(context, view.missing)),
    view.ignored.length > 0 &&
      section('parameters-ignored', text.parametersIgnored, [
        html`<p class="note-line">${text.parametersIgnoredHint}</p>`,
        parameterFields({ ...context, marks: undefined }, view.ignored, trees),
      ]),
    requestBody &&
      section(
        'request-body',
        bodyTitle,
        [proseBlock(context, requestBody.description, '', `${bodyId}==`), bodies(context, view.body, trees)],
        [
          requestBody.required && html` <span class="flag flag-required">${text.required}</span>`,
          markAt(context, bodyId),
        ],
      ),
    view.missingBody !== undefined && section('request-body', bodyTitle, missingNote(context, view.missingBody)),
  ];
}

function missingFields(context: HtmlContext, fields: readonly MissingField[]): Html {
  const rows = fields.map(({ name, missing, id }) => {
    return html`<li class="field" id="${id}"><div class="field-head"><a class="field-name" href="#${id}">${quotedName(name)}</a></div>${missingNote(context, missing)}</li>`;
  });
  return html`<ul class="fields">${rows}</ul>`;
}
