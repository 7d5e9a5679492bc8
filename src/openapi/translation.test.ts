import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { loadApi } from './load.ts';

const DESCRIPTION = `openapi: 3.2.0
info:
  title: 宠物接口
  version: '1'
  contact: { name: 张三 }
servers:
  - { url: https://example.com, name: main, description: 正式环境 }
tags:
  - { name: 宠物, summary: 宠物 }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      summary: '\`id\`'
      parameters:
        - { name: id, in: path, required: true, description: 编号, schema: { type: string }, example: 一 }
      responses:
        '200':
          description: 一只宠物
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Pet' }
              examples:
                one: { summary: 一只, dataValue: { description: 很乖 } }
components:
  schemas:
    Pet:
      title: Pet
      description: 宠物
      type: object
      default: { description: 无 }
      properties:
        description: { type: string, description: 说明 }
        kind:
          enum: [cat]
          x-enumDescriptions: { cat: 猫 }
        age:
          oneOf: [{ title: 岁数, type: integer }, { title: '2', const: 1 }]
      x-notes: { description: 备注 }
  securitySchemes:
    auth:
      type: oauth2
      description: 授权
      flows:
        clientCredentials: { tokenUrl: https://example.com/token, scopes: { read: 读取 } }
`;

const HEAD = 'overlay: 1.1.0\ninfo: { title: T, version: "1" }\nactions:\n';

async function findings(overlay: string): Promise<string[]> {
  const root = writeProject({ 'openapi/pets.yaml': DESCRIPTION, 'openapi/pets.en.overlay.yaml': overlay });
  const { diagnostics } = await loadApi('openapi/pets.yaml', { root, overlays: ['openapi/pets.en.overlay.yaml'] });
  return diagnostics.map(
    ({ code, severity, place }) => `${severity} ${code} ${place?.file}:${place?.line}:${place?.column}`,
  );
}

describe('texts without a translation', () => {
  it('are each told where the description has them', async () => {
    const missing = await findings(`${HEAD}  - { target: $.servers, update: [] }\n`);
    const place = 'warning translation-missing openapi/pets.yaml';
    expect(missing.filter((one) => one.includes('translation'))).toEqual([
      `${place}:3:10`,
      `${place}:7:58`,
      `${place}:9:26`,
      `${place}:16:62`,
      `${place}:19:24`,
      `${place}:24:33`,
      `${place}:29:20`,
      `${place}:33:51`,
      `${place}:36:38`,
      `${place}:38:28`,
      `${place}:43:20`,
      `${place}:45:83`,
    ]);
  });

  it('are none when the overlay says something about each, be it the same', async () => {
    const overlay = `${HEAD}
  - target: $
    update:
      info: { title: Pets }
      paths:
        /pets/{id}:
          get:
            responses:
              '200':
                description: A pet
                content: { application/json: { examples: { one: { summary: One } } } }
      components:
        schemas:
          Pet:
            description: 宠物
            properties:
              description: { description: What it is like }
              kind: { x-enumDescriptions: { cat: A cat } }
        securitySchemes:
          auth:
            description: Authorization
            flows: { clientCredentials: { scopes: { read: Read } } }
  - { target: "$.servers[?@.name=='main']", update: { description: Production } }
  - { target: "$.tags[0]", update: { summary: Pets } }
  - { target: "$..parameters[?@.name=='id']", update: { description: The ID } }
  - { target: "$..age.oneOf[0]", update: { title: Years } }
`;
    expect(await findings(overlay)).toEqual([]);
  });

  it('are not told one by one where the overlay is broken as a whole', async () => {
    const broken = HEAD.replace('1.1.0', '3.0.0');
    expect(await findings(`${broken}  - { target: $.info, update: { title: Pets } }\n`)).toEqual([
      'error overlay-version openapi/pets.en.overlay.yaml:1:10',
    ]);
  });

  it('come with the target that would translate them', async () => {
    const root = writeProject({
      'a.yaml': DESCRIPTION,
      'a.en.overlay.yaml': `${HEAD}  - { target: $.info, update: { title: Pets } }\n`,
    });
    const { diagnostics } = await loadApi('a.yaml', { root, overlays: ['a.en.overlay.yaml'] });
    const text = diagnostics.find(({ place }) => place?.line === 19);
    expect(text?.message).toBe('a.en.overlay.yaml has no translation of "一只宠物".');
    expect(text?.fix).toContain(`$.paths['/pets/{id}'].get.responses['200'] that updates "description"`);
  });
});
