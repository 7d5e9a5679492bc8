import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProject } from './builder/build.ts';
import { petsYaml } from './foreign/files.ts';
import { writeProject } from './project.ts';

const TAGGED = `openapi: 3.1.0
info: { title: Pets, version: '2.1', description: Keeps **pets**. }
tags: [{ name: cats, description: All about cats. }]
paths:
  /cats: { get: { operationId: listCats, tags: [cats], responses: { '200': { description: Cats } } } }
  /dogs: { get: { operationId: listDogs, tags: [dogs], responses: { '200': { description: Dogs } } } }
components: { schemas: { Cat: { type: object } } }
`;

async function build(files: Record<string, string>): Promise<(page: string) => string> {
  const root = writeProject(files);
  const { code, err } = await buildProject(root);
  expect(code, err).toBe(0);
  return (page) => readFileSync(join(root, 'dist', page, 'index.html'), 'utf8');
}

function mainOf(html: string): string {
  return html.split('<main')[1]?.split('</main>')[0] ?? '';
}

function cardsOf(html: string): string[] {
  return [...html.matchAll(/<a class="card" href="([^"]+)">(.*?)<\/a>/gs)].map(
    ([, href, card = '']) =>
      `${href} ${card
        .replaceAll(/<[^>]*>/g, '|')
        .replaceAll(/[|\s]*\|[|\s]*/g, ' ')
        .trim()}`,
  );
}

describe('a home page that no guide is', () => {
  it('names the only API once, and leads to its groups', async () => {
    const main = mainOf((await build({ 'openapi/pets.yaml': TAGGED }))(''));
    expect(main.match(/>Pets</g)).toHaveLength(1);
    expect(main).toContain('2 operations · Version 2.1');
    expect(main).toContain('>Keeps pets.<');
    expect(cardsOf(main)).toEqual([
      '/reference/ Overview Servers, Schemas',
      '/reference/#tag-cats cats 1 operation All about cats.',
      '/reference/#tag-dogs dogs 1 operation',
    ]);
  });

  it('lists several APIs, and their list and that of versions tell the way to them', async () => {
    const page = await build({
      'openapi/shop/v1.yaml': petsYaml(),
      'openapi/shop/v2.yaml': petsYaml(),
      'openapi/tea.yaml': TAGGED,
    });
    expect(cardsOf(mainOf(page('')))).toHaveLength(2);
    expect(mainOf(page('reference'))).toMatch(/<nav class="crumbs".*?href="\/".*?<\/nav>/s);
    expect(mainOf(page('reference/shop'))).toMatch(/<nav class="crumbs".*?href="\/".*?href="\/reference\/".*?<\/nav>/s);
  });
});
