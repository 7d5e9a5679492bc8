import { expect, it } from 'vitest';
import { describeStatus } from './describe-status.ts';

const responses = ['default', '4XX', '404'].map((status) => ({ status, headers: [], content: [] }));
const rows = [
  { given: 404, want: '404' },
  { given: 429, want: '4XX' },
  { given: 200, want: 'default' },
];

for (const { given, want } of rows) {
  it(`describes ${given} by ${want}`, () => expect(describeStatus(responses, given)?.status).toBe(want));
}

it('says nothing of what is not described', () => expect(describeStatus(responses.slice(1), 500)).toBeUndefined());
