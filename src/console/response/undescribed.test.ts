import { expect, it } from 'vitest';
import type { Operation } from '../../model/operation.ts';
import type { Answer } from '../answer.ts';
import { undescribed } from './undescribed.ts';

const media = (name: string) => ({ name, examples: [] });
const operation: Operation = {
  key: 'a',
  method: 'GET',
  path: '/',
  deprecated: false,
  tags: [],
  servers: [],
  security: [],
  parameters: [],
  responses: [
    { status: '200', headers: [], content: [media('application/json'), media('text/csv')] },
    { status: '201', headers: [], content: [] },
    { status: '204', headers: [], content: [media('application/json')] },
    { status: '4XX', headers: [], content: [media('application/problem+json')] },
  ],
};
const text = { kind: 'text', text: '{}', json: true, type: '', blob: new Blob() } as const;
const empty = { kind: 'empty' } as const;

const rows: {
  name: string;
  status: number;
  type?: string;
  body: Answer['body'];
  over?: Partial<Operation>;
  want: object | undefined;
}[] = [
  { name: 'what is described', status: 200, type: 'application/json;charset=utf-8', body: text, want: undefined },
  { name: 'no type', status: 200, body: text, want: undefined },
  {
    name: 'another type',
    status: 200,
    type: 'text/HTML; x',
    body: text,
    want: { kind: 'media-type', type: 'text/html', known: ['application/json', 'text/csv'] },
  },
  {
    name: 'another type of a hundred',
    status: 404,
    type: 'application/json',
    body: text,
    want: { kind: 'media-type', type: 'application/json', known: ['application/problem+json'] },
  },
  {
    name: 'another status',
    status: 500,
    type: 'application/json',
    body: text,
    want: { kind: 'status', known: ['200', '201', '204', '4XX'] },
  },
  { name: 'a body that none is described for', status: 201, type: 'text/plain', body: text, want: { kind: 'body' } },
  { name: 'no body where one is', status: 200, body: empty, want: { kind: 'no-body' } },
  { name: 'no body where none is', status: 201, body: empty, want: undefined },
  { name: 'no body where none can be', status: 204, body: empty, want: undefined },
  { name: 'no body for HEAD', status: 200, body: empty, over: { method: 'HEAD' }, want: undefined },
  { name: 'a body on its way', status: 200, type: 'text/html', body: { kind: 'pending' }, want: undefined },
  { name: 'a description without responses', status: 200, body: text, over: { responses: [] }, want: undefined },
]; // prettier-ignore

for (const { name, status, type, body, over, want } of rows) {
  it(`tells of ${name}`, () => {
    const headers: [string, string][] = type ? [['content-type', type]] : [];
    const answer: Answer = { status, statusText: '', headers, phase: 'done', size: 0, headAfter: 0, body };
    expect(undescribed({ ...operation, ...over }, answer)).toEqual(want);
  });
}
