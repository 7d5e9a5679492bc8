import { expect, it } from 'vitest';
import { LONGEST_IN_SAMPLE, shortBody, withShortBody } from './short-body.ts';

const list = (length: number, item: unknown): unknown[] => Array.from({ length }, () => item);
const object = (length: number, value: unknown): unknown =>
  Object.fromEntries(Array.from({ length }, (_, index) => [`key${index}`, value]));

it('a long list keeps its first items, all else stays', () => {
  const short = JSON.parse(shortBody(JSON.stringify({ rows: list(2000, { a: 1 }), last: true })));
  expect(short).toEqual({ rows: [{ a: 1 }, { a: 1 }, { a: 1 }], last: true });
});

it('a long text ends in an ellipsis', () => {
  const { file } = JSON.parse(shortBody(JSON.stringify({ file: 'x'.repeat(100_000) })));
  expect(file).toMatch(/^x{399}…$/);
});

it('whatever is long gets short', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 150; level += 1) deep = [deep, 'text'.repeat(30)];
  for (const given of [deep, object(3000, 'value'), list(300, object(300, list(9, 'text'))), 'é🚀'.repeat(9_000)]) {
    expect(shortBody(JSON.stringify(given)).length).toBeLessThanOrEqual(LONGEST_IN_SAMPLE);
  }
  expect(shortBody('<a>'.repeat(9_000)).length).toBeLessThanOrEqual(LONGEST_IN_SAMPLE);
});

it('a number keeps its spelling', () => {
  expect(shortBody(`{"n": 1.10, "more": "${'x'.repeat(5000)}"}`)).toContain('"n": 1.10');
});

it('a short body stays as it is', () => {
  const values = {
    server: 0,
    serverVariables: [],
    parameters: [],
    security: -1,
    body: { mediaType: 'application/json', text: '{ }' },
  };
  expect(withShortBody(values)).toBe(values);
});
