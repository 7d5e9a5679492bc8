import { expect, it } from 'vitest';
import { type TimeLimit, timeLimit } from './time-limit.ts';

it.each<{ typed: string; stream: boolean; want: TimeLimit | undefined }>([
  { typed: '', stream: false, want: { seconds: 300, until: 'head' } },
  { typed: '', stream: true, want: undefined },
  { typed: '2.5', stream: true, want: { seconds: 2.5, until: 'end' } },
  { typed: ' 10 ', stream: false, want: { seconds: 10, until: 'end' } },
  { typed: '0', stream: false, want: { seconds: 300, until: 'head' } },
  { typed: '-3', stream: true, want: undefined },
  { typed: 'soon', stream: true, want: undefined },
  { typed: '1e99', stream: false, want: { seconds: 2_000_000, until: 'end' } },
])('"$typed", stream: $stream', ({ typed, stream, want }) => {
  expect(timeLimit(typed, { stream })).toEqual(want);
});
