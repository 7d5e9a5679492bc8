import { expect, it } from 'vitest';
import { describeMediaType } from './describe-media-type.ts';

const content = ['*/*', 'text/*', 'application/json; charset=utf-8'].map((name) => ({ name, examples: [] }));
const rows = [
  { given: 'application/json', want: 'application/json; charset=utf-8' },
  { given: 'Application/JSON; charset=GBK', want: 'application/json; charset=utf-8' },
  { given: 'text/plain', want: 'text/*' },
  { given: 'image/png', want: '*/*' },
  { given: '', want: undefined },
];
for (const { given, want } of rows) {
  it(`describes ${given || 'no type'} by ${want}`, () => expect(describeMediaType(content, given)?.name).toBe(want));
}
it('takes a body without a type as the only one that is described', () => {
  expect(describeMediaType(content.slice(2), '')?.name).toBe('application/json; charset=utf-8');
  expect(describeMediaType(content.slice(2), 'text/html')).toBeUndefined();
});
