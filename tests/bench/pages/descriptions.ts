import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Description, findDescription, operationsOf } from '../descriptions.ts';

/** The operation whose page is looked at, in each description the same to the letter. */
export const OPERATION = {
  id: 'getPetById',
  method: 'get',
  path: '/pet/{petId}',
  tag: 'pet',
  text: 'Returns a single pet',
};

interface Document {
  readonly openapi?: string;
  readonly tags?: readonly object[];
  readonly paths?: { readonly [path: string]: unknown };
  readonly components?: { readonly [kind: string]: object };
}

/**
 * Petstore, and a large description with petstore's operation among its own.
 *
 * @param named - the large one, by its name or path
 */
export async function describePages(folder: string, named: string): Promise<readonly Description[]> {
  await mkdir(folder, { recursive: true });
  const large: Document = JSON.parse(await readFile((await findDescription(named, folder)).file, 'utf8'));
  const version = large.openapi?.startsWith('3.0') ? '3.0' : '3.1';
  const file = createRequire(import.meta.url).resolve(`@readme/oas-examples/${version}/json/petstore.json`);
  const petstore: Document = JSON.parse(await readFile(file, 'utf8'));
  return Promise.all([write('petstore', petstore, folder), write('large', withPetstore(large, petstore), folder)]);
}

function withPetstore(large: Document, petstore: Document): Document {
  const kinds = new Set([...Object.keys(large.components ?? {}), 'schemas', 'securitySchemes']);
  const components = [...kinds].map((kind) => [kind, { ...large.components?.[kind], ...petstore.components?.[kind] }]);
  return {
    ...large,
    tags: [...(large.tags ?? []), ...(petstore.tags ?? []).slice(0, 1)],
    paths: { ...large.paths, [OPERATION.path]: { get: operationOf(petstore) } },
    components: Object.fromEntries(components),
  };
}

function operationOf(document: Document): unknown {
  return operationsOf(document).find(({ operation }) => operation.operationId === OPERATION.id)?.operation;
}

async function write(name: string, document: Document, folder: string): Promise<Description> {
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(document));
  return { name, file, operations: operationsOf(document).length };
}
