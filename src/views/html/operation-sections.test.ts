import { describe, expect, it } from 'vitest';
import { en, type SiteMessages } from '../../i18n/en.ts';
import { zhCN } from '../../i18n/zh-CN.ts';
import type { Api } from '../../model/api.ts';
import type { MediaType } from '../../model/media-type.ts';
import type { Operation, Response } from '../../model/operation.ts';
import type { Header } from '../../model/parameter.ts';
import { requestPage } from '../request-page.ts';
import type { HtmlContext } from './context.ts';
import { authorSamples, type ExampleContext, panelExamples } from './examples.ts';
import { html, markupOf } from './html.ts';
import { operationFacts } from './operation-facts.ts';
import { operationSections } from './operation-sections.ts';

/** Ends a text, an attribute and a tag. */
const EVIL = `"'><script src=x>y</script><a href=javascript:z>&`;

const evilServer = {
  url: `https://a.example/${EVIL}`,
  name: EVIL,
  description: EVIL,
  variables: [{ name: EVIL, default: EVIL, enum: [EVIL], description: EVIL }],
};
const evilExample = { name: EVIL, summary: EVIL, description: EVIL, text: EVIL, externalUrl: `javascript:${EVIL}` };
const evilField: Header = {
  name: EVIL,
  description: EVIL,
  required: true,
  deprecated: true,
  explode: false,
  schema: { types: ['string'], description: EVIL, enum: [JSON.stringify(EVIL)] },
  examples: [evilExample, { name: EVIL, missing: EVIL }],
};
const evilBody: MediaType = {
  name: EVIL,
  description: EVIL,
  missing: EVIL,
  schema: { types: ['object'], properties: [{ name: EVIL, schema: { description: EVIL } }] },
  examples: [evilExample],
  encoding: [{ name: EVIL, contentType: EVIL, headers: [evilField] }],
};
const evilResponse: Response = {
  status: EVIL,
  summary: EVIL,
  description: `${EVIL}.`,
  missing: EVIL,
  headers: [{ ...evilField, missing: EVIL }],
  content: [evilBody],
  links: [
    { name: EVIL, target: EVIL, description: EVIL, parameters: [{ name: EVIL, value: '"a"' }], server: evilServer },
    { name: 'gone', missing: EVIL, parameters: [], requestBody: JSON.stringify(EVIL) },
  ],
};
const evil: Operation = {
  key: EVIL,
  operationId: EVIL,
  method: EVIL,
  path: `/${EVIL}/{${EVIL}}`,
  summary: EVIL,
  description: EVIL,
  pathSummary: EVIL,
  pathDescription: EVIL,
  deprecated: true,
  costs: EVIL,
  deprecation: EVIL,
  sunset: EVIL,
  badges: [EVIL],
  tags: [EVIL],
  externalDocs: { url: `javascript:${EVIL}`, description: EVIL },
  servers: [evilServer],
  security: [
    {
      schemes: [
        { id: EVIL, scopes: [EVIL] },
        { id: 'none', scopes: [EVIL] },
      ],
    },
    { schemes: [] },
  ],
  parameters: [{ ...evilField, in: 'query', style: 'form', allowReserved: false, allowEmptyValue: false }],
  ignoredParameters: [{ ...evilField, in: 'header', style: 'simple', allowReserved: false, allowEmptyValue: false }],
  missingParameters: [{ name: EVIL, missing: EVIL }],
  requestBody: { description: EVIL, required: true, content: [evilBody] },
  responses: [evilResponse],
  codeSamples: [{ lang: EVIL, label: EVIL, source: EVIL }],
};
const operation: Operation = { ...evil, callbacks: [{ name: EVIL, expression: EVIL, operations: [evil] }] };

const evilApi: Omit<Api, 'operations'> = {
  id: 'pets',
  title: 'Pets',
  version: '1',
  servers: [],
  tags: [],
  securitySchemes: [
    {
      id: EVIL,
      kind: 'oauth2',
      description: EVIL,
      deprecated: true,
      metadataUrl: `javascript:${EVIL}`,
      flows: [{ kind: 'implicit', authorizationUrl: EVIL, scopes: [{ name: EVIL, description: EVIL }] }],
    },
  ],
  schemas: {},
};

