import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Api } from '../src/model/api.ts';
import { checkGuide } from '../src/site/check-guides.ts';
import type { GuideFile } from '../src/site/guide-checks/guide-file.ts';

const server = { url: 'https://a.example', variables: [] };
const json = (name: string) => ({ name: 'application/json', examples: [{ name, value: '{}' }] });
/** One operation, `createChat`, with the request example `first` and the answer `answer`, and the schema `Message`. */
const api: Api = {
  id: 'chat',
  title: 'Chat',
  version: '1',
  servers: [server],
  tags: [],
  operations: [
    {
      key: 'createChat',
      operationId: 'createChat',
      method: 'POST',
      path: '/chat',
      deprecated: false,
      tags: [],
      servers: [server],
      security: [],
      parameters: [],
      requestBody: { required: true, content: [json('first')] },
      responses: [{ status: '200', headers: [], content: [json('answer')] }],
    },
  ],
  securitySchemes: [],
  schemas: { '#/components/schemas/Message': { types: ['object'] } },
};

/** Three lines, so what follows starts on the fourth. */
export const FRONT = '---\ntitle: T\n---\n';

/** A guide of the text; it lies where no other file is. */
export function guide(text: string, path = 'docs/start.mdx'): GuideFile {
  return {
    source: { path, text },
    file: join(import.meta.dirname, 'fixtures', path),
    isMdx: path.endsWith('.mdx'),
    at: { locale: 'en', name: 'start', path: 'start' },
  };
}

/** `code line:column+length fix` */
export function told(file: GuideFile, apis: readonly Api[] | undefined = [api]): string[] {
  return checkGuide(file, apis).diagnostics.map(
    ({ code, place, fix }) => `${code} ${place?.line}:${place?.column}+${place?.length} ${fix}`,
  );
}

export interface Row {
  name: string;
  given: string;
  want: string[];
}

/** A test for each row, whose text follows the frontmatter. */
export function eachRow(rows: readonly Row[], path?: string): void {
  for (const { name, given, want } of rows) it(name, () => expect(told(guide(FRONT + given, path))).toEqual(want));
}
