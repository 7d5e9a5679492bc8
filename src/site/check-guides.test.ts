import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import { checkGuide } from './check-guides.ts';

const server = { url: 'https://a.example', variables: [] };
const json = (name: string) => ({ name: 'application/json', examples: [{ name, value: '{}' }] });
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
  schemas: {},
};

describe('checkGuide', () => {
  const rows = [
    { name: 'right names', given: '<Sample operation="createChat" example="first" />', want: [] },
    {
      name: 'a wrong operation',
      given: 'text\n\n  <TryIt operation="createChta" />',
      want: ['operation-unknown 3:21 Did you mean "createChat"?'],
    },
    {
      name: 'a wrong example',
      given: '<Sample operation="createChat" example="frist"/>',
      want: ['example-unknown 1:41 Did you mean "first"?'],
    },
    {
      name: 'an answer is not a request',
      given: '<ResponseExample operation="createChat" example="first"/>',
      want: ['example-unknown 1:50 Use one of answer.'],
    },
    {
      name: 'over several lines',
      given: "<Sample\n  operation='nope'\n/>",
      want: ['operation-unknown 2:14 Use one of createChat.'],
    },
    { name: 'fenced code is not use', given: '```mdx\n<Sample operation="nope" />\n```', want: [] },
    { name: 'nor is inline code', given: 'write `<Sample operation="nope" />` there', want: [] },
    { name: 'nor a comment', given: '{/* <Sample operation="nope" /> */}', want: [] },
  ];
  for (const { name, given, want } of rows) {
    it(name, () => {
      const found = checkGuide(given, 'docs/start.mdx', [api]);
      expect(found.map(({ code, place, fix }) => `${code} ${place?.line}:${place?.column} ${fix}`)).toEqual(want);
    });
  }
});
