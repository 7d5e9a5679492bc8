import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { petsYaml } from '../../tests/foreign/files.ts';
import { writeProject } from '../../tests/project.ts';
import { movedPages } from './moved-pages.ts';
import type { CurlewOptions } from './options.ts';
import { readProject } from './read-project.ts';
import { onePages, referencePages } from './reference-pages.ts';

async function moved(files: readonly string[], options: CurlewOptions = {}, locale?: string): Promise<object> {
  const texts = files.map((file): [string, string] => {
    const yaml = petsYaml(file);
    const name = file.includes('shop') ? 'Orders' : '';
    return [`openapi/${file}`, yaml.replaceAll(/(listP|addP)ets?/g, name ? `$&${name}` : '$&')];
  });
  const root = writeProject(Object.fromEntries(texts));
  const { data } = await readProject({ root }, options, { base: '/docs/', publicDir: join(root, 'public') });
  const language = locale ?? data.options.defaultLocale;
  const list = movedPages(data, language, referencePages(data, language), onePages(data, language));
  return Object.fromEntries(list.map(({ path, url }) => [path, url]));
}

describe('addresses of pages before other APIs came', () => {
  it('are none where an API is alone', async () => {
    expect(await moved(['pets.yaml'])).toEqual({});
    expect(await moved(['pets.yaml'], { apis: { pets: { path: 'animals' } } })).toEqual({});
  });

  it('lead to where the only page of that path is, or to the list of APIs', async () => {
    expect(await moved(['pets.yaml', 'shop.yaml'])).toEqual({
      'add-pet': '/docs/reference/pets/add-pet/',
      'list-pets': '/docs/reference/pets/list-pets/',
      'add-pet-orders': '/docs/reference/shop/add-pet-orders/',
      'list-pets-orders': '/docs/reference/shop/list-pets-orders/',
      all: '/docs/reference/',
    });
  });

  it('lead to the newest version that has the page', async () => {
    const list = await moved(['pets/v1.yaml', 'pets/v2.yaml']);
    expect(list).toEqual({
      'pets/add-pet': '/docs/reference/pets/v2/add-pet/',
      'add-pet': '/docs/reference/pets/v2/add-pet/',
      'pets/list-pets': '/docs/reference/pets/v2/list-pets/',
      'list-pets': '/docs/reference/pets/v2/list-pets/',
      'pets/all': '/docs/reference/pets/v2/all/',
      all: '/docs/reference/pets/v2/all/',
    });
  });

  it('leave alone what has a page now', async () => {
    const list = await moved(['pets.yaml', 'shop.yaml'], { apis: { pets: { path: 'list-pets-orders' } } });
    expect(list).not.toHaveProperty('list-pets-orders');
    expect(list).toHaveProperty('add-pet', '/docs/reference/list-pets-orders/add-pet/');
  });

  it('are those of the language', async () => {
    const list = await moved(['pets.yaml', 'shop.yaml'], { defaultLocale: 'zh-CN' }, 'en');
    expect(list).toHaveProperty('add-pet', '/docs/en/reference/pets/add-pet/');
  });
});
