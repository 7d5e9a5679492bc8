import { showInvisibles } from '../../model/invisibles.ts';
import type { SecurityScheme } from '../../model/security-scheme.ts';
import type { WayView } from '../operation-view.ts';
import { flowLinks, flowName, schemeId, schemeWords, scopesOf } from '../security-words.ts';
import { referenceUrl } from '../urls.ts';
import { valueIds } from '../value-ids.ts';
import type { HtmlContext } from './context.ts';
import { externalLink } from './external-link.ts';
import { type Content, html } from './html.ts';
import { proseBlock } from './prose.ts';

/** The ways to authorize, of which one is enough; all schemes of one way are needed together. */
export function authorization(context: HtmlContext, ways: readonly WayView[]): Content {
  const { text } = context;
  const isOptional = ways.some(({ schemes }) => schemes.length === 0);
  const needed = ways.filter(({ schemes }) => schemes.length > 0);
  if (needed.length === 0) return html`<p>${text.noAuthorization}</p>`;
  return [
    isOptional && html`<p>${text.authorizationOptional}</p>`,
    needed.length > 1 && html`<p>${text.authorizationAlternatives}</p>`,
    html`<ul class="fields">${needed.map((way) => wayFields(context, way))}</ul>`,
  ];
}

function wayFields(context: HtmlContext, { id: way, schemes }: WayView): Content {
  const rows = schemes.map((one) => html`<li class="field" id="${one.id}">${schemeOf(context, one)}</li>`);
  if (schemes.length === 1) return rows;
  const names = schemes.map(({ name }) => name).join(' + ');
  return html`<li class="field" id="${way}"><div class="field-head"><a class="field-label" href="#${way}">${showInvisibles(names)}</a> <span class="field-type">${context.text.authorizationTogether}</span></div><ul class="fields">${rows}</ul></li>`;
}

function schemeOf(context: HtmlContext, { name, id, scopes }: WayView['schemes'][number]): Content {
  const { api, space, locale, text } = context;
  // The overview of the API has a section for each.
  const scheme = api.securitySchemes.find((one) => one.id === name);
  if (scheme) {
    const href = `${referenceUrl(space, locale, api)}#${schemeId(api, scheme)}`;
    return securityScheme(context, scheme, { id, href, scopes });
  }
  const listed = scopes.map((scope) => html`<code>${showInvisibles(scope)}</code> `);
  return [
    html`<div class="field-head"><a class="field-name" href="#${id}">${showInvisibles(name)}</a> <span class="field-type">${text.schemeMissing}</span></div>`,
    scopes.length > 0 && html`<p class="facts-line">${text.scopes} ${listed}</p>`,
  ];
}

interface SchemeOptions {
  /** Of the row it stands in; ids of its scopes begin with it. */
  readonly id: string;
  /** Where the scheme itself is described. */
  readonly href: string;
  /** The scopes that an operation asks for; left out where the scheme itself is described. */
  readonly scopes?: readonly string[];
}

export function securityScheme(
  context: Pick<HtmlContext, 'text' | 'foreign' | 'prose' | 'safeUrl'>,
  scheme: SecurityScheme,
  { id, href, scopes }: SchemeOptions,
): Content {
  const { text } = context;
  const { before, code, after } = schemeWords(scheme, text);
  const line = (label: string, url: string | undefined): Content =>
    url && html`<p class="facts-line">${label} ${externalLink(context, url)}</p>`;
  return [
    html`<div class="field-head"><a class="field-name" href="${href}">${showInvisibles(scheme.id)}</a> <span class="field-type">${before}${code && html`<code>${showInvisibles(code)}</code>`}${after}</span> ${scheme.deprecated && html`<span class="flag flag-deprecated">${text.deprecated}</span>`}</div>`,
    proseBlock(context, scheme.description, 'field-text', `${id}==`),
    scheme.kind === 'openIdConnect' && line(text.discoveryUrl, scheme.openIdConnectUrl),
    scheme.kind === 'oauth2' && line(text.metadataUrl, scheme.metadataUrl),
    scheme.kind === 'oauth2' &&
      scheme.flows.map((flow) => {
        const links = flowLinks(flow, text).map(
          ({ label, url }) => html`<p>${label} ${externalLink(context, url)}</p>`,
        );
        return html`<div class="facts-line"><p class="flow-name">${flowName(flow, text)}</p>${links}</div>`;
      }),
    scopeList(context, scheme, id, scopes),
  ];
}

function scopeList(
  { text }: Pick<HtmlContext, 'text'>,
  scheme: SecurityScheme,
  id: string,
  wanted?: readonly string[],
): Content {
  const scopes = scopesOf(scheme, wanted);
  if (scopes.length === 0) return undefined;
  const ids = valueIds(
    id,
    scopes.map(({ name }) => name),
  );
  const rows = scopes.map(({ name, description }, index) => {
    return html`<dt id="${ids[index]}"><code>${showInvisibles(name)}</code></dt><dd dir="auto">${showInvisibles(description)}</dd>`;
  });
  return html`<dl class="values" aria-label="${text.scopes}">${rows}</dl>`;
}