const plain: Operation = {
  key: 'getPet',
  method: 'GET',
  path: '/pets/{id}',
  deprecated: false,
  tags: [],
  servers: [],
  security: [],
  parameters: [],
  responses: [],
};
const api: Api = { ...evilApi, operations: [operation, plain] };

const context: HtmlContext & ExampleContext = {
  api,
  space: { base: '/', defaultLocale: 'en', apis: [api] },
  locale: 'en',
  text: en.site,
  prose: (text) => html`${text}`,
  foreign: () => undefined,
  safeUrl: (url) => (url.startsWith('https:') ? url : undefined),
  fileOf: (number) => `/${number}`,
};

function sections(given: Operation): string {
  const { view, examples } = requestPage(api, given);
  return markupOf(operationSections(context, given, view, { examples, sender: 'reader', level: 2 }));
}

describe('what an operation says', () => {
  it('stays text wherever it stands', () => {
    const { examples } = requestPage(api, operation);
    const all = [
      sections(operation),
      markupOf(operationFacts(context, operation, '')),
      markupOf(panelExamples(context, examples)),
      markupOf(authorSamples(context, examples.samples)),
    ].join('');
    expect(all.split('&lt;script').length).toBeGreaterThan(80);
    expect(all).not.toMatch(/<script|<\/script|javascript:[^"]*" rel=/);
    // A tag has names and quoted values, and nothing that one of the values broke off.
    for (const [tag] of all.matchAll(/<[^>]*>/g)) {
      expect(tag).toMatch(/^<\/?[a-z][a-z0-9]*(?: [a-z][a-z-]*(?:="[^"<>]*")?)*>$/);
    }
  });

  it('why it goes and when are two sentences, in Chinese without a space', () => {
    const said = (deprecation: string, text: SiteMessages): string =>
      markupOf(operationFacts({ ...context, text }, { ...plain, deprecation, sunset: '2027-03-01' }, ''));
    expect(said('Use refunds.', en.site)).toContain('>Use refunds. To be removed on 2027-03-01.</p>');
    expect(said('请改用退款。', zhCN.site)).toContain('>请改用退款。将于2027-03-01移除。</p>');
  });

  const none = { headers: [], content: [] };
  const rows: { name: string; given: readonly Response[]; want: string }[] = [
    {
      name: 'an answer that is one line has nothing to open',
      given: [{ status: '204', description: 'Done.', ...none }],
      want: '<p class="response response-line" id="response-204"><span class="status status-2">204</span> <span class="response-title is-whole" dir="auto">Done.</span><a class="place-link" href="#response-204" aria-label="Link to 204"></a></p>',
    },
    {
      name: 'the first of those that hold more is open',
      given: [
        { status: '200', description: '*Done*', ...none },
        { status: '400', description: '*Not*', ...none },
      ],
      want: '<details class="response" id="response-200" open><summary><span class="status status-2">200</span> <span class="response-title" dir="auto">Done</span></summary><a class="place-link" href="#response-200" aria-label="Link to 200"></a><div class="prose">*Done*</div></details><details class="response" id="response-400"><summary>',
    },
    {
      name: 'a link leads to the operation that it names',
      given: [{ status: '200', ...none, links: [{ name: 'next', operation: 'getPet', parameters: [] }] }],
      want: '<a class="field-name" href="#response-200-link.next">next</a> <a href="/reference/get-pet/" dir="auto">GET /pets/{id}</a> <span class="operations-path"><span class="method method-get">GET</span> <code class="path" translate="no">/pets/<wbr><var>{id}</var></code></span>',
    },
  ];
  for (const { name, given, want } of rows) {
    it(name, () => expect(sections({ ...plain, responses: given })).toContain(want));
  }
});
