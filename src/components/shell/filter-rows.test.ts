import { describe, expect, it } from 'vitest';
import { filterRows, lineOf } from './filter-rows.ts';

const lines = (
  [
    ['start/', '快速开始'],
    ['list-pets/', 'List all pets', 'GET', '/v1/pets', 'listPets'],
    ['create-pet/', 'Create a pet', 'POST', '/v1/pets', 'createPet'],
    ['pets/', 'Pets and their owners', 'DELETE', '/v1/owners/{id}', 'x', 1],
    ['chat/', '创建对话补全', 'POST', '/chat/completions', 'createChatCompletion'],
  ] as const
).map((row) => lineOf('/docs/', row));

describe('filterRows', () => {
  const rows: { typed: string; want: string[] }[] = [
    { typed: 'PETS', want: ['pets/', 'list-pets/', 'create-pet/'] },
    { typed: 'post pet', want: ['create-pet/'] },
    { typed: 'createchat', want: ['chat/'] },
    { typed: '/chat/compl', want: ['chat/'] },
    { typed: '对话', want: ['chat/'] },
    { typed: '开始', want: ['start/'] },
    { typed: 'ｐｏｓｔ ', want: ['create-pet/', 'chat/'] },
    { typed: '{id}', want: ['pets/'] },
    { typed: 'a.*', want: [] },
  ];

  it.each(rows)('$typed', ({ typed, want }) => {
    expect(filterRows(lines, typed).map(({ item }) => item.url)).toEqual(want.map((path) => `/docs/${path}`));
  });

  it('keeps what a line shows', () => {
    expect(lines.at(3)?.item).toEqual({
      title: 'Pets and their owners',
      url: '/docs/pets/',
      method: 'DELETE',
      deprecated: true,
    });
  });
});
