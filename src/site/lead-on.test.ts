import { expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { loadApi } from '../openapi/load.ts';
import { MAIN_TEXT } from '../views/html/prose.ts';
import { leadOn } from './lead-on.ts';
import { renderMarkdown } from './render-markdown.ts';

const TEXT = `openapi: 3.2.0
info:
  title: T
  version: "1"
  description: "# Rate limits"
tags: [{ name: Big pets }]
paths: { /a: { get: { operationId: getPet, tags: [Big pets], responses: { "200": { description: D } } } } }
components: { schemas: { Pet: {} } }
`;

it('links of descriptions lead to the pages of what they name', async () => {
  const { api } = await loadApi('a.yaml', { root: writeProject({ 'a.yaml': TEXT }) });
  if (!api) throw new Error('no model');
  const lead = leadOn({ base: '/docs/', defaultLocale: 'en', apis: [api] }, 'en', api);
  const leads = (markdown: string): (string | undefined)[] =>
    [...renderMarkdown(markdown, undefined, 'x-', lead).matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href);
  expect(
    leads('[a](#operation/getPet) [b](#tag/Big-pets) [c](#model/Pet) [d](#section/Rate-limits) [e](#gone)'),
  ).toEqual([
    '/docs/reference/get-pet/',
    '/docs/reference/#tag-big-pets',
    '/docs/reference/schemas/pet/',
    `/docs/reference/#${MAIN_TEXT}rate-limits`,
  ]);
  // What the text has itself comes first.
  expect(leads('[a](#rate-limits)\n\n<b id="rate-limits">b</b>')).toEqual(['#x-rate-limits']);
});
